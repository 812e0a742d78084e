import { z } from 'zod';
import { day, id, idParams, instant, languages, platformErrors, route, topic, xlsxType, type TextPair } from '@halong/platform/contract';
import { gradeBand } from '@halong/regulations/contract';
import { assessmentErrors as errors } from './assessment.errors.ts';

export const gradeSheetStates = ['OPEN', 'SUBMITTED', 'VERIFIED', 'PUBLISHED', 'LOCKED'] as const;
export type GradeSheetState = (typeof gradeSheetStates)[number];

export const gradeSheetStateNames: Record<GradeSheetState, TextPair> = {
  OPEN: { vi: 'Đang nhập', en: 'Open' },
  SUBMITTED: { vi: 'Đã nộp', en: 'Submitted' },
  VERIFIED: { vi: 'Đã kiểm tra', en: 'Verified' },
  PUBLISHED: { vi: 'Đã công bố', en: 'Published' },
  LOCKED: { vi: 'Đã khóa', en: 'Locked' },
};

/** Passed or not by the frozen rules; PENDING while a required mark is blank; BARRED for too much absence. */
export const passResults = ['PASSED', 'FAILED', 'PENDING', 'BARRED'] as const;
export const passResultNames: Record<(typeof passResults)[number], TextPair> = {
  PASSED: { vi: 'Đạt', en: 'Passed' },
  FAILED: { vi: 'Không đạt', en: 'Failed' },
  PENDING: { vi: 'Chưa đủ điểm', en: 'Marks missing' },
  BARRED: { vi: 'Không đủ điều kiện dự thi', en: 'Barred from the exam' },
};

/** Not entered, excused, or a score: zero is a score. */
export const mark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('BLANK') }),
  z.strictObject({ kind: z.literal('EXCUSED') }),
  z.strictObject({ kind: z.literal('SCORE'), value: z.number().min(-1_000).max(1_000) }),
]);
export type Mark = z.output<typeof mark>;

/** `version` is 0 for a cell that nobody has touched; send it back with a change. `resits`: how often it was sat again. */
export const markCell = z.object({ component: z.string(), mark, version: z.number().int(), resits: z.number().int().default(0) });
export type MarkCell = z.output<typeof markCell>;

/** `weight` is the part of the whole, also inside a category; all weights of a sheet sum to 1. */
export const gradeComponent = z.object({
  key: z.string(), nameVi: z.string(), nameEn: z.string(), weight: z.number(), required: z.boolean(), category: z.string().nullable().default(null),
});
export type GradeComponentItem = z.output<typeof gradeComponent>;

/** Components that belong together; the `dropLowest` lowest scores of each trainee do not count. */
export const gradeCategory = z.object({ key: z.string(), nameVi: z.string(), nameEn: z.string(), dropLowest: z.number().int() });
export type GradeCategory = z.output<typeof gradeCategory>;

/** The rules of the class by which marks become a result. */
export const gradingRules = z.object({ passRatio: z.number(), scale: z.number(), gradeStep: z.number(), gradeBands: z.array(gradeBand) });
export type GradingRules = z.output<typeof gradingRules>;

export const resultOverride = z.object({ average: z.number(), reason: z.string() });

export const bandName = z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() });

export const gradeRow = z.object({
  enrolmentId: z.number().int(),
  personId: z.number().int(),
  fullName: z.string(),
  unitName: z.string(),
  enrolmentState: z.string(),
  /** In the order of the sheet's components. */
  marks: z.array(markCell),
  average: z.number().nullable(),
  band: bandName.nullable(),
  result: z.enum(passResults),
  /** A final average set by hand instead of the computed one. */
  override: resultOverride.nullable().default(null),
});
export type GradeRow = z.output<typeof gradeRow>;

export const recognition = z.object({ decisionNo: z.string(), decisionDate: day, signer: z.string(), fileName: z.string() });
export type Recognition = z.output<typeof recognition>;

export const gradeSheet = z.object({
  class: z.object({ id: z.number().int(), code: z.string(), nameVi: z.string(), nameEn: z.string(), state: z.string() }),
  state: z.enum(gradeSheetStates),
  version: z.number().int(),
  scale: z.number(),
  step: z.number(),
  passMark: z.number(),
  components: z.array(gradeComponent),
  categories: z.array(gradeCategory),
  rules: gradingRules,
  resitMax: z.number().int(),
  publishedAt: instant.nullable(),
  /** By given name. */
  rows: z.array(gradeRow),
  blank: z.number().int(),
  recognition: recognition.nullable(),
  can: z.object({
    edit: z.boolean(),
    recognise: z.boolean(),
    /** Change components, weights and categories. */
    plan: z.boolean(),
    /** Change pass mark and bands of this class. */
    rules: z.boolean(),
    /** Enter a resit or set a final result by hand. */
    correct: z.boolean(),
    /** Where this person may take the sheet now; `reason`: it has to be given. */
    transitions: z.array(z.object({ to: z.enum(gradeSheetStates), needs: z.array(z.enum(['reason', 'noBlankScores'])) })),
  }),
});
export type GradeSheet = z.output<typeof gradeSheet>;

