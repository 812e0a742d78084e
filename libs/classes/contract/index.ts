export * from './class-words.ts';
export { classesErrors } from './classes.errors.ts';
export { classCan, classDetail, classItem, classQuota, classStaffMember, classTopic, trainingClassRoutes, unitRef } from './training-class.ts';
export type { ClassDetail, ClassItem, UnitRef } from './training-class.ts';
export { classSession, sessionLecturer, sessionPeriod, sessionRoutes, sessionTopic } from './session.ts';
export type { ClassSession } from './session.ts';
export {
  lecturerCandidate, lecturerChoice, roomChoice, timetableImport, timetableImportRoutes, timetableProblem, timetableProblemCodes, timetableProblemTexts,
} from './timetable-import.ts';
export type { LecturerChoice, RoomChoice, TimetableImport, TimetableProblemCode } from './timetable-import.ts';
export { publicHolidays, publicHolidayYears, type PublicHoliday } from './public-holidays.ts';
export { bell, holiday, placeRoutes, room } from './place.ts';
export type { Bell, Holiday, Room } from './place.ts';
export { roomName } from './room-name.ts';
export { lecturer, lecturerRoutes } from './lecturer.ts';
export type { Lecturer } from './lecturer.ts';
