import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What one person, or one group, is writing. */
@Entity('assessment_draft')
@Index('UQ_assessment_draft', ['assignmentId', 'owner'], { unique: true })
export class DraftEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('AssignmentEntity', { name: 'FK_assessment_draft_assignment' })
  @Column({ name: 'assignment_id', type: 'int' }) assignmentId: number;
  /** `E` and the enrolment, or `G` and the group. */
  @Column({ length: 12 }) owner: string;
  @Column({ type: 'mediumtext' }) text: string;
  @Column({ type: 'int', default: 1 }) version: number;
  /** The version that was submitted last: submitting it again is the same submission. */
  @Column({ name: 'submitted_version', type: 'int', default: 0 }) submittedVersion: number;
  @Column({ name: 'saved_at', type: 'datetime', precision: 3 }) savedAt: Date;
  @ForeignKey('AccountEntity', { name: 'FK_assessment_draft_account' })
  @Column({ name: 'saved_by', type: 'int' }) savedBy: number;
}

@Entity('assessment_draft_file')
@Index('IDX_assessment_draft_file_document', ['documentId'])
export class DraftFileEntity {
  @ForeignKey('DraftEntity', { name: 'FK_assessment_draft_file_draft' })
  @PrimaryColumn({ name: 'draft_id', type: 'int' }) draftId: number;
  @ForeignKey('DocumentEntity', { name: 'FK_assessment_draft_file_document' })
  @PrimaryColumn({ name: 'document_id', type: 'int' }) documentId: number;
  @Column({ type: 'int' }) position: number;
}

/** A member who has confirmed a draft in one version; another version needs confirming again. */
@Entity('assessment_draft_confirmation')
export class DraftConfirmationEntity {
  @ForeignKey('DraftEntity', { name: 'FK_assessment_draft_confirmation_draft' })
  @PrimaryColumn({ name: 'draft_id', type: 'int' }) draftId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_draft_confirmation_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @Column({ name: 'draft_version', type: 'int' }) draftVersion: number;
  @Column({ name: 'confirmed_at', type: 'datetime', precision: 3 }) confirmedAt: Date;
}

/** Work that was submitted. What it holds never changes; a new attempt is a new row. */
@Entity('assessment_submission')
@Index('UQ_assessment_submission_attempt', ['assignmentId', 'owner', 'attempt'], { unique: true })
@Index('UQ_assessment_submission_code', ['assignmentId', 'anonymousCode'], { unique: true })
@Index('IDX_assessment_submission_state', ['assignmentId', 'isCurrent', 'state'])
export class SubmissionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('AssignmentEntity', { name: 'FK_assessment_submission_assignment' })
  @Column({ name: 'assignment_id', type: 'int' }) assignmentId: number;
  /** `E` and the enrolment, or `G` and the group. */
  @Column({ length: 12 }) owner: string;
  @Column({ type: 'int' }) attempt: number;
  /** The last attempt: the one that is marked. */
  @Column({ name: 'is_current', type: 'boolean', default: true }) isCurrent: boolean;
  /** SUBMITTED, LATE, MARKING, MARKED, IN_REVIEW, PUBLISHED, REGRADING or FINAL. */
  @Column({ length: 20 }) state: string;
  /** When the request arrived; it was late or not by this moment. */
  @Column({ name: 'arrived_at', type: 'datetime', precision: 3 }) arrivedAt: Date;
  /** The due time that counted, extensions included. */
  @Column({ name: 'due_at', type: 'datetime', precision: 3 }) dueAt: Date;
  @Column({ type: 'boolean', default: false }) late: boolean;
  @Column({ name: 'late_days', type: 'decimal', precision: 7, scale: 2, default: 0 }) lateDays: number;
  /** Points taken off for lateness, before the floor of the policy. */
  @Column({ type: 'decimal', precision: 7, scale: 2, default: 0 }) deduction: number;
  @Column({ type: 'mediumtext' }) text: string;
  @Column({ name: 'content_hash', type: 'char', length: 64 }) contentHash: string;
  /** The words that were ticked. */
  @Column({ type: 'varchar', length: 500, nullable: true }) declaration: string | null;
  /** Random; says nothing about whose it is. */
  @Column({ name: 'anonymous_code', length: 12 }) anonymousCode: string;
  @ForeignKey('AccountEntity', { name: 'FK_assessment_submission_account' })
  @Column({ name: 'submitted_by', type: 'int' }) submittedBy: number;
  @Column({ type: 'int', default: 1 }) version: number;
}

@Entity('assessment_submission_file')
@Index('IDX_assessment_submission_file_document', ['documentId'])
export class SubmissionFileEntity {
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_submission_file_submission' })
  @PrimaryColumn({ name: 'submission_id', type: 'int' }) submissionId: number;
  @ForeignKey('DocumentEntity', { name: 'FK_assessment_submission_file_document' })
  @PrimaryColumn({ name: 'document_id', type: 'int' }) documentId: number;
  @Column({ type: 'int' }) position: number;
}

/** Whose work it is, one row for a person's own: these get the mark, whatever becomes of the group. */
@Entity('assessment_submission_member')
@Index('IDX_assessment_submission_member_enrolment', ['enrolmentId'])
export class SubmissionMemberEntity {
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_submission_member_submission' })
  @PrimaryColumn({ name: 'submission_id', type: 'int' }) submissionId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_submission_member_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
}
