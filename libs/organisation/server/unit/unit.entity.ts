import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, ForeignKey } from 'typeorm';

/** A unit of the dated organisation tree. Dates are days in the province; both ends are inclusive, null is open. */
@Entity('organisation_unit')
@Index('UQ_organisation_unit_code', ['code'], { unique: true })
@Index('IDX_organisation_unit_search', ['searchKey'])
export class UnitEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ length: 40 }) code: string;
  @Column({ name: 'name_vi', length: 200 }) nameVi: string;
  @Column({ name: 'name_en', length: 200 }) nameEn: string;
  @Column({ length: 40 }) type: string;
  @ForeignKey('UnitEntity', { name: 'FK_organisation_unit_parent' })
  @Column({ name: 'parent_id', type: 'int', nullable: true }) parentId: number | null;
  @Column({ name: 'valid_from', type: 'date', nullable: true }) validFrom: string | null;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
  @Column({ name: 'search_key', length: 260 }) searchKey: string;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** Every unit with each of its ancestors and itself: "is below" is one join, in either direction. */
@Entity('organisation_unit_ancestor')
@Index('IDX_organisation_unit_ancestor_down', ['ancestorId', 'unitId'])
export class UnitAncestorEntity {
  @ForeignKey('UnitEntity', { name: 'FK_organisation_unit_ancestor_unit' })
  @PrimaryColumn({ name: 'unit_id', type: 'int' }) unitId: number;
  @ForeignKey('UnitEntity', { name: 'FK_organisation_unit_ancestor_ancestor' })
  @PrimaryColumn({ name: 'ancestor_id', type: 'int' }) ancestorId: number;
  @Column({ type: 'int' }) depth: number;
}

/** What a unit was formed from; the 2025 reorganisation is made of these rows. */
@Entity('organisation_unit_predecessor')
export class UnitPredecessorEntity {
  @ForeignKey('UnitEntity', { name: 'FK_organisation_unit_predecessor_unit' })
  @PrimaryColumn({ name: 'unit_id', type: 'int' }) unitId: number;
  @ForeignKey('UnitEntity', { name: 'FK_organisation_unit_predecessor_former' })
  @PrimaryColumn({ name: 'predecessor_id', type: 'int' }) predecessorId: number;
}
