import { z } from 'zod';
import { day, id, idParams, instant, pageOf, pageQuery, platformErrors, route, topic } from '@halong/platform/contract';
import { attendanceFilters, attendanceWays, markStatuses, periodStates, recordStatuses } from './attendance-words.ts';
import { attendanceErrors as errors } from './attendance.errors.ts';
import { sentence } from './presence.texts.ts';

const int = z.number().int();
const span = z.object({ from: instant, to: instant });
const traineeParams = z.object({ id, enrolmentId: id });
const reason = z.string().trim().min(3).max(500);

/** One period with its verdict; `why` is to be shown with `renderSentence`. */
export const periodVerdict = z.object({
  no: int,
  startsAt: instant,
  endsAt: instant,
  state: z.enum(periodStates),
  minutesPresent: int,
  minutesTotal: int,
  why: sentence,
});

/** One line of the list. */
export const attendanceRow = z.object({
  enrolmentId: int,
  fullName: z.string(),
  unitName: z.string(),
  status: z.enum(recordStatuses),
  way: z.enum(attendanceWays),
  arrivedAt: instant.nullable(),
  /** Null while the person is there. */
  leftAt: instant.nullable(),
  periods: z.array(periodVerdict),
  periodsCredited: int,
  minutes: int,
  toReview: z.boolean(),
});
export type AttendanceRow = z.output<typeof attendanceRow>;

/** The session as attendance sees it. */
export const attendanceSession = z.object({
  id: int,
  classId: int,
  classCode: z.string(),
  classNameVi: z.string(),
  classNameEn: z.string(),
  sessionNo: int,
  topic: z.string(),
  day,
  startsAt: instant,
  endsAt: instant,
  /** The window in which codes and online presence are taken. */
  opensAt: instant,
  /** Arriving after this instant is late. */
  lateAfter: instant,
  mode: z.enum(['ROOM', 'ONLINE', 'BOTH', 'FIELD']),
  state: z.enum(['SCHEDULED', 'LIVE', 'ENDED', 'ATTENDANCE_LOCKED', 'CANCELLED']),
  roomName: z.string().nullable(),
  lecturers: z.array(z.string()),
  periods: z.array(z.object({ no: int, startsAt: instant, endsAt: instant })),
  /** When attendance was locked (by hand or by the clock), and when the clock will. */
  lockedAt: instant.nullable(),
  locksAt: instant,
});
export type AttendanceSession = z.output<typeof attendanceSession>;

export const attendanceCan = z.object({
  /** Mark, decide a period, record a check-out. */
  mark: z.boolean(),
  /** Enter an excused absence. */
  excuse: z.boolean(),
  /** Close the attendance ("Chốt"). */
  lock: z.boolean(),
  /** Open the projector page. */
  showCode: z.boolean(),
  /** The attendance is locked: each change needs its reason and is audited as a late one. */
  late: z.boolean(),
});

const counts = z.object({ all: int, 'to-review': int, room: int, online: int, absent: int });

const listAttendance = route({
  method: 'GET',
  path: '/sessions/:id/attendance',
  summary: 'Everybody in the session by given name, judged now, with the number of people behind each filter. For its lecturers, the staff of the class and those above them.',
  access: 'signed-in',
  params: idParams,
  query: pageQuery.extend({ filter: z.enum(attendanceFilters).default('all') }),
  response: pageOf(attendanceRow).extend({ session: attendanceSession, counts, can: attendanceCan }),
});

/** Where the rules of the class come from; null before the class is decided. */
export const appliedRules = z.object({ ruleSetId: int, nameVi: z.string(), nameEn: z.string(), version: int, legalBasis: z.string() });

/** Everything that is known about one person in one session, and what follows from it. */
export const attendanceEvidence = z.object({
  session: attendanceSession,
  person: attendanceRow,
  /** Connected or in the room, inside the session, each moment once. */
  stretches: z.array(span),
  gaps: z.array(span.extend({ period: int, kind: z.enum(['BEFORE_ARRIVAL', 'DISCONNECTED', 'OUT']) })),
  prompts: z.array(z.object({ no: int, shownAt: instant, answeredAt: instant.nullable() })),
  title: sentence,
  lines: z.array(sentence),
  rules: z.array(sentence),
  appliedRules: appliedRules.nullable(),
  /** What happened, in order of time. */
  timeline: z.array(z.object({ at: instant, what: sentence, tone: z.enum(['ok', 'warn', 'plain']), documentFileId: int.nullable() })),
  can: attendanceCan.extend({
    /** Periods for which a human may say whether they count. */
    decide: z.array(int),
  }),
});
export type AttendanceEvidence = z.output<typeof attendanceEvidence>;

const getAttendance = route({
  method: 'GET',
  path: '/sessions/:id/attendance/:enrolmentId',
  summary: 'One person in one session: the evidence, what follows from it, and why.',
  access: 'signed-in',
  params: traineeParams,
  response: attendanceEvidence,
});

