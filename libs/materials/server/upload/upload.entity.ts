import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One file on its way in. The token is its address; how much has arrived is what lies in the spool. */
@Entity('materials_upload')
@Index('UQ_materials_upload_token', ['token'], { unique: true })
@Index('IDX_materials_upload_owner', ['ownerId', 'state'])
@Index('IDX_materials_upload_state', ['state', 'expiresAt'])
export class UploadEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ type: 'char', length: 32 }) token: string;
  @ForeignKey('AccountEntity', { name: 'FK_materials_upload_owner' })
  @Column({ name: 'owner_id', type: 'int' }) ownerId: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_materials_upload_class' })
  @Column({ name: 'class_id', type: 'int', nullable: true }) classId: number | null;
  @Column({ length: 20 }) purpose: string;
  @Column({ length: 20 }) classification: string;
  @Column({ length: 255 }) name: string;
  @Column({ type: 'bigint' }) bytes: number;
  /** RECEIVING, CHECKING, QUARANTINED (waits for the scanner), REFUSED or READY. */
  @Column({ length: 20, default: 'RECEIVING' }) state: string;
  @Column({ type: 'char', length: 64, nullable: true }) sha256: string | null;
  @ForeignKey('DocumentEntity', { name: 'FK_materials_upload_document' })
  @Column({ name: 'document_id', type: 'int', nullable: true }) documentId: number | null;
  /** Code and parameters of the error that a refused upload ended with. */
  @Column({ type: 'varchar', length: 80, nullable: true }) refusal: string | null;
  @Column({ name: 'refusal_params', type: 'json', nullable: true }) refusalParams: unknown;
  /** Who writes to it now, until when, and whether somebody else waits for it. */
  @Column({ name: 'locked_by', type: 'varchar', length: 32, nullable: true }) lockedBy: string | null;
  @Column({ name: 'locked_until', type: 'datetime', precision: 3, nullable: true }) lockedUntil: Date | null;
  @Column({ name: 'lock_wanted', type: 'boolean', default: false }) lockWanted: boolean;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  @Column({ name: 'received_at', type: 'datetime', precision: 3, nullable: true }) receivedAt: Date | null;
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 }) expiresAt: Date;
}

/** How much may be sent: for everybody (both null), one class or one account. The more particular one counts. */
@Entity('materials_upload_limit')
@Index('UQ_materials_upload_limit', ['scope'], { unique: true })
export class UploadLimitEntity {
  @PrimaryGeneratedColumn() id: number;
  /** `all`, `class:12` or `account:7`: what makes a limit unique. */
  @Column({ length: 40 }) scope: string;
  @ForeignKey('TrainingClassEntity', { name: 'FK_materials_upload_limit_class' })
  @Column({ name: 'class_id', type: 'int', nullable: true }) classId: number | null;
  @ForeignKey('AccountEntity', { name: 'FK_materials_upload_limit_account' })
  @Column({ name: 'account_id', type: 'int', nullable: true }) accountId: number | null;
  @Column({ name: 'max_bytes', type: 'bigint' }) maxBytes: number;
  @Column({ name: 'open_uploads', type: 'int' }) openUploads: number;
}
