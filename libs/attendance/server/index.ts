import { absenceRoutes, attendanceRoutes, attendanceSocketEvents, checkInRoutes, checkInTopic, myAttendanceTopic, sessionAttendanceTopic } from '@halong/attendance/contract';
import type { Domain } from '@halong/platform/server';
import { attendanceCommands } from './attendance.commands.ts';
import { attendanceMessages } from './attendance.messages.ts';
import { AttendanceModule } from './attendance.module.ts';
import { AttendanceRecordEntity, AttendanceSessionEntity, CodeTryEntity, EvidenceEntity } from './attendance/attendance.entity.ts';
import { JudgedPeriods1795399420408 } from './migrations/1795399420408-judged-periods.ts';
import { AttendanceFoundation1790000800000 } from './migrations/1790000800000-attendance-foundation.ts';

export const attendance: Domain = {
  name: 'attendance',
  module: AttendanceModule,
  entities: [AttendanceSessionEntity, EvidenceEntity, AttendanceRecordEntity, CodeTryEntity],
  migrations: [AttendanceFoundation1790000800000, JudgedPeriods1795399420408],
  routes: { ...attendanceRoutes, ...checkInRoutes, ...absenceRoutes },
  topics: { sessionAttendanceTopic, checkInTopic, myAttendanceTopic },
  socketEvents: attendanceSocketEvents,
  messages: attendanceMessages,
  commands: attendanceCommands,
};

export { AttendanceModule } from './attendance.module.ts';
export { attendanceLocked, attendanceRecorded } from './attendance.messages.ts';
export { AttendanceJobs } from './attendance/attendance.jobs.ts';
export { AttendanceSessions } from './attendance/attendance-sessions.ts';
export type { NewEvidence } from './attendance/evidence.rows.ts';
export { Recorder } from './attendance/recorder.ts';
export { Attendance, type AttendedSession } from './absence/absence.service.ts';
export type { Absence } from './absence/absence-view.rules.ts';
