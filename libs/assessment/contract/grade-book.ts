import { z } from 'zod';
import { id, idParams, instant, platformErrors, route, type TextPair } from '@halong/platform/contract';
import { gradeBand } from '@halong/regulations/contract';
import { assessmentErrors as errors } from './assessment.errors.ts';
import { bandName, gradeComponent, gradeSheet, mark, markConflict, passResults } from './grade-sheet.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const name = z.string().trim().min(1).max(120);
const reason = z.string().trim().min(5).max(500);

/** The sheet as a whole: what is counted and how, or the thresholds of the class. */
export const planChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('PLAN'),
    components: z.array(z.strictObject({ key, nameVi: name, nameEn: name, weight: z.number().gt(0).max(1), required: z.boolean(), category: key.nullable().default(null) })).min(1).max(40),
    categories: z.array(z.strictObject({ key, nameVi: name, nameEn: name, dropLowest: z.number().int().min(0).max(20) })).max(20).default([]),
  }),
  z.strictObject({ kind: z.literal('RULES'), passRatio: z.number().gt(0).max(1), gradeBands: z.array(gradeBand).min(1).max(12) }),
]);
export type PlanChange = z.output<typeof planChange>;

const outcome = z.object({ average: z.number().nullable(), band: bandName.nullable(), result: z.enum(passResults) });

/** One trainee for whom something changes. */
export const consequence = z.object({
  enrolmentId: z.number().int(),
  fullName: z.string(),
  unitName: z.string(),
  before: outcome,
  after: outcome,
  /** Another classification. */
  band: z.boolean(),
  /** Passed before, not after. */
  falls: z.boolean(),
  /** Not passed before, passed after. */
  rises: z.boolean(),
  /** Number of a certificate that is issued already and would no longer be earned. It is never edited. */
  certificate: z.string().nullable(),
});
export type Consequence = z.output<typeof consequence>;

export const consequences = z.object({
  trainees: z.number().int(),
  /** Only those for whom something changes, by given name. */
  changes: z.array(consequence),
  band: z.number().int(),
  falls: z.number().int(),
  rises: z.number().int(),
  certificates: z.number().int(),
  /** The decision that has recognised the results: states of trainees and certificates stay as it says. */
  decisionNo: z.string().nullable(),
});
export type Consequences = z.output<typeof consequences>;

export const planChangeItem = z.object({
  id: z.number().int(),
  kind: z.enum(['PLAN', 'RULES']),
  reason: z.string(),
  by: z.string(),
  at: instant,
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  /** Until when it can be undone by this reader; null when it cannot. */
  undoUntil: instant.nullable(),
});
export type PlanChangeItem = z.output<typeof planChangeItem>;

export const changeWays = ['TYPED', 'PASTED', 'IMPORTED', 'MARKING', 'RESIT', 'REGRADE', 'OVERRIDE'] as const;
export const changeWayNames: Record<(typeof changeWays)[number], TextPair> = {
  TYPED: { vi: 'Nhập tay', en: 'Typed' },
  PASTED: { vi: 'Dán từ bảng tính', en: 'Pasted' },
  IMPORTED: { vi: 'Nhập từ tệp', en: 'From a file' },
  MARKING: { vi: 'Từ chấm bài', en: 'From marking' },
  RESIT: { vi: 'Thi lại', en: 'Resit' },
  REGRADE: { vi: 'Phúc khảo', en: 'Regrade' },
  OVERRIDE: { vi: 'Ấn định kết quả', en: 'Set by hand' },
};

/** One step in the life of a mark: who, when, from, to, why. `component` null is the final result. */
export const gradeChange = z.object({
  id: z.number().int(), component: z.string().nullable(), from: mark, to: mark, way: z.enum(changeWays), reason: z.string().nullable(), by: z.string().nullable(), at: instant,
});
export type GradeChange = z.output<typeof gradeChange>;

/** One cell that a file would change; nothing is written by reading it. */
const proposedMark = z.object({ enrolmentId: z.number().int(), fullName: z.string(), component: z.string(), version: z.number().int(), from: mark, to: mark });
const tableProblem = z.object({ row: z.number().int(), text: z.string(), why: z.enum(['NAME_UNKNOWN', 'NAME_TWICE', 'BAD_SCORE']), component: z.string().nullable() });

const writers = ['LECTURER', 'CLASS_COORDINATOR'] as const;
const planners = ['CLASS_COORDINATOR', 'TRAINING_MANAGER'] as const;

