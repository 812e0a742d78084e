import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One session (buổi học) of a class. */
@Entity('classes_session')
@Index('UQ_classes_session_no', ['classId', 'sessionNo'], { unique: true })
@Index('IDX_classes_session_state', ['state', 'startsAt'])
@Index('IDX_classes_session_time', ['startsAt', 'endsAt'])
@Index('IDX_classes_session_room', ['roomId', 'startsAt'])
export class ClassSessionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_classes_session_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ name: 'session_no', type: 'int' }) sessionNo: number;
  @Column({ type: 'date' }) day: string;
  @Column({ name: 'starts_at', type: 'datetime', precision: 3 }) startsAt: Date;
  @Column({ name: 'ends_at', type: 'datetime', precision: 3 }) endsAt: Date;
  /** ROOM, ONLINE, BOTH or FIELD. */
  @Column({ length: 10 }) mode: string;
  @ForeignKey('RoomEntity', { name: 'FK_classes_session_room' })
  @Column({ name: 'room_id', type: 'int', nullable: true }) roomId: number | null;
  /** The place of a field study. */
  @Column({ type: 'varchar', length: 255, nullable: true }) place: string | null;
  @Column({ length: 300 }) topic: string;
  @ForeignKey('ProgrammeUnitEntity', { name: 'FK_classes_session_programme_unit' })
  @Column({ name: 'programme_unit_id', type: 'int', nullable: true }) programmeUnitId: number | null;
  /** SCHEDULED, LIVE, ENDED, ATTENDANCE_LOCKED or CANCELLED. */
  @Column({ length: 20, default: 'SCHEDULED' }) state: string;
  @Column({ name: 'state_reason', type: 'varchar', length: 500, nullable: true }) stateReason: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** One period (tiết) of a session. */
@Entity('classes_session_period')
export class SessionPeriodEntity {
  @ForeignKey('ClassSessionEntity', { name: 'FK_classes_session_period_session' })
  @PrimaryColumn({ name: 'session_id', type: 'int' }) sessionId: number;
  @PrimaryColumn({ name: 'period_no', type: 'int' }) periodNo: number;
  @Column({ name: 'starts_at', type: 'datetime', precision: 3 }) startsAt: Date;
  @Column({ name: 'ends_at', type: 'datetime', precision: 3 }) endsAt: Date;
}

@Entity('classes_session_lecturer')
@Index('IDX_classes_session_lecturer_lecturer', ['lecturerId'])
export class SessionLecturerEntity {
  @ForeignKey('ClassSessionEntity', { name: 'FK_classes_session_lecturer_session' })
  @PrimaryColumn({ name: 'session_id', type: 'int' }) sessionId: number;
  @ForeignKey('LecturerEntity', { name: 'FK_classes_session_lecturer_lecturer' })
  @PrimaryColumn({ name: 'lecturer_id', type: 'int' }) lecturerId: number;
}
