import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Why a trainee is, or is not yet, done: the whole tree, kept as last computed. */
@Entity('completion_result')
@Index('IDX_completion_result_class', ['classId', 'complete'])
export class CompletionEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_completion_result_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_completion_result_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ type: 'boolean' }) complete: boolean;
  @Column({ type: 'json' }) tree: unknown;
  @Column({ name: 'computed_at', type: 'datetime', precision: 3 }) computedAt: Date;
}

/** The 40-period ledger: periods of a person in a class, by the year of the sessions. */
@Entity('completion_ledger')
@Index('IDX_completion_ledger_person', ['personId', 'year'])
@Index('IDX_completion_ledger_year', ['year', 'state'])
export class LedgerEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_completion_ledger_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @PrimaryColumn({ type: 'int' }) year: number;
  @ForeignKey('PersonEntity', { name: 'FK_completion_ledger_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  /** COUNTED (class completed), ON_THE_WAY (class running) or NONE (ended without completion). */
  @Column({ length: 20 }) state: string;
  @Column({ name: 'periods_attended', type: 'int' }) periodsAttended: number;
  /** Periods still to come in this year if the person attends them all. */
  @Column({ name: 'periods_expected', type: 'int' }) periodsExpected: number;
}

/** The ledger of one person and year added up, so that a province is counted without walking through every class. */
@Entity('completion_year')
export class LedgerYearEntity {
  @ForeignKey('PersonEntity', { name: 'FK_completion_year_person' })
  @PrimaryColumn({ name: 'person_id', type: 'int' }) personId: number;
  @PrimaryColumn({ type: 'int' }) year: number;
  @Column({ type: 'int', default: 0 }) counted: number;
  @Column({ name: 'on_the_way', type: 'int', default: 0 }) onTheWay: number;
  @Column({ type: 'int', default: 0 }) expected: number;
  /** Entries of classes that are not lost. */
  @Column({ type: 'int', default: 0 }) entries: number;
}

/** Whose completion is to be computed again. A burst of changes of one person leaves one row. */
@Entity('completion_due')
export class CompletionDueEntity {
  @ForeignKey('EnrolmentEntity', { name: 'FK_completion_due_enrolment' })
  @PrimaryColumn({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
}
