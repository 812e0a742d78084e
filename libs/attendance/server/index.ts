import type { Domain } from '@halong/platform/server';
import { AttendanceSessionEntity, EvidenceEntity, AttendanceRecordEntity, CodeTryEntity } from './attendance/attendance.entity.ts';
import { AttendanceFoundation1790000800000 } from './migrations/1790000800000-attendance-foundation.ts';
import { AttendanceModule } from './attendance.module.ts';

export const attendance: Domain = {
  name: 'attendance',
  module: AttendanceModule,
  entities: [AttendanceSessionEntity, EvidenceEntity, AttendanceRecordEntity, CodeTryEntity],
  migrations: [AttendanceFoundation1790000800000],
  routes: {},
};
