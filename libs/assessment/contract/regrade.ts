import { z } from 'zod';
import { documentView } from '@halong/materials/contract';
import { id, idParams, instant, platformErrors, route, type TextPair } from '@halong/platform/contract';
import { assessmentErrors } from './assessment.errors.ts';
import { regradeErrors as errors } from './regrade.errors.ts';

export const regradeStates = ['SUBMITTED', 'ACCEPTED', 'REFUSED', 'REMARKING', 'UPHELD', 'CHANGED', 'CLOSED'] as const;
export type RegradeState = (typeof regradeStates)[number];

export const regradeStateNames: Record<RegradeState, TextPair> = {
  SUBMITTED: { vi: 'Đã gửi', en: 'Sent' },
  ACCEPTED: { vi: 'Đã nhận', en: 'Accepted' },
  REFUSED: { vi: 'Không nhận', en: 'Refused' },
  REMARKING: { vi: 'Đang chấm lại', en: 'Being marked again' },
  UPHELD: { vi: 'Giữ nguyên điểm', en: 'Score upheld' },
  CHANGED: { vi: 'Đổi điểm', en: 'Score changed' },
  CLOSED: { vi: 'Đã đóng', en: 'Closed' },
};

/** A trainee's own request. */
export const myRegrade = z.object({
  id: z.number().int(), classId: z.number().int(), component: z.string(), state: z.enum(regradeStates), reason: z.string(), answer: z.string().nullable(),
  oldScore: z.number(), newScore: z.number().nullable(), askedAt: instant,
});
export type MyRegrade = z.output<typeof myRegrade>;

export const myRegrades = z.object({
  items: z.array(myRegrade),
  /** Classes for which a request can be sent now, and until when. */
  open: z.array(z.object({ classId: z.number().int(), until: instant })),
});

/** A request as the class sees it. Markers see its code and component, never whose it is; they see no score but their own. */
export const regrade = z.object({
  id: z.number().int(),
  code: z.string(),
  component: z.string(),
  state: z.enum(regradeStates),
  version: z.number().int(),
  askedAt: instant,
  trainee: z.string().nullable(),
  reason: z.string().nullable(),
  answer: z.string().nullable(),
  oldScore: z.number().nullable(),
  newScore: z.number().nullable(),
  markers: z.array(z.object({ personId: z.number().int(), name: z.string(), score: z.number().nullable(), note: z.string() })),
  can: z.object({ steps: z.array(z.enum(regradeStates)), mark: z.boolean() }),
});
export type Regrade = z.output<typeof regrade>;

export const classRegrades = z.object({
  items: z.array(regrade),
  /** Lecturers of the class; whoever marked a work the first time is refused for it. */
  lecturers: z.array(z.object({ personId: z.number().int(), name: z.string() })),
  until: instant.nullable(),
});
export type ClassRegrades = z.output<typeof classRegrades>;

/** What a new marker marks: each piece of work that the component came from, without its writer. */
export const regradeWork = z.object({
  works: z.array(z.object({ id: z.number().int(), title: z.string(), brief: z.string(), text: z.string(), documents: z.array(documentView) })),
});
export type RegradeWork = z.output<typeof regradeWork>;

const staff = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER'] as const;

const askRegrade = route({
  method: 'POST',
  path: '/my/regrades',
  summary: 'Asks for another marking of one component of mine, once, within the days that the rules of the class allow after publication.',
  access: 'signed-in',
  body: z.strictObject({ enrolmentId: id, component: z.string().max(40), reason: z.string().trim().min(5).max(1_000) }),
  response: myRegrade,
  errors: [errors.regrade_window, errors.regrade_once, errors.regrade_no_score],
});

const listMyRegrades = route({
  method: 'GET',
  path: '/my/regrades',
  summary: 'My regrade requests, newest first, and the classes for which I may still send one.',
  access: 'signed-in',
  response: myRegrades,
});

const listRegrades = route({
  method: 'GET',
  path: '/classes/:id/regrades',
  summary: 'The regrade requests of a class: all of them for its coordinator and manager, those given to me, without names, for a marker.',
  access: staff,
  params: idParams,
  response: classRegrades,
});

const stepRegrade = route({
  method: 'POST',
  path: '/regrades/:id/steps',
  summary: 'Accepts, refuses (with a reason), gives to new markers, concludes or closes a request. UPHELD and CHANGED are decided by the new scores and the rules of the class, whichever of them is asked for.',
  access: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'],
  params: idParams,
  body: z.strictObject({ to: z.enum(regradeStates), version: z.number().int(), reason: z.string().trim().max(500).default(''), markerIds: z.array(id).max(3).default([]) }),
  response: regrade,
  errors: [errors.regrade_step, errors.regrade_reason, errors.regrade_markers, errors.regrade_not_marked, errors.regrade_third, platformErrors.stale_version],
});

const markRegrade = route({
  method: 'PUT',
  path: '/regrades/:id/mark',
  summary: 'The score of a new marker, until the request is concluded.',
  access: ['LECTURER'],
  params: idParams,
  body: z.strictObject({ score: z.number().min(0).max(1_000), note: z.string().trim().max(500).default('') }),
  response: regrade,
  errors: [errors.regrade_step, assessmentErrors.bad_score],
});

const getRegradeWork = route({
  method: 'GET',
  path: '/regrades/:id/work',
  summary: 'The work that was given to me to be marked again, under the code of the request.',
  access: ['LECTURER'],
  params: idParams,
  response: regradeWork,
});

export const regradeRoutes = { askRegrade, listMyRegrades, listRegrades, stepRegrade, markRegrade, getRegradeWork };