const previewPlan = route({
  method: 'POST',
  path: '/classes/:id/grade-plan/preview',
  summary: 'What a change of weights, categories, pass mark or bands would mean for each trainee, certificates included. Writes nothing.',
  access: planners,
  params: idParams,
  body: z.strictObject({ change: planChange }),
  response: consequences,
  errors: [errors.no_rules, errors.not_open, errors.weights_not_whole, errors.plan_wrong, errors.category_wrong, errors.component_marked, errors.bands_wrong],
});

const savePlan = route({
  method: 'POST',
  path: '/classes/:id/grade-plan',
  summary: 'Changes components, weights and categories (coordinator, while the sheet is open) or pass mark and bands (training manager) of this class, with a reason. Can be undone for a day.',
  access: planners,
  params: idParams,
  body: z.strictObject({ change: planChange, version: z.number().int(), reason }),
  response: gradeSheet,
  errors: [
    errors.no_rules, errors.not_open, errors.weights_not_whole, errors.plan_wrong, errors.category_wrong, errors.component_marked, errors.bands_wrong, errors.nothing_changed, platformErrors.stale_version,
  ],
});

const listPlanChanges = route({
  method: 'GET',
  path: '/classes/:id/grade-plan/changes',
  summary: 'The last fifty changes of how this class is graded, newest first.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'],
  params: idParams,
  response: z.array(planChangeItem),
});

const undoPlan = route({
  method: 'POST',
  path: '/classes/:id/grade-plan/changes/:changeId/undo',
  summary: 'Takes the last change back exactly, within a day and while nothing has followed from it.',
  access: planners,
  params: z.object({ id, changeId: id }),
  response: gradeSheet,
  errors: [errors.undo_too_late, errors.undo_later_change, errors.undo_moved, errors.undo_marked, errors.undo_recognised, errors.no_rules],
});

const getHistory = route({
  method: 'GET',
  path: '/classes/:id/grade-sheet/trainees/:enrolmentId/history',
  summary: 'Every change of the marks and of the final result of one trainee: who, when, from, to, why. Newest first, the last two hundred.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'],
  params: z.object({ id, enrolmentId: id }),
  query: z.object({ component: z.string().max(40).optional() }),
  response: z.array(gradeChange),
});

const putResit = route({
  method: 'POST',
  path: '/classes/:id/grade-sheet/resits',
  summary: 'The score of a resit takes the place of a score below the pass mark; the first one stays in the history and the bands for resits hold.',
  access: ['CLASS_COORDINATOR'],
  params: idParams,
  body: z.strictObject({ enrolmentId: id, component: z.string().max(40), version: z.number().int().min(0), value: z.number().min(0).max(1_000), reason }),
  response: z.object({ stored: z.boolean(), conflicts: z.array(markConflict), sheet: gradeSheet }),
  errors: [errors.no_rules, errors.unknown_cell, errors.bad_score, errors.sheet_locked, errors.results_recognised, errors.resit_not_needed, errors.resit_used],
});

const putOverride = route({
  method: 'PUT',
  path: '/classes/:id/grade-sheet/trainees/:enrolmentId/override',
  summary: 'Sets the final average of one trainee by hand, or takes it back (null), with a reason. The version is that of the sheet.',
  access: ['CLASS_COORDINATOR'],
  params: z.object({ id, enrolmentId: id }),
  body: z.strictObject({ average: z.number().min(0).max(1_000).nullable(), version: z.number().int(), reason }),
  response: gradeSheet,
  errors: [errors.no_rules, errors.unknown_cell, errors.bad_score, errors.sheet_locked, errors.results_recognised, platformErrors.stale_version],
});

const readTable = route({
  method: 'POST',
  path: '/classes/:id/grade-sheet/tables',
  summary: 'Reads an .xlsx or .csv of marks and says cell by cell what it would change. Writes nothing: the changes are sent with PUT marks.',
  access: writers,
  params: idParams,
  query: z.object({ name: z.string().trim().min(1).max(200).default('bang-diem.xlsx') }),
  upload: { maxBytes: 5 * 1_048_576 },
  response: z.object({ changes: z.array(proposedMark), same: z.number().int(), problems: z.array(tableProblem), columns: z.array(gradeComponent.pick({ key: true, nameVi: true, nameEn: true })) }),
  errors: [errors.no_rules, errors.not_open, errors.table_not_readable, errors.table_without_marks],
});

export const gradeBookRoutes = { previewPlan, savePlan, listPlanChanges, undoPlan, getHistory, putResit, putOverride, readTable };
