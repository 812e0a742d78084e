import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { vietnameseCollation } from '@halong/platform/server';

/** An official. The personal id is encrypted; it is found by an HMAC under a key that the database does not hold. */
@Entity('organisation_person')
@Index('UQ_organisation_person_personal_id_hash', ['personalIdHash'], { unique: true })
@Index('IDX_organisation_person_search', ['searchKey'])
@Index('IDX_organisation_person_sort', ['sortName', 'id'])
export class PersonEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ name: 'full_name', length: 120 }) fullName: string;
  /** "given middle surname", sorted as Vietnamese lists are. */
  @Column({ name: 'sort_name', length: 120, collation: vietnameseCollation }) sortName: string;
  @Column({ name: 'search_key', length: 160 }) searchKey: string;
  @Column({ name: 'birth_date', type: 'date', nullable: true }) birthDate: string | null;
  @Column({ name: 'birth_year', type: 'smallint', nullable: true }) birthYear: number | null;
  @Column({ type: 'char', length: 1, nullable: true }) gender: 'M' | 'F' | null;
  @Column({ type: 'varchar', length: 40, nullable: true }) ethnicity: string | null;
  @Column({ name: 'party_member', type: 'boolean', nullable: true }) partyMember: boolean | null;
  @Column({ name: 'personal_id_cipher', type: 'varbinary', length: 80, nullable: true }) personalIdCipher: Buffer | null;
  @Column({ name: 'personal_id_hash', type: 'char', length: 64, nullable: true }) personalIdHash: string | null;
  @Column({ type: 'varchar', length: 120, nullable: true }) email: string | null;
  @Column({ type: 'varchar', length: 20, nullable: true }) phone: string | null;
  /** Level of political theory: SC, TC, CC. */
  @Column({ name: 'political_theory', type: 'varchar', length: 20, nullable: true }) politicalTheory: string | null;
  /** Target group of defence-security knowledge, 1–4. */
  @Column({ name: 'defence_group', type: 'varchar', length: 20, nullable: true }) defenceGroup: string | null;
  @Column({ type: 'varchar', length: 500, nullable: true }) note: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}

/** Where a person works, dated. `unit_id` is null while nobody has decided which unit the given text means. */
@Entity('organisation_employment')
@Index('IDX_organisation_employment_unit', ['unitId', 'validTo'])
@Index('IDX_organisation_employment_person', ['personId', 'validTo'])
export class EmploymentEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('PersonEntity', { name: 'FK_organisation_employment_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  @ForeignKey('UnitEntity', { name: 'FK_organisation_employment_unit' })
  @Column({ name: 'unit_id', type: 'int', nullable: true }) unitId: number | null;
  @Column({ name: 'unit_text', length: 255 }) unitText: string;
  @Column({ type: 'varchar', length: 160, nullable: true }) position: string | null;
  @Column({ type: 'varchar', length: 80, nullable: true }) rank: string | null;
  @Column({ name: 'valid_from', type: 'date', nullable: true }) validFrom: string | null;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
}

/** A record that somebody corrected by hand. Append-only: it is the history that people read beside the record. */
@Entity('organisation_person_correction')
@Index('IDX_organisation_person_correction_person', ['personId', 'id'])
export class PersonCorrectionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('PersonEntity', { name: 'FK_organisation_person_correction_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  /** [{ field, before, after }] */
  @Column({ type: 'json' }) changes: unknown;
  @Column({ length: 500 }) reason: string;
  @Column({ name: 'corrected_by', type: 'int' }) correctedBy: number;
  @Column({ name: 'corrected_by_name', length: 120 }) correctedByName: string;
  @Column({ name: 'corrected_at', type: 'datetime', precision: 3 }) correctedAt: Date;
}
