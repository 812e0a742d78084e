import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The training class: the centre of the product. */
@Entity('classes_class')
@Index('UQ_classes_class_code', ['code'], { unique: true })
@Index('IDX_classes_class_state', ['state', 'openingDate'])
@Index('IDX_classes_class_institution', ['institutionId', 'state'])
export class TrainingClassEntity {
  @PrimaryGeneratedColumn() id: number;
  /** "LD-PX K01/2026". */
  @Column({ length: 60 }) code: string;
  @ForeignKey('ProgrammeVersionEntity', { name: 'FK_classes_class_programme_version' })
  @Column({ name: 'programme_version_id', type: 'int' }) programmeVersionId: number;
  @Column({ name: 'intake_no', type: 'int' }) intakeNo: number;
  @Column({ type: 'int' }) year: number;
  @Column({ name: 'name_vi', length: 300 }) nameVi: string;
  @Column({ name: 'name_en', length: 300 }) nameEn: string;
  @Column({ name: 'search_key', length: 400 }) searchKey: string;
  @ForeignKey('UnitEntity', { name: 'FK_classes_class_institution' })
  @Column({ name: 'institution_id', type: 'int' }) institutionId: number;
  @ForeignKey('UnitEntity', { name: 'FK_classes_class_organising_unit' })
  @Column({ name: 'organising_unit_id', type: 'int', nullable: true }) organisingUnitId: number | null;
  @Column({ type: 'int' }) capacity: number;
  @Column({ length: 30 }) state: string;
  @Column({ name: 'state_reason', type: 'varchar', length: 500, nullable: true }) stateReason: string | null;
  @Column({ name: 'opening_date', type: 'date', nullable: true }) openingDate: string | null;
  @Column({ name: 'closing_date', type: 'date', nullable: true }) closingDate: string | null;
  @Column({ name: 'nomination_deadline', type: 'date', nullable: true }) nominationDeadline: string | null;
  /** Frozen with the decision: which rule set, and its rules as they were. */
  @ForeignKey('RuleSetEntity', { name: 'FK_classes_class_rule_set' })
  @Column({ name: 'rule_set_id', type: 'int', nullable: true }) ruleSetId: number | null;
  @Column({ type: 'json', nullable: true }) rules: unknown;
  @Column({ name: 'decision_no', type: 'varchar', length: 60, nullable: true }) decisionNo: string | null;
  @Column({ name: 'decision_date', type: 'date', nullable: true }) decisionDate: string | null;
  @Column({ name: 'decision_signer', type: 'varchar', length: 120, nullable: true }) decisionSigner: string | null;
  @ForeignKey('FileRow', { name: 'FK_classes_class_decision_file' })
  @Column({ name: 'decision_file_id', type: 'int', nullable: true }) decisionFileId: number | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}

/** How many seats a unit may fill. */
@Entity('classes_quota')
export class QuotaEntity {
  @ForeignKey('TrainingClassEntity', { name: 'FK_classes_quota_class' })
  @PrimaryColumn({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('UnitEntity', { name: 'FK_classes_quota_unit' })
  @PrimaryColumn({ name: 'unit_id', type: 'int' }) unitId: number;
  @Column({ type: 'int' }) seats: number;
}

/** Who looks after a class: SUPERVISOR or COORDINATOR. */
@Entity('classes_staff')
@Index('IDX_classes_staff_person', ['personId'])
export class ClassStaffEntity {
  @ForeignKey('TrainingClassEntity', { name: 'FK_classes_staff_class' })
  @PrimaryColumn({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('PersonEntity', { name: 'FK_classes_staff_person' })
  @PrimaryColumn({ name: 'person_id', type: 'int' }) personId: number;
  @PrimaryColumn({ length: 20 }) role: string;
}
