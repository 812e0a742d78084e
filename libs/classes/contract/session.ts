import { z } from 'zod';
import { day, id, idParams, instant, inWords, platformErrors, route, topic } from '@halong/platform/contract';
import { classesErrors } from './classes.errors.ts';
import { sessionModes, sessionStates } from './class-words.ts';

export const sessionPeriod = z.object({ periodNo: z.number().int(), startsAt: instant, endsAt: instant });
export const sessionLecturer = z.object({ lecturerId: z.number().int(), personId: z.number().int(), fullName: z.string(), title: z.string() });

export const classSession = z.object({
  id: z.number().int(),
  classId: z.number().int(),
  classCode: z.string(),
  classNameVi: z.string(),
  classNameEn: z.string(),
  sessionNo: z.number().int(),
  day,
  startsAt: instant,
  endsAt: instant,
  periods: z.array(sessionPeriod),
  mode: z.enum(sessionModes),
  room: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** Where a field study goes. */
  place: z.string().nullable(),
  topic: z.string(),
  programmeUnitId: z.number().int().nullable(),
  state: z.enum(sessionStates),
  stateReason: z.string().nullable(),
  lecturers: z.array(sessionLecturer),
  version: z.number().int(),
  can: z.object({
    /** Switch mode and place, move, replace lecturers, cancel: while it has not begun. */
    change: z.boolean(),
    /** Switch between room and online while it is live. */
    switch: z.boolean(),
    /** Teaches this session or looks after the class. */
    lead: z.boolean(),
  }),
});
export type ClassSession = z.output<typeof classSession>;

const editors = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR'] as const;
const version = z.number().int().positive();
const periods = z.array(z.number().int().min(1).max(20)).min(1).max(12);
const reason = z.string().trim().min(3).max(500);
const when = { day, periods, evenOnHoliday: z.boolean().default(false) };
const clashErrors = [
  classesErrors.room_clash, classesErrors.lecturer_clash, classesErrors.trainee_clash, classesErrors.class_clash, classesErrors.room_needed,
  classesErrors.place_needed, classesErrors.room_unknown, classesErrors.lecturer_unknown,
] as const;
const shareErrors = [classesErrors.online_share, classesErrors.online_not_allowed] as const;
const whenErrors = [classesErrors.no_bells, classesErrors.periods_not_a_run, classesErrors.in_the_past, classesErrors.holiday] as const;

const listClassSessions = route({
  method: 'GET',
  path: '/classes/:id/sessions',
  summary: 'The timetable of a class in order of time, cancelled sessions included.',
  access: 'signed-in',
  params: idParams,
  response: z.array(classSession),
});

const getSession = route({ method: 'GET', path: '/sessions/:id', summary: 'One session.', access: 'signed-in', params: idParams, response: classSession });

const createSession = route({
  method: 'POST',
  path: '/classes/:id/sessions',
  summary: 'Adds one session by hand. The times follow from the bells of the host institution.',
  access: editors,
  params: idParams,
  body: z.strictObject({
    ...when,
    mode: z.enum(sessionModes),
    roomId: id.nullable().default(null),
    place: z.string().trim().max(255).nullable().default(null),
    topic: z.string().trim().min(2).max(300),
    programmeUnitId: id.nullable().default(null),
    lecturerIds: z.array(id).max(10).default([]),
  }),
  response: classSession,
  errors: [...clashErrors, ...whenErrors, ...shareErrors, classesErrors.class_fixed, classesErrors.programme_unknown],
});

const editSession = route({
  method: 'PATCH',
  path: '/sessions/:id',
  summary: 'Switches a session between room, online, both and field study, or changes its room, place or topic. Mode and room may change while it is live.',
  access: editors,
  params: idParams,
  body: z.strictObject({
    version,
    mode: z.enum(sessionModes).optional(),
    roomId: id.nullable().optional(),
    place: z.string().trim().max(255).nullable().optional(),
    topic: z.string().trim().min(2).max(300).optional(),
    programmeUnitId: id.nullable().optional(),
    reason: reason.optional(),
  }),
  response: classSession,
  errors: [...clashErrors, ...shareErrors, classesErrors.session_begun, classesErrors.programme_unknown, platformErrors.stale_version],
});

const moveSession = route({
  method: 'POST',
  path: '/sessions/:id/move',
  summary: 'Moves a session that has not begun to another day, other periods, another room.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, ...when, roomId: id.nullable().optional(), reason }),
  response: classSession,
  errors: [...clashErrors, ...whenErrors, ...shareErrors, classesErrors.session_begun, platformErrors.stale_version],
});

const cancelSession = route({
  method: 'POST',
  path: '/sessions/:id/cancel',
  summary: 'Cancels a session that has not ended.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, reason }),
  response: classSession,
  errors: [classesErrors.session_begun, platformErrors.stale_version],
});

const replaceLecturers = route({
  method: 'PUT',
  path: '/sessions/:id/lecturers',
  summary: 'Sets who teaches the session; possible until it ends.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, lecturerIds: z.array(id).max(10), reason: reason.optional() }),
  response: classSession,
  errors: [classesErrors.lecturer_clash, classesErrors.lecturer_unknown, classesErrors.session_begun, platformErrors.stale_version],
});

const spanFields = { from: day, to: day };
const inOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to && Date.parse(to) - Date.parse(from) <= 100 * 86_400_000;
const spanRule = inWords({ vi: 'Ngày cuối phải từ ngày đầu trở đi và không quá 100 ngày sau.', en: 'The last day must not be before the first one, nor more than 100 days after it.' }, 'to');

const mySessions = route({
  method: 'GET',
  path: '/my/sessions',
  summary: 'The sessions that I teach or attend, in order of time.',
  access: 'signed-in',
  query: z.object(spanFields).refine(inOrder, spanRule),
  response: z.array(classSession.extend({ mine: z.enum(['TEACH', 'ATTEND', 'LOOK_AFTER']) })),
});

const timetable = route({
  method: 'GET',
  path: '/timetable',
  summary: 'Sessions of the classes this person may see, filtered by institution, room or lecturer; at most 2,000.',
  access: 'signed-in',
  query: z.object({ ...spanFields, institutionId: id.optional(), roomId: id.optional(), lecturerId: id.optional() }).refine(inOrder, spanRule),
  response: z.array(classSession),
});

export const sessionRoutes = { listClassSessions, getSession, createSession, editSession, moveSession, cancelSession, replaceLecturers, mySessions, timetable };

/** Changes whenever a session is switched, moved, cancelled, begins or ends; watched by session id. */
export const sessionTopic = topic({ name: 'session', access: 'signed-in' });