const getMyAttendance = route({
  method: 'GET',
  path: '/sessions/:id/my-attendance',
  summary: 'My own attendance in this session, with the same reasons that the lecturer sees.',
  access: 'signed-in',
  params: idParams,
  response: attendanceEvidence,
});

const changeErrors = [errors.locked, errors.reason_missing, errors.not_begun, errors.session_cancelled, platformErrors.not_found] as const;

const markAttendance = route({
  method: 'POST',
  path: '/sessions/:id/attendance/:enrolmentId/mark',
  summary: 'The word of the lecturer (or the coordinator) about one person. Without `periods` PRESENT credits all, UNEXCUSED none, the others leave them as computed.',
  access: 'signed-in',
  params: traineeParams,
  body: z.strictObject({ status: z.enum(markStatuses), periods: z.array(int.min(1).max(20)).max(20).optional(), reason }),
  response: attendanceEvidence,
  errors: [...changeErrors, errors.period_unknown],
});

const decidePeriod = route({
  method: 'POST',
  path: '/sessions/:id/attendance/:enrolmentId/periods/:no',
  summary: 'Says whether one period counts for one person; the answer to a period "to decide".',
  access: 'signed-in',
  params: traineeParams.extend({ no: z.coerce.number().int().min(1).max(20) }),
  body: z.strictObject({ credited: z.boolean(), reason }),
  response: attendanceEvidence,
  errors: [...changeErrors, errors.period_unknown],
});

const excuseAttendance = route({
  method: 'POST',
  path: '/sessions/:id/attendance/:enrolmentId/excuse',
  summary: 'The coordinator enters an excused absence with its document, before or after the session.',
  access: 'signed-in',
  params: traineeParams,
  body: z.strictObject({ documentFileId: id, reason }),
  response: attendanceEvidence,
  errors: [...changeErrors, errors.document_missing, errors.document_unknown],
});

const uploadExcuse = route({
  method: 'POST',
  path: '/attendance-files',
  summary: 'Takes in the document of an excused absence (PDF, .docx, JPG or PNG, told by its content). Its id goes into the excuse of the same person. For coordinators, by role or by the staff of a class.',
  access: 'signed-in',
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  upload: { maxBytes: 10 * 1_048_576 },
  response: z.object({ fileId: int, name: z.string(), bytes: int }),
  errors: [errors.document_type, platformErrors.forbidden, platformErrors.too_large],
});

const getExcuse = route({
  method: 'GET',
  path: '/sessions/:id/attendance/:enrolmentId/documents/:fileId',
  summary: 'The document of an excused absence, for those who may see the evidence.',
  access: 'signed-in',
  params: traineeParams.extend({ fileId: id }),
  download: ['application/pdf', 'image/jpeg', 'image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
});

const markPresent = route({
  method: 'POST',
  path: '/sessions/:id/attendance/mark-present',
  summary: 'Roll call: marks these people as present.',
  access: 'signed-in',
  params: idParams,
  body: z.strictObject({ enrolmentIds: z.array(id).min(1).max(300), reason }),
  response: z.object({ marked: int }),
  errors: [...changeErrors, errors.trainee_unknown],
});

const checkOutByHand = route({
  method: 'POST',
  path: '/sessions/:id/attendance/:enrolmentId/check-out',
  summary: 'Records that a person left the room, now or at an earlier instant of the session.',
  access: 'signed-in',
  params: traineeParams,
  body: z.strictObject({ at: instant.optional(), reason }),
  response: attendanceEvidence,
  errors: changeErrors,
});

const lockAttendance = route({
  method: 'POST',
  path: '/sessions/:id/attendance/lock',
  summary: 'Closes the attendance of a session that has ended. With people still to review it asks for `openCases: true`.',
  access: 'signed-in',
  params: idParams,
  body: z.strictObject({ openCases: z.boolean().default(false) }),
  response: z.object({ lockedAt: instant }),
  errors: [errors.not_ended, errors.still_to_review, errors.already_locked, errors.session_cancelled],
});

export const attendanceRoutes = {
  listAttendance, getAttendance, getMyAttendance, markAttendance, decidePeriod, excuseAttendance, uploadExcuse, getExcuse, markPresent, checkOutByHand, lockAttendance,
};

/** The list of a session; watched by session id by those who may see it. At most five times a second. */
export const sessionAttendanceTopic = topic({ name: 'session-attendance', access: 'signed-in' });
/** The projector of a session; watched by session id by those who may show the code. At most five times a second. */
export const checkInTopic = topic({ name: 'check-in', access: 'signed-in' });
/** My own record; watched by enrolment id. */
export const myAttendanceTopic = topic({ name: 'my-attendance', access: 'signed-in' });
