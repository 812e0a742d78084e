import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A trainee's request to have one component marked again: once per component. */
@Entity('assessment_regrade')
@Index('UQ_assessment_regrade_component', ['enrolmentId', 'component'], { unique: true })
@Index('IDX_assessment_regrade_class', ['classId', 'state'])
export class RegradeEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_assessment_regrade_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_assessment_regrade_enrolment' })
  @Column({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @Column({ length: 40 }) component: string;
  /** Random; all that a new marker is told. */
  @Column({ length: 12 }) code: string;
  /** SUBMITTED, ACCEPTED, REFUSED, REMARKING, UPHELD, CHANGED or CLOSED. */
  @Column({ length: 20 }) state: string;
  @Column({ length: 1000 }) reason: string;
  @Column({ type: 'varchar', length: 500, nullable: true }) answer: string | null;
  @Column({ name: 'old_score', type: 'decimal', precision: 5, scale: 2 }) oldScore: number;
  @Column({ name: 'new_score', type: 'decimal', precision: 5, scale: 2, nullable: true }) newScore: number | null;
  @Column({ name: 'asked_at', type: 'datetime', precision: 3 }) askedAt: Date;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** The score of one of the new markers; null until it is given. */
@Entity('assessment_regrade_mark')
export class RegradeMarkEntity {
  @ForeignKey('RegradeEntity', { name: 'FK_assessment_regrade_mark_regrade' })
  @PrimaryColumn({ name: 'regrade_id', type: 'int' }) regradeId: number;
  @ForeignKey('PersonEntity', { name: 'FK_assessment_regrade_mark_person' })
  @PrimaryColumn({ name: 'person_id', type: 'int' }) personId: number;
  @Column({ type: 'decimal', precision: 5, scale: 2, nullable: true }) score: number | null;
  @Column({ length: 500, default: '' }) note: string;
}
