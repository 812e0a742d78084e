import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Someone who teaches. Every lecturer is a person; visiting ones are persons without employment here. */
@Entity('classes_lecturer')
@Index('UQ_classes_lecturer_person', ['personId'], { unique: true })
@Index('IDX_classes_lecturer_institution', ['institutionId'])
export class LecturerEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('PersonEntity', { name: 'FK_classes_lecturer_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  @ForeignKey('UnitEntity', { name: 'FK_classes_lecturer_institution' })
  @Column({ name: 'institution_id', type: 'int', nullable: true }) institutionId: number | null;
  /** INTERNAL, VISITING or GUEST_SPEAKER. */
  @Column({ length: 20 }) kind: string;
  /** Academic title as printed before the name: "TS.", "PGS. TS.". */
  @Column({ length: 40, default: '' }) title: string;
}
