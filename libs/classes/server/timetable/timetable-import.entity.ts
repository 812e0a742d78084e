import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A timetable file that waits for its names to be resolved. Nothing of it is in the timetable before it is confirmed. */
@Entity('classes_timetable_import')
@Index('IDX_classes_timetable_import_class', ['classId'])
export class TimetableImportEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_classes_timetable_import_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('FileRow', { name: 'FK_classes_timetable_import_file' })
  @Column({ name: 'file_id', type: 'int' }) fileId: number;
  /** PROPOSED, CONFIRMED or DISCARDED. */
  @Column({ length: 20 }) state: string;
  @Column({ type: 'json' }) draft: unknown;
  @Column({ name: 'created_by', type: 'int', nullable: true }) createdBy: number | null;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}
