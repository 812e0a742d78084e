import { lazy } from 'react';

export { AttendanceSummary } from './mine/attendance-summary.tsx';
export { MyAbsence } from './mine/my-absence.tsx';
export { MyAttendance } from './mine/my-session-attendance.tsx';

/** Screens of attendance, each its own chunk. `Projector` is given its frame: `<Projector frame={ProjectorLayout} />`. */
export const attendanceScreens = {
  Attendance: lazy(() => import('./list/attendance.tsx')),
  ClassAttendance: lazy(() => import('./mine/class-attendance.tsx')),
  Projector: lazy(() => import('./projector/projector.tsx')),
  CheckIn: lazy(() => import('./check-in/check-in.tsx')),
  ScanLink: lazy(() => import('./check-in/scan-link.tsx')),
  Room: lazy(() => import('./room/room.tsx')),
};
