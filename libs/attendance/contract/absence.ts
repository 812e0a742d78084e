import { z } from 'zod';
import { day, id, idParams, instant, pageOf, pageQuery, route } from '@halong/platform/contract';

const int = z.number().int();

/** Absence in one part of the programme, in periods. `partId` 0: sessions that belong to no part. */
export const partAbsence = z.object({
  partId: int,
  titleVi: z.string(),
  titleEn: z.string(),
  plannedPeriods: int,
  creditedPeriods: int,
  excused: int,
  unexcused: int,
  /** Late arrivals; several make one period absent. */
  late: int,
  toDecide: int,
  /** Weighted absence. */
  absent: z.number(),
  /** Of the planned periods, 0–1 and above. */
  ratio: z.number(),
  /** The largest absence still allowed. */
  limit: z.number(),
  periodsLeftBeforeBarred: int,
  barred: z.boolean(),
});
export type PartAbsenceView = z.output<typeof partAbsence>;

export const absenceSummary = z.object({
  enrolmentId: int,
  periodsCredited: int,
  /** Of all sessions on the timetable that are not cancelled. */
  periodsTotal: int,
  /** Periods of sessions that are over. */
  periodsHeld: int,
  toReview: int,
  parts: z.array(partAbsence),
  /** The smallest of the parts. */
  periodsLeftBeforeBarred: int,
  barred: z.boolean(),
});
export type AbsenceSummary = z.output<typeof absenceSummary>;

/** One person in one session at a glance: all periods credited, some, none, absent with an excuse, somebody must decide, not over yet. */
export const sessionMarks = ['ALL', 'SOME', 'NONE', 'EXCUSED', 'TO_DECIDE', 'COMING'] as const;
export type SessionMark = (typeof sessionMarks)[number];

/** A session of the class that is not cancelled; `periods` it takes. */
export const heldSession = z.object({ id: int, day, startsAt: instant, periods: int });
export type HeldSession = z.output<typeof heldSession>;

/** `marks` in the order of the sessions. */
export const traineeAbsence = absenceSummary.extend({
  fullName: z.string(),
  unitName: z.string(),
  marks: z.array(z.object({ mark: z.enum(sessionMarks), credited: int, total: int })),
});
export type TraineeAbsence = z.output<typeof traineeAbsence>;

const classAttendance = route({
  method: 'GET',
  path: '/classes/:id/attendance-summary',
  summary: 'Each trainee of the class with credited periods, absence by part, what may still be missed, and each session at a glance; by given name.',
  access: 'signed-in',
  params: idParams,
  query: pageQuery,
  response: pageOf(traineeAbsence).extend({ sessions: z.array(heldSession) }),
});

const myAbsence = route({
  method: 'GET',
  path: '/my/absence',
  summary: 'My own absence in a class, by part.',
  access: 'signed-in',
  query: z.object({ classId: id }),
  response: absenceSummary,
});

export const absenceRoutes = { classAttendance, myAbsence };
