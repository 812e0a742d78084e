import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** How work is judged: of a programme, for all its classes, or of one class. Exactly one of the two is named. */
@Entity('assessment_rubric')
@Index('IDX_assessment_rubric_programme', ['programmeId'])
@Index('IDX_assessment_rubric_class', ['classId'])
export class RubricEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('ProgrammeEntity', { name: 'FK_assessment_rubric_programme' })
  @Column({ name: 'programme_id', type: 'int', nullable: true }) programmeId: number | null;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_rubric_class' })
  @Column({ name: 'class_id', type: 'int', nullable: true }) classId: number | null;
  @Column({ length: 160 }) title: string;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** What a rubric said at one time. Once an assignment uses it, it is never written again. */
@Entity('assessment_rubric_version')
@Index('UQ_assessment_rubric_version', ['rubricId', 'no'], { unique: true })
export class RubricVersionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('RubricEntity', { name: 'FK_assessment_rubric_version_rubric' })
  @Column({ name: 'rubric_id', type: 'int' }) rubricId: number;
  @Column({ type: 'int' }) no: number;
  /** { scale, criteria: [{ key, title, note, weight, levels: [{ title, note, from, to }] }] } */
  @Column({ type: 'json' }) content: unknown;
  @Column({ name: 'changed_at', type: 'datetime', precision: 3 }) changedAt: Date;
}