/** What somebody else wrote meanwhile, for the cells whose version was old. Nothing of the request was stored then. */
export const markConflict = markCell.extend({ enrolmentId: z.number().int() });

export const myResult = z.object({
  class: z.object({ id: z.number().int(), code: z.string(), nameVi: z.string(), nameEn: z.string() }),
  enrolmentId: z.number().int(),
  components: z.array(gradeComponent.extend({ mark, resits: z.number().int() })),
  average: z.number().nullable(),
  band: bandName.nullable(),
  result: z.enum(passResults),
  scale: z.number(),
  categories: z.array(gradeCategory).default([]),
  rules: gradingRules,
  barred: z.boolean(),
  override: resultOverride.nullable(),
  recognition: recognition.omit({ fileName: true }).nullable(),
});
export type MyResult = z.output<typeof myResult>;

const getGradeSheet = route({
  method: 'GET',
  path: '/classes/:id/grade-sheet',
  summary: 'The grade sheet of a class: every trainee by given name, every component, average and classification by the frozen bands. For the staff of the class.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'],
  params: idParams,
  response: gradeSheet,
  errors: [errors.no_rules],
});

const getGradeSheetFile = route({
  method: 'GET',
  path: '/classes/:id/grade-sheet-file',
  summary: 'The grade sheet as an .xlsx: a blank mark is an empty cell, zero a number, excused a word. For the staff of the class.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'],
  params: idParams,
  query: z.object({ language: z.enum(languages).default('vi') }),
  download: [xlsxType],
  errors: [errors.no_rules],
});

const putMarks = route({
  method: 'PUT',
  path: '/classes/:id/grade-sheet/marks',
  summary: 'Writes marks while the sheet is open. Each cell carries the version it was read at; when one is old nothing is stored and the present cells come back.',
  access: ['LECTURER', 'CLASS_COORDINATOR'],
  params: idParams,
  body: z.strictObject({ way: z.enum(['TYPED', 'PASTED', 'IMPORTED']).default('TYPED'), changes: z.array(z.strictObject({ enrolmentId: id, component: z.string().max(40), version: z.number().int().min(0), mark })).min(1).max(2_000) }),
  response: z.object({ stored: z.boolean(), conflicts: z.array(markConflict), sheet: gradeSheet }),
  errors: [errors.not_open, errors.unknown_cell, errors.bad_score, errors.no_rules],
});

const transition = route({
  method: 'POST',
  path: '/classes/:id/grade-sheet/transitions',
  summary: 'Submits, verifies, publishes, locks or sends back the grade sheet.',
  access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER'],
  params: idParams,
  body: z.strictObject({ to: z.enum(gradeSheetStates), version: z.number().int(), reason: z.string().trim().max(500).optional() }),
  response: gradeSheet,
  errors: [errors.unknown_transition, errors.step_not_yours, errors.reason_missing, errors.blank_marks, errors.no_rules, platformErrors.stale_version],
});

const recognise = route({
  method: 'POST',
  path: '/classes/:id/recognition',
  summary: 'Records the decision that recognises the results: trainees pass or fail, the class goes on. `fileId` comes from POST /class-files of the same person.',
  access: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'],
  params: idParams,
  body: z.strictObject({ decisionNo: z.string().trim().min(1).max(60), decisionDate: day, signer: z.string().trim().min(2).max(120), fileId: id }),
  response: gradeSheet,
  errors: [errors.not_published, errors.class_not_grading, errors.already_recognised, errors.decision_file_unknown, errors.decision_date, errors.no_rules],
});

const getRecognitionFile = route({
  method: 'GET',
  path: '/classes/:id/recognition-file',
  summary: 'The signed decision that recognises the results.',
  access: ['CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'],
  params: idParams,
  download: ['application/pdf', 'image/jpeg', 'image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
});

const listMyResults = route({
  method: 'GET',
  path: '/my/results',
  summary: 'My results, newest class first; nothing before it is published.',
  access: 'signed-in',
  query: z.object({ classId: id.optional() }),
  response: z.array(myResult),
});

export const assessmentRoutes = { getGradeSheet, getGradeSheetFile, putMarks, transition, recognise, getRecognitionFile, listMyResults };

/** Changes with every mark and every step of the sheet; watched by class id, by the staff of the class. */
export const gradeSheetTopic = topic({ name: 'grade-sheet', access: ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'] });
