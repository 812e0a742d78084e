import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A final average set by hand, with its reason; taken back means deleted, and the history keeps both. */
@Entity('assessment_result_override')
@Index('IDX_assessment_result_override_class', ['classId'])
export class ResultOverrideEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_result_override_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_result_override_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ type: 'decimal', precision: 5, scale: 2 }) average: number;
  @Column({ length: 500 }) reason: string;
}

/** Every change of a mark and of a final result: written with it, never changed. */
@Entity('assessment_grade_change')
@Index('IDX_assessment_grade_change_enrolment', ['enrolmentId', 'id'])
export class GradeChangeEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_grade_change_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_grade_change_enrolment' })
  @Column({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  /** Null is the final result. */
  @Column({ type: 'varchar', length: 40, nullable: true }) component: string | null;
  @Column({ name: 'from_kind', length: 10 }) fromKind: string;
  @Column({ name: 'from_score', type: 'decimal', precision: 5, scale: 2, nullable: true }) fromScore: number | null;
  @Column({ name: 'to_kind', length: 10 }) toKind: string;
  @Column({ name: 'to_score', type: 'decimal', precision: 5, scale: 2, nullable: true }) toScore: number | null;
  /** TYPED, PASTED, IMPORTED, MARKING, RESIT, REGRADE or OVERRIDE. */
  @Column({ length: 20 }) way: string;
  @Column({ type: 'varchar', length: 500, nullable: true }) reason: string | null;
  /** Null is the system itself. */
  @Column({ name: 'account_id', type: 'int', nullable: true }) accountId: number | null;
  @Column({ type: 'datetime', precision: 3 }) at: Date;
}

/** A change of how a class is graded, with what was before: it can be undone for a day. */
@Entity('assessment_plan_change')
@Index('IDX_assessment_plan_change_class', ['classId', 'id'])
export class PlanChangeEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_plan_change_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  /** PLAN or RULES. */
  @Column({ length: 10 }) kind: string;
  @Column({ name: 'was', type: 'json' }) was: unknown;
  @Column({ name: 'became', type: 'json' }) became: unknown;
  @Column({ length: 500 }) reason: string;
  @Column({ name: 'account_id', type: 'int' }) accountId: number;
  @Column({ type: 'datetime', precision: 3 }) at: Date;
  /** How the sheet stood then; an undo asks whether it still does. */
  @Column({ name: 'sheet_state', length: 20 }) sheetState: string;
  @Column({ type: 'boolean' }) recognised: boolean;
  @Column({ type: 'int' }) certificates: number;
  @Column({ name: 'undone_at', type: 'datetime', precision: 3, nullable: true }) undoneAt: Date | null;
  @Column({ name: 'undone_by', type: 'int', nullable: true }) undoneBy: number | null;
}
