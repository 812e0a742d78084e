import { z } from 'zod';
import { id, idParams, instant, platformErrors, route } from '@halong/platform/contract';
import { rubricErrors as errors } from './rubric.errors.ts';

/** A fixed number of points is a range whose ends are the same. */
export const rubricLevel = z.strictObject({
  title: z.string().trim().min(1).max(60),
  note: z.string().trim().max(300).default(''),
  from: z.number().min(0).max(1_000),
  to: z.number().min(0).max(1_000),
});
export type RubricLevel = z.output<typeof rubricLevel>;

export const rubricCriterion = z.strictObject({
  /** Stays the same from version to version. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().trim().min(1).max(120),
  note: z.string().trim().max(500).default(''),
  /** Part of the whole; all weights make 1. */
  weight: z.number().gt(0).max(1),
  /** From the lowest to the highest. */
  levels: z.array(rubricLevel).min(2).max(6),
});
export type RubricCriterion = z.output<typeof rubricCriterion>;

export const rubricContent = z.strictObject({
  /** Every criterion is marked from 0 to this. */
  scale: z.number().min(1).max(1_000).default(10),
  criteria: z.array(rubricCriterion).min(1).max(20),
});
export type RubricContent = z.output<typeof rubricContent>;

export const rubricView = rubricContent.extend({
  id: z.number().int(),
  title: z.string(),
  /** Of the programme: every class of it may use the rubric. Otherwise it is the class's own. */
  shared: z.boolean(),
  version: z.number().int(),
  /** The newest version and its number; work is marked by the version it was given. */
  versionId: z.number().int(),
  versionNo: z.number().int(),
  /** An assignment uses this version: the next change makes another one. */
  used: z.boolean(),
  changedAt: instant,
  can: z.object({ edit: z.boolean() }),
});
export type RubricView = z.output<typeof rubricView>;

const staff = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'] as const;
const editors = ['LECTURER', 'CLASS_COORDINATOR'] as const;
const title = z.string().trim().min(3).max(160);
const contentErrors = [errors.rubric_weights, errors.rubric_levels];

export const rubricRoutes = {
  listRubrics: route({
    method: 'GET', path: '/classes/:id/rubrics', summary: 'Rubrics that a class may use, its own and those of its programme, each in the newest version. For the staff of the class.',
    access: staff, params: idParams, response: z.object({ items: z.array(rubricView), scale: z.number(), can: z.object({ create: z.boolean(), share: z.boolean() }) }),
  }),
  createRubric: route({
    method: 'POST', path: '/classes/:id/rubrics', summary: 'Writes a rubric for the class, or for every class of its programme.',
    access: editors, params: idParams, body: z.strictObject({ title, shared: z.boolean().default(false), ...rubricContent.shape }), response: rubricView, errors: contentErrors,
  }),
  putRubric: route({
    method: 'PUT', path: '/classes/:id/rubrics/:rubricId', summary: 'Changes a rubric. A version that an assignment uses stays as it is; the change is the next version then.',
    access: editors, params: z.object({ id, rubricId: id }), body: z.strictObject({ version: z.number().int(), title, ...rubricContent.shape }), response: rubricView,
    errors: [...contentErrors, platformErrors.stale_version],
  }),
  chooseRubric: route({
    method: 'PUT', path: '/assignments/:id/rubric', summary: 'The rubric version that an assignment is marked by, until somebody has begun to mark.',
    access: editors, params: idParams, body: z.strictObject({ rubricVersionId: id }), response: z.object({ rubricVersionId: z.number().int() }),
    errors: [errors.rubric_not_here, errors.rubric_in_use],
  }),
};
