import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A room of an institution. */
@Entity('classes_room')
@Index('UQ_classes_room_name', ['institutionId', 'name'], { unique: true })
export class RoomEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('UnitEntity', { name: 'FK_classes_room_institution' })
  @Column({ name: 'institution_id', type: 'int' }) institutionId: number;
  @Column({ length: 120 }) name: string;
  @Column({ name: 'search_key', length: 160 }) searchKey: string;
  @Column({ type: 'int', nullable: true }) capacity: number | null;
  @Column({ type: 'boolean', default: true }) active: boolean;
}

/** When a period begins and ends, wall clock HH:mm. `institution_id` null is the default of the province. */
@Entity('classes_bell')
@Index('IDX_classes_bell_institution', ['institutionId', 'periodNo'])
export class BellEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('UnitEntity', { name: 'FK_classes_bell_institution' })
  @Column({ name: 'institution_id', type: 'int', nullable: true }) institutionId: number | null;
  @Column({ name: 'period_no', type: 'int' }) periodNo: number;
  @Column({ name: 'starts', type: 'char', length: 5 }) starts: string;
  @Column({ name: 'ends', type: 'char', length: 5 }) ends: string;
}

@Entity('classes_holiday')
@Index('UQ_classes_holiday_day', ['day'], { unique: true })
export class HolidayEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ type: 'date' }) day: string;
  @Column({ name: 'name_vi', length: 160 }) nameVi: string;
  @Column({ name: 'name_en', length: 160 }) nameEn: string;
}
