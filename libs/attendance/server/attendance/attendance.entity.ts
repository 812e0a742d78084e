import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The attendance of one session: its secret for the room codes, its prompts and its lock. */
@Entity('attendance_session')
export class AttendanceSessionEntity {
  @ForeignKey('ClassSessionEntity', { name: 'FK_attendance_session_session' })
  @PrimaryColumn({ name: 'session_id', type: 'int' }) sessionId: number;
  /** 32 random bytes; the codes of the projector follow from it. */
  @Column({ type: 'binary', length: 32 }) secret: Buffer;
  /** Instants (ms) at which people online are asked whether they are there. */
  @Column({ name: 'prompts_at', type: 'json' }) promptsAt: unknown;
  @Column({ name: 'locked_at', type: 'datetime', precision: 3, nullable: true }) lockedAt: Date | null;
  @Column({ name: 'locked_by', type: 'int', nullable: true }) lockedBy: number | null;
  /** Every record was judged for all periods that had ended at this instant. */
  @Column({ name: 'judged_until', type: 'datetime', precision: 3, nullable: true }) judgedUntil: Date | null;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** One immutable piece of evidence. `once_key` makes a repeat of the same observation impossible. */
@Entity('attendance_evidence')
@Index('UQ_attendance_evidence_once', ['sessionId', 'enrolmentId', 'kind', 'onceKey'], { unique: true })
export class EvidenceEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @ForeignKey('ClassSessionEntity', { name: 'FK_attendance_evidence_session' })
  @Column({ name: 'session_id', type: 'int' }) sessionId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_attendance_evidence_enrolment' })
  @Column({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @Column({ length: 20 }) kind: string;
  @Column({ type: 'datetime', precision: 3 }) at: Date;
  /** What the kind needs besides: interval, status, period, document. */
  @Column({ type: 'json' }) detail: unknown;
  @Column({ name: 'once_key', length: 80 }) onceKey: string;
  @Column({ name: 'by_account', type: 'int', nullable: true }) byAccount: number | null;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}

/** What follows from the evidence by the frozen rules; computed again after every new piece. */
@Entity('attendance_record')
@Index('IDX_attendance_record_enrolment', ['enrolmentId'])
export class AttendanceRecordEntity {
  @ForeignKey('ClassSessionEntity', { name: 'FK_attendance_record_session' })
  @PrimaryColumn({ name: 'session_id', type: 'int' }) sessionId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_attendance_record_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @Column({ length: 20 }) status: string;
  @Column({ length: 10 }) way: string;
  @Column({ name: 'arrived_at', type: 'datetime', precision: 3, nullable: true }) arrivedAt: Date | null;
  @Column({ name: 'left_at', type: 'datetime', precision: 3, nullable: true }) leftAt: Date | null;
  @Column({ name: 'periods_credited', type: 'int' }) periodsCredited: number;
  @Column({ name: 'periods_total', type: 'int' }) periodsTotal: number;
  @Column({ name: 'periods_to_decide', type: 'int', default: 0 }) periodsToDecide: number;
  /** Periods that were not over when the record was judged. */
  @Column({ name: 'periods_upcoming', type: 'int', default: 0 }) periodsUpcoming: number;
  @Column({ type: 'int' }) minutes: number;
  @Column({ name: 'to_review', type: 'boolean', default: false }) toReview: boolean;
  /** The whole judgement: periods with their reasons, gaps, intervals. */
  @Column({ type: 'json' }) judgement: unknown;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** Wrong room codes of one trainee in one session. */
@Entity('attendance_code_try')
export class CodeTryEntity {
  @ForeignKey('ClassSessionEntity', { name: 'FK_attendance_code_try_session' })
  @PrimaryColumn({ name: 'session_id', type: 'int' }) sessionId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_attendance_code_try_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @Column({ type: 'int' }) wrong: number;
  @Column({ name: 'paused_until', type: 'datetime', precision: 3, nullable: true }) pausedUntil: Date | null;
}
