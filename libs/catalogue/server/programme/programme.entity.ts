import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('catalogue_programme')
@Index('UQ_catalogue_programme_code', ['code'], { unique: true })
export class ProgrammeEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ length: 40 }) code: string;
  @Column({ name: 'name_vi', length: 255 }) nameVi: string;
  @Column({ name: 'name_en', length: 255 }) nameEn: string;
  @Column({ name: 'search_key', length: 300 }) searchKey: string;
  /** Key of the rule sets: LLCT, QLNN, … */
  @Column({ length: 40 }) category: string;
  @Column({ length: 20 }) authority: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}

/** What a programme demands from a day on. Classes keep the version they were planned with. */
@Entity('catalogue_programme_version')
@Index('UQ_catalogue_programme_version', ['programmeId', 'version'], { unique: true })
export class ProgrammeVersionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('ProgrammeEntity', { name: 'FK_catalogue_programme_version_programme' })
  @Column({ name: 'programme_id', type: 'int' }) programmeId: number;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'int' }) periods: number;
  @Column({ name: 'delivery_mode', length: 20 }) deliveryMode: string;
  @Column({ name: 'delivery_note', type: 'varchar', length: 120, nullable: true }) deliveryNote: string | null;
  @Column({ name: 'assessment_text', length: 300 }) assessmentText: string;
  /** CERTIFICATE, ATTESTATION or DIPLOMA. */
  @Column({ length: 20 }) credential: string;
  @Column({ name: 'class_size', type: 'int' }) classSize: number;
  @Column({ name: 'target_group_text', length: 500 }) targetGroupText: string;
  /** { unitTypes, positionPatterns, level } or null: nobody has entered it yet. */
  @Column({ name: 'target_group', type: 'json', nullable: true }) targetGroup: unknown;
  /** [{ key, nameVi, nameEn, weight, required }]; weights sum to 1. */
  @Column({ type: 'json' }) components: unknown;
  @Column({ name: 'valid_from', type: 'date' }) validFrom: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
}

/** A node of the topic tree. */
@Entity('catalogue_programme_unit')
@Index('IDX_catalogue_programme_unit_version', ['versionId', 'position'])
export class ProgrammeUnitEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('ProgrammeVersionEntity', { name: 'FK_catalogue_programme_unit_version' })
  @Column({ name: 'version_id', type: 'int' }) versionId: number;
  @ForeignKey('ProgrammeUnitEntity', { name: 'FK_catalogue_programme_unit_parent' })
  @Column({ name: 'parent_id', type: 'int', nullable: true }) parentId: number | null;
  @Column({ type: 'int' }) position: number;
  /** TOPIC, PART or SUBJECT. */
  @Column({ length: 20 }) kind: string;
  @Column({ name: 'title_vi', length: 300 }) titleVi: string;
  @Column({ name: 'title_en', length: 300 }) titleEn: string;
  @Column({ type: 'int' }) periods: number;
}
