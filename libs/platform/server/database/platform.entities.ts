import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { MailRow } from '../mail/mail.entity.ts';

const created = { type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' } as const;

/** A fact or a request for work, written in the transaction that made it true. */
@Entity('platform_outbox')
@Index('IDX_platform_outbox_open', ['doneAt', 'relayedAt', 'availableAt'])
export class OutboxRow {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column({ length: 80 }) name: string;
  @Column({ type: 'json' }) payload: unknown;
  @Column({ name: 'available_at', type: 'datetime', precision: 3 }) availableAt: Date;
  @Column({ name: 'relayed_at', type: 'datetime', precision: 3, nullable: true }) relayedAt: Date | null;
  @Column({ name: 'done_at', type: 'datetime', precision: 3, nullable: true }) doneAt: Date | null;
  @Column({ name: 'created_at', ...created }) createdAt: Date;
}

/** "This subscriber has dealt with this event": the row that makes an effect happen once. */
@Entity('platform_inbox')
export class InboxRow {
  @PrimaryColumn({ name: 'event_id', type: 'bigint' }) eventId: number;
  @PrimaryColumn({ length: 120 }) subscriber: string;
  @Column({ name: 'handled_at', ...created }) handledAt: Date;
}

@Entity('platform_idempotency')
@Index('IDX_platform_idempotency_created', ['createdAt'])
export class IdempotencyRow {
  @PrimaryColumn({ name: 'account_id', type: 'int' }) accountId: number;
  @PrimaryColumn({ name: 'request_key', length: 80 }) requestKey: string;
  @Column({ name: 'request_hash', type: 'char', length: 64 }) requestHash: string;
  @Column({ type: 'json', nullable: true }) answer: unknown;
  @Column({ name: 'created_at', ...created }) createdAt: Date;
}

@Entity('platform_audit')
@Index('IDX_platform_audit_subject', ['subjectType', 'subjectId'])
export class AuditRow {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column({ type: 'datetime', precision: 3 }) at: Date;
  @Column({ name: 'actor_id', type: 'int', nullable: true }) actorId: number | null;
  @Column({ length: 80 }) action: string;
  @Column({ name: 'subject_type', length: 40 }) subjectType: string;
  @Column({ name: 'subject_id', type: 'int' }) subjectId: number;
  @Column({ type: 'varchar', length: 500, nullable: true }) reason: string | null;
  @Column({ type: 'longtext' }) before: string;
  @Column({ type: 'longtext' }) after: string;
  @Column({ name: 'request_id', length: 60 }) requestId: string;
}

/** The chain over the audit rows, in the order in which one sequencer saw them. */
@Entity('platform_audit_link')
@Index('UQ_platform_audit_link_audit', ['auditId'], { unique: true })
export class AuditLinkRow {
  @PrimaryColumn({ type: 'bigint' }) seq: number;
  @Column({ name: 'audit_id', type: 'bigint' }) auditId: number;
  @Column({ type: 'char', length: 64 }) hash: string;
}

@Entity('platform_schedule')
export class ScheduleRow {
  @PrimaryColumn({ length: 80 }) name: string;
  @Column({ name: 'next_at', type: 'datetime', precision: 3 }) nextAt: Date;
}

@Entity('platform_clock')
export class ClockRow {
  @PrimaryColumn({ type: 'int' }) id: number;
  @Column({ name: 'offset_ms', type: 'bigint', default: 0 }) offsetMs: number;
}

/** A stored file. The key is random and is never shown; who may read it is asked of the domain that owns it. */
@Entity('platform_file')
@Index('UQ_platform_file_storage_key', ['storageKey'], { unique: true })
export class FileRow {
  @PrimaryGeneratedColumn({ type: 'int' }) id: number;
  @Column({ name: 'storage_key', type: 'char', length: 32 }) storageKey: string;
  @Column({ length: 255 }) name: string;
  @Column({ name: 'media_type', length: 100 }) mediaType: string;
  @Column({ type: 'bigint' }) bytes: number;
  @Column({ type: 'char', length: 64 }) sha256: string;
  @Column({ name: 'uploaded_by', type: 'int', nullable: true }) uploadedBy: number | null;
  @Column({ name: 'created_at', ...created }) createdAt: Date;
}

export const platformEntities = [OutboxRow, InboxRow, IdempotencyRow, AuditRow, AuditLinkRow, ScheduleRow, ClockRow, FileRow, MailRow];
