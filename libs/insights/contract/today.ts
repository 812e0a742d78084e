import { z } from 'zod';
import { day, instant, route } from '@halong/platform/contract';
import { sessionModes, sessionStates } from '@halong/classes/contract';

const sessionFacts = z.object({
  sessionId: z.number().int(),
  sessionNo: z.number().int(),
  classId: z.number().int(),
  classCode: z.string(),
  classNameVi: z.string(),
  classNameEn: z.string(),
  topic: z.string(),
  startsAt: instant,
  endsAt: instant,
  firstPeriod: z.number().int(),
  lastPeriod: z.number().int(),
  mode: z.enum(sessionModes),
  state: z.enum(sessionStates),
  /** The room, or the place of a field study. */
  where: z.string().nullable(),
  lecturers: z.string().nullable(),
});

/** A session of mine with what is known of my presence. */
export const todaySession = sessionFacts.extend({
  sessionsTotal: z.number().int(),
  /** From when the room's code is accepted. */
  checkInFrom: instant,
  mine: z.object({ status: z.string(), way: z.string(), arrivedAt: instant.nullable(), periodsCredited: z.number().int(), periodsTotal: z.number().int() }).nullable(),
});
export type TodaySession = z.output<typeof todaySession>;

export const today = z.object({
  day,
  /** The server's time: what is open is decided by it, not by the phone's clock. */
  now: instant,
  fullName: z.string(),
  gender: z.enum(['M', 'F']).nullable(),
  /** Today's, in order of time. */
  sessions: z.array(todaySession),
  /** The next ones, two weeks ahead at most. */
  upcoming: z.array(todaySession),
  /** Periods of this year. */
  ledger: z.object({ counted: z.number().int(), onTheWay: z.number().int(), expected: z.number().int(), needed: z.number().int() }),
});
export type Today = z.output<typeof today>;

/** A session that I lead, with how its attendance stands. */
export const deskSession = sessionFacts.extend({
  expected: z.number().int(),
  present: z.number().int(),
  toReview: z.number().int(),
});
export type DeskSession = z.output<typeof deskSession>;

export const desk = z.object({
  day,
  sessions: z.array(deskSession),
  /** Ended sessions of the last two weeks whose attendance nobody has locked. */
  toLock: z.array(deskSession),
  /** Classes with names waiting for a decision. */
  nominations: z.array(z.object({ classId: z.number().int(), classCode: z.string(), waiting: z.number().int(), deadline: day.nullable() })),
  /** Classes that are over and whose grade sheet nobody has submitted, longest first; `blank` trainees have no mark at all. */
  sheets: z.array(z.object({ classId: z.number().int(), classCode: z.string(), closedOn: day, daysSince: z.number().int(), trainees: z.number().int(), blank: z.number().int() })),
  /** Classes under way with people who have missed more than the rules allow. */
  barred: z.array(z.object({ classId: z.number().int(), classCode: z.string(), people: z.number().int() })),
});
export type Desk = z.output<typeof desk>;

const getToday = route({ method: 'GET', path: '/my/today', summary: 'What a trainee needs now: the sessions of today and next, and the periods of the year.', access: 'signed-in', response: today });
const getDesk = route({
  method: 'GET',
  path: '/my/desk',
  summary: 'What a lecturer or coordinator needs now: the sessions they lead today, attendance to lock, lists to decide.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'],
  response: desk,
});

export const todayRoutes = { getToday, getDesk };
