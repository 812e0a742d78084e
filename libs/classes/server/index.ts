import type { Domain } from '@halong/platform/server';
import { LecturerEntity } from './lecturer/lecturer.entity.ts';
import { RoomEntity, BellEntity, HolidayEntity } from './place/place.entity.ts';
import { ClassSessionEntity, SessionPeriodEntity, SessionLecturerEntity } from './session/session.entity.ts';
import { TimetableImportEntity } from './timetable/timetable-import.entity.ts';
import { TrainingClassEntity, QuotaEntity, ClassStaffEntity } from './training-class/training-class.entity.ts';
import { ClassesFoundation1790000600000 } from './migrations/1790000600000-classes-foundation.ts';
import { ClassesModule } from './classes.module.ts';

export const classes: Domain = {
  name: 'classes',
  module: ClassesModule,
  entities: [LecturerEntity, RoomEntity, BellEntity, HolidayEntity, ClassSessionEntity, SessionPeriodEntity, SessionLecturerEntity, TimetableImportEntity, TrainingClassEntity, QuotaEntity, ClassStaffEntity],
  migrations: [ClassesFoundation1790000600000],
  routes: {},
};
