export * from './attendance-words.ts';
export { attendanceErrors } from './attendance.errors.ts';
export {
  appliedRules, attendanceCan, attendanceEvidence, attendanceRoutes, attendanceRow, attendanceSession, checkInTopic, myAttendanceTopic, periodVerdict, sessionAttendanceTopic,
} from './attendance.ts';
export type { AttendanceEvidence, AttendanceRow, AttendanceSession } from './attendance.ts';
export { checkCodeView, checkInReceipt, checkInRoutes } from './check-in.ts';
export type { CheckCodeView, CheckInReceipt } from './check-in.ts';
export { answerEvent, attendanceSocketEvents, heartbeatEvent, joinEvent, presencePrompt } from './online.ts';
export type { PresencePrompt } from './online.ts';
export { absenceRoutes, absenceSummary, heldSession, partAbsence, sessionMarks, traineeAbsence } from './absence.ts';
export type { AbsenceSummary, HeldSession, PartAbsenceView, SessionMark, TraineeAbsence } from './absence.ts';
export { renderSentence, sayPresence, sentence } from './presence.texts.ts';
export type { Sentence, SentenceCode } from './presence.texts.ts';
