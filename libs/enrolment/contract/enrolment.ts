import { z } from 'zod';
import { day, id, idParams, instant, pageOf, pageQuery, route, topic, type TextPair } from '@halong/platform/contract';
import { enrolmentErrors as errors } from './enrolment.errors.ts';

export const enrolmentStates = [
  'ADMITTED', 'ACTIVE', 'EXAM_ELIGIBLE', 'EXAM_BARRED', 'PASSED', 'FAILED', 'COMPLETED', 'DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED',
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

export const enrolmentStateNames: Record<EnrolmentState, TextPair> = {
  ADMITTED: { vi: 'Đã được duyệt', en: 'Admitted' },
  ACTIVE: { vi: 'Đang học', en: 'Active' },
  EXAM_ELIGIBLE: { vi: 'Đủ điều kiện dự thi', en: 'Eligible for the exam' },
  EXAM_BARRED: { vi: 'Không đủ điều kiện dự thi', en: 'Barred from the exam' },
  PASSED: { vi: 'Đạt', en: 'Passed' },
  FAILED: { vi: 'Không đạt', en: 'Failed' },
  COMPLETED: { vi: 'Hoàn thành', en: 'Completed' },
  DEFERRED: { vi: 'Bảo lưu', en: 'Deferred' },
  DROPPED: { vi: 'Thôi học', en: 'Dropped out' },
  EXPELLED: { vi: 'Buộc thôi học', en: 'Expelled' },
  TRANSFERRED: { vi: 'Chuyển lớp', en: 'Transferred' },
};

/** Those who have left hold no seat; everybody else does. */
export const leftStates = ['DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'] as const satisfies readonly EnrolmentState[];
export const seatedStates = enrolmentStates.filter((state) => !(leftStates as readonly EnrolmentState[]).includes(state));

/** A person in a class; unit, position and rank are those of the day of admission. */
export const enrolmentItem = z.object({
  id: z.number().int(),
  classId: z.number().int(),
  personId: z.number().int(),
  fullName: z.string(),
  unitId: z.number().int().nullable(),
  unitName: z.string(),
  position: z.string().nullable(),
  rank: z.string().nullable(),
  state: z.enum(enrolmentStates),
  disciplineNote: z.string().nullable(),
  version: z.number().int(),
  admittedAt: instant,
  can: z.object({ changeTo: z.array(z.enum(enrolmentStates)), noteDiscipline: z.boolean() }),
});
export type EnrolmentItem = z.output<typeof enrolmentItem>;

/** The same with its class, for a person's own list. */
export const personEnrolment = enrolmentItem.extend({
  class: z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string(), state: z.string(), openingDate: day.nullable(), closingDate: day.nullable() }),
});
export type PersonEnrolment = z.output<typeof personEnrolment>;

const listOfClass = route({
  method: 'GET',
  path: '/classes/:classId/enrolments',
  summary: 'The trainees of a class, sorted by given name. A unit head sees those of their own units.',
  access: 'signed-in',
  params: z.object({ classId: id }),
  query: pageQuery.extend({ state: z.enum(enrolmentStates).optional(), seated: z.stringbool().optional() }),
  response: pageOf(enrolmentItem),
});

const listMine = route({ method: 'GET', path: '/my/enrolments', summary: 'The classes that I am enrolled in, newest first.', access: 'signed-in', query: pageQuery, response: pageOf(personEnrolment) });

const listOfPerson = route({
  method: 'GET',
  path: '/people/:id/enrolments',
  summary: 'The classes of one person: for the person, the heads of their unit and the training office.',
  access: 'signed-in',
  params: idParams,
  query: pageQuery,
  response: pageOf(personEnrolment),
});

const changeState = route({
  method: 'POST',
  path: '/enrolments/:id/state',
  summary: 'Defers, drops, expels, transfers or takes back a trainee, with a reason. Taking back needs a free seat.',
  access: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'],
  params: idParams,
  body: z.strictObject({ to: z.enum([...leftStates, 'ADMITTED', 'ACTIVE']), reason: z.string().trim().min(3).max(500), version: z.number().int() }),
  response: enrolmentItem,
  errors: [errors.state_not_reachable, errors.reason_missing, errors.class_full],
});

const noteDiscipline = route({
  method: 'PUT',
  path: '/enrolments/:id/discipline-note',
  summary: 'Notes a breach of discipline of a trainee, or takes the note back with null, with a reason. Nobody completes the class while a note stands.',
  access: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'],
  params: idParams,
  body: z.strictObject({ note: z.string().trim().min(3).max(500).nullable(), reason: z.string().trim().min(3).max(500), version: z.number().int() }),
  response: enrolmentItem,
  errors: [errors.left_class],
});

export const enrolmentRoutes = { listOfClass, listMine, listOfPerson, changeState, noteDiscipline };

/** Nominations and enrolments of a class; watched with the class id by those who run it. */
export const classEnrolmentTopic = topic({ name: 'class-enrolment', access: 'signed-in' });
