import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { vietnameseCollation } from '@halong/platform/server';

/** A person in a class, with unit, position and rank as they were: reports do not change when people move. */
@Entity('enrolment_enrolment')
@Index('UQ_enrolment_enrolment', ['classId', 'personId'], { unique: true })
@Index('IDX_enrolment_enrolment_person', ['personId', 'state'])
@Index('IDX_enrolment_enrolment_unit', ['unitId', 'classId'])
export class EnrolmentEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_enrolment_enrolment_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('PersonEntity', { name: 'FK_enrolment_enrolment_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  @ForeignKey('NominationEntity', { name: 'FK_enrolment_enrolment_nomination' })
  @Column({ name: 'nomination_id', type: 'int', nullable: true }) nominationId: number | null;
  /** ADMITTED, ACTIVE, EXAM_ELIGIBLE, EXAM_BARRED, PASSED, FAILED, COMPLETED, DEFERRED, DROPPED, EXPELLED or TRANSFERRED. */
  @Column({ length: 20, default: 'ADMITTED' }) state: string;
  @Column({ name: 'full_name', length: 120 }) fullName: string;
  @Column({ name: 'sort_name', length: 120, collation: vietnameseCollation }) sortName: string;
  @Column({ name: 'search_key', length: 160 }) searchKey: string;
  @ForeignKey('UnitEntity', { name: 'FK_enrolment_enrolment_unit' })
  @Column({ name: 'unit_id', type: 'int', nullable: true }) unitId: number | null;
  @Column({ name: 'unit_name', length: 200 }) unitName: string;
  @Column({ type: 'varchar', length: 160, nullable: true }) position: string | null;
  @Column({ type: 'varchar', length: 80, nullable: true }) rank: string | null;
  @Column({ name: 'discipline_note', type: 'varchar', length: 500, nullable: true }) disciplineNote: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}
