import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** By when the scripts of an assignment are to be marked. */
@Entity('assessment_marking_plan')
export class MarkingPlanEntity {
  @ForeignKey('AssignmentEntity', { name: 'FK_assessment_marking_plan_assignment' })
  @PrimaryColumn({ name: 'assignment_id', type: 'int' }) assignmentId: number;
  @Column({ name: 'mark_by', type: 'date', nullable: true }) markBy: string | null;
}

/** One marker's sheet for one script. Nobody marks a script twice, and no two are its first, second or third marker. */
@Entity('assessment_marking')
@Index('UQ_assessment_marking_no', ['submissionId', 'markerNo'], { unique: true })
@Index('UQ_assessment_marking_person', ['submissionId', 'personId'], { unique: true })
@Index('IDX_assessment_marking_person', ['personId', 'state'])
export class MarkingEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_marking_submission' })
  @Column({ name: 'submission_id', type: 'int' }) submissionId: number;
  @Column({ name: 'marker_no', type: 'tinyint' }) markerNo: number;
  /** Null: any lecturer of the class, one sheet for all of them. */
  @ForeignKey('PersonEntity', { name: 'FK_assessment_marking_person' })
  @Column({ name: 'person_id', type: 'int', nullable: true }) personId: number | null;
  /** TO_DO, MARKING or MARKED. */
  @Column({ length: 10, default: 'TO_DO' }) state: string;
  @Column({ type: 'boolean', default: false }) later: boolean;
  /** What it is marked by, from the first stroke on. */
  @ForeignKey('RubricVersionEntity', { name: 'FK_assessment_marking_rubric' })
  @Column({ name: 'rubric_version_id', type: 'int', nullable: true }) rubricVersionId: number | null;
  /** Points by key of the criterion. */
  @Column({ type: 'json' }) points: unknown;
  @Column({ name: 'override_mark', type: 'decimal', precision: 6, scale: 2, nullable: true }) overrideMark: number | null;
  @Column({ name: 'override_reason', length: 500, default: '' }) overrideReason: string;
  @Column({ type: 'decimal', precision: 6, scale: 2, nullable: true }) total: number | null;
  @Column({ type: 'text' }) comment: string;
  /** Comments at places of the work. */
  @Column({ type: 'json' }) notes: unknown;
  @Column({ type: 'int', default: 0 }) version: number;
  @Column({ name: 'saved_at', type: 'datetime', precision: 3, nullable: true }) savedAt: Date | null;
  @ForeignKey('AccountEntity', { name: 'FK_assessment_marking_account' })
  @Column({ name: 'saved_by', type: 'int', nullable: true }) savedBy: number | null;
}

/** A file that goes back to the writer with the mark. */
@Entity('assessment_marking_file')
@Index('IDX_assessment_marking_file_document', ['documentId'])
export class MarkingFileEntity {
  @ForeignKey('MarkingEntity', { name: 'FK_assessment_marking_file_marking' })
  @PrimaryColumn({ name: 'marking_id', type: 'int' }) markingId: number;
  @ForeignKey('DocumentEntity', { name: 'FK_assessment_marking_file_document' })
  @PrimaryColumn({ name: 'document_id', type: 'int' }) documentId: number;
  @Column({ type: 'int' }) position: number;
}

/** The mark of a script and where it comes from; seen by its writer once `releasedAt` is set. */
@Entity('assessment_submission_mark')
export class SubmissionMarkEntity {
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_submission_mark_submission' })
  @PrimaryColumn({ name: 'submission_id', type: 'int' }) submissionId: number;
  @Column({ type: 'decimal', precision: 6, scale: 2 }) raw: number;
  /** SINGLE, AVERAGE, THIRD or AGREED. */
  @Column({ length: 10 }) source: string;
  @Column({ length: 500, default: '' }) reason: string;
  @Column({ type: 'decimal', precision: 6, scale: 2, default: 0 }) deduction: number;
  @Column({ type: 'decimal', precision: 6, scale: 2, nullable: true }) final: number | null;
  @Column({ name: 'released_at', type: 'datetime', precision: 3, nullable: true }) releasedAt: Date | null;
}

/** A comment that a marker uses again. */
@Entity('assessment_reusable_comment')
@Index('UQ_assessment_reusable_comment', ['personId', 'textHash'], { unique: true })
export class ReusableCommentEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('PersonEntity', { name: 'FK_assessment_reusable_comment_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  @Column({ type: 'text' }) text: string;
  @Column({ name: 'text_hash', type: 'char', length: 64 }) textHash: string;
  @Column({ type: 'int', default: 1 }) used: number;
}

/** MinHash of what a script says, to compare it with the others of its assignment. */
@Entity('assessment_script_signature')
export class ScriptSignatureEntity {
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_script_signature_submission' })
  @PrimaryColumn({ name: 'submission_id', type: 'int' }) submissionId: number;
  @Column({ type: 'json' }) signature: unknown;
}

/** Two scripts that share text, the one with the lower id first. */
@Entity('assessment_script_likeness')
@Index('IDX_assessment_script_likeness_second', ['secondId'])
export class ScriptLikenessEntity {
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_script_likeness_first' })
  @PrimaryColumn({ name: 'first_id', type: 'int' }) firstId: number;
  @ForeignKey('SubmissionEntity', { name: 'FK_assessment_script_likeness_second' })
  @PrimaryColumn({ name: 'second_id', type: 'int' }) secondId: number;
  @Column({ type: 'int' }) percent: number;
  /** Places in the first and in the second: [{ from, to }]. */
  @Column({ name: 'in_first', type: 'json' }) inFirst: unknown;
  @Column({ name: 'in_second', type: 'json' }) inSecond: unknown;
}
