import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What one unit sends for one class. */
@Entity('enrolment_nomination_list')
@Index('UQ_enrolment_nomination_list', ['classId', 'unitId'], { unique: true })
export class NominationListEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_enrolment_nomination_list_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('UnitEntity', { name: 'FK_enrolment_nomination_list_unit' })
  @Column({ name: 'unit_id', type: 'int' }) unitId: number;
  /** DRAFT or SUBMITTED. */
  @Column({ length: 20, default: 'DRAFT' }) state: string;
  @ForeignKey('FileRow', { name: 'FK_enrolment_nomination_list_file' })
  @Column({ name: 'file_id', type: 'int', nullable: true }) fileId: number | null;
  @Column({ name: 'submitted_by', type: 'int', nullable: true }) submittedBy: number | null;
  @Column({ name: 'submitted_at', type: 'datetime', precision: 3, nullable: true }) submittedAt: Date | null;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** One name on a list. `person_id` is null when the staff list knows nobody like it. */
@Entity('enrolment_nomination')
@Index('IDX_enrolment_nomination_list', ['listId', 'position'])
@Index('IDX_enrolment_nomination_person', ['personId', 'classId'])
@Index('IDX_enrolment_nomination_class', ['classId', 'state'])
export class NominationEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('NominationListEntity', { name: 'FK_enrolment_nomination_list' })
  @Column({ name: 'list_id', type: 'int' }) listId: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_enrolment_nomination_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('PersonEntity', { name: 'FK_enrolment_nomination_person' })
  @Column({ name: 'person_id', type: 'int', nullable: true }) personId: number | null;
  @Column({ type: 'int' }) position: number;
  @Column({ name: 'written_name', length: 160 }) writtenName: string;
  /** Of two units that send the same person, the earlier one counts. */
  @Column({ name: 'submitted_at', type: 'datetime', precision: 3, nullable: true }) submittedAt: Date | null;
  /** What the uploaded line says besides the name; all null for a person picked by hand. The personal number is kept as its HMAC. */
  @Column({ name: 'file_row', type: 'int', nullable: true }) fileRow: number | null;
  @Column({ name: 'written_born', type: 'varchar', length: 10, nullable: true }) writtenBorn: string | null;
  @Column({ name: 'written_position', type: 'varchar', length: 160, nullable: true }) writtenPosition: string | null;
  @Column({ name: 'personal_id_hash', type: 'char', length: 64, nullable: true }) personalIdHash: string | null;
  /** DRAFT, SUBMITTED, APPROVED, WAITLISTED, REJECTED or WITHDRAWN. */
  @Column({ length: 20, default: 'DRAFT' }) state: string;
  /** ELIGIBLE, INELIGIBLE, OVER_QUOTA or NOT_FOUND; null before screening. */
  @Column({ type: 'varchar', length: 20, nullable: true }) screening: string | null;
  /** [{ code, params }]. */
  @Column({ type: 'json' }) reasons: unknown;
  /** Codes of what a person should look at; they refuse nobody. */
  @Column({ type: 'json', nullable: true }) notes: unknown;
  @Column({ name: 'decided_by', type: 'int', nullable: true }) decidedBy: number | null;
  @Column({ name: 'decided_at', type: 'datetime', precision: 3, nullable: true }) decidedAt: Date | null;
  @Column({ name: 'decision_reason', type: 'varchar', length: 500, nullable: true }) decisionReason: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
}
