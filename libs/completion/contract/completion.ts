import { z } from 'zod';
import { id, idParams, instant, pageQuery, roles, route, topic } from '@halong/platform/contract';
import { completionGroups, figureCodes, leafLabels, leafScreens, sourceTypes, verdicts, whyCodes } from './completion.texts.ts';

/** `number` is null when there is nothing yet; the texts are in `figureTexts`. */
export const figure = z.object({ code: z.enum(figureCodes), number: z.number().nullable(), text: z.string().optional() });

export const completionLeaf = z.object({
  key: z.string(),
  label: z.object({ code: z.enum(leafLabels), nameVi: z.string(), nameEn: z.string() }),
  needed: figure,
  actual: figure,
  met: z.enum(verdicts),
  /** Why it is not met, or not yet: `whyTexts`. */
  why: z.enum(whyCodes).nullable(),
  source: z.object({ type: z.enum(sourceTypes), id: z.number().int() }),
  /** Who can do something about it now. */
  actor: z.enum([...roles, 'TRAINEE']).nullable(),
  link: z.object({ screen: z.enum(leafScreens), classId: z.number().int(), enrolmentId: z.number().int(), recordId: z.number().int() }),
});
export type CompletionLeafItem = z.output<typeof completionLeaf>;

export const completionTree = z.object({
  enrolmentId: z.number().int(),
  met: z.enum(verdicts),
  groups: z.array(z.object({ key: z.enum(completionGroups), met: z.enum(verdicts), leaves: z.array(completionLeaf) })),
});
export type CompletionTreeItem = z.output<typeof completionTree>;

export const enrolmentCompletion = z.object({
  class: z.object({ id: z.number().int(), code: z.string(), nameVi: z.string(), nameEn: z.string(), state: z.string() }),
  person: z.object({ id: z.number().int(), fullName: z.string(), unitName: z.string() }),
  tree: completionTree,
  computedAt: instant,
});
export type EnrolmentCompletion = z.output<typeof enrolmentCompletion>;

export const completionItem = z.object({
  enrolmentId: z.number().int(),
  personId: z.number().int(),
  fullName: z.string(),
  unitName: z.string(),
  enrolmentState: z.string(),
  met: z.enum(verdicts),
  /** The leaves that are not met, or not yet, in the order of the tree. */
  missing: z.array(completionLeaf.pick({ key: true, label: true, met: true, why: true, actor: true })),
});
export type CompletionItem = z.output<typeof completionItem>;

const listOfClass = route({
  method: 'GET',
  path: '/classes/:id/completion',
  summary: 'Who of a class is complete and what the others miss, by given name. A unit head sees the people of their units.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'SYSTEM_ADMIN'],
  params: idParams,
  query: pageQuery.extend({ met: z.enum(verdicts).optional() }),
  response: z.object({
    items: z.array(completionItem),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    /** Of everybody this person may see in the class, whatever the filter. */
    counts: z.object({ MET: z.number().int(), PENDING: z.number().int(), NOT_MET: z.number().int() }),
  }),
});

const getOfEnrolment = route({
  method: 'GET',
  path: '/enrolments/:id/completion',
  summary: 'Why one trainee is done, or not yet: what is needed, what is there, from which record, who can act.',
  access: 'signed-in',
  params: idParams,
  response: enrolmentCompletion,
});

const getMine = route({
  method: 'GET',
  path: '/my/completion',
  summary: 'My own completion in one class.',
  access: 'signed-in',
  query: z.object({ classId: id }),
  response: enrolmentCompletion,
});

export const completionRoutes = { listOfClass, getOfEnrolment, getMine };

/** One trainee's completion; watched by enrolment id. */
export const completionTopic = topic({ name: 'completion', access: 'signed-in' });
/** The completion of a class; watched by class id. */
export const classCompletionTopic = topic({ name: 'class-completion', access: 'signed-in' });
/** The 40-period ledger of everybody in a unit and below; watched by unit id. */
export const unitLedgerTopic = topic({ name: 'unit-ledger', access: ['UNIT_HEAD', 'UNIT_FOCAL_POINT', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'] });
/** The numbers of the whole province; watched with id 0. */
export const overviewTopic = topic({ name: 'overview', access: ['TRAINING_MANAGER', 'SYSTEM_ADMIN'] });
