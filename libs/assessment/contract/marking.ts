import { z } from 'zod';
import { day, id, idParams, instant, route, topic } from '@halong/platform/contract';
import { documentView } from '@halong/materials/contract';
import { assignmentKinds } from './assignment.ts';
import { markingErrors as errors } from './marking.errors.ts';
import { rubricContent } from './rubric.ts';
import { submissionStates } from './submission.ts';

/** Where one marker stands with one script. */
export const markingStates = ['TO_DO', 'MARKING', 'MARKED'] as const;
export type MarkingState = (typeof markingStates)[number];

/** A part of a page, each number a share of its width or height. */
const area = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1), w: z.number().min(0).max(1), h: z.number().min(0).max(1) });

/** A comment that stands at a place of the work: on a page of a document, or at some words of the text in the page. */
export const anchoredNote = z.strictObject({
  key: z.string().regex(/^[a-z0-9]{1,20}$/),
  text: z.string().max(2_000),
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('PAGE'), documentId: id, page: z.number().int().min(1).max(5_000), area }),
    /** Characters of the text, and the words that stood there. */
    z.strictObject({ kind: z.literal('TEXT'), from: z.number().int().min(0), to: z.number().int().min(1), quote: z.string().max(2_000) }),
  ]),
});
export type AnchoredNote = z.output<typeof anchoredNote>;

const points = z.record(z.string().max(40), z.number().min(0).max(1_000));

/** What a marker writes; kept as a whole in one version. */
export const markingContent = z.strictObject({
  points,
  /** Instead of what the rubric makes; also the mark itself where there is no rubric. */
  override: z.strictObject({ mark: z.number().min(0).max(1_000), reason: z.string().trim().max(500).default('') }).nullable(),
  comment: z.string().max(10_000),
  notes: z.array(anchoredNote).max(200),
  /** Feedback files, sent by this marker. */
  fileIds: z.array(id).max(10),
  /** Put aside for later. */
  later: z.boolean(),
});
export type MarkingContent = z.output<typeof markingContent>;

export const markingView = z.object({
  /** 1 and 2 are the independent ones, 3 decides between them. */
  markerNo: z.number().int(),
  /** Null where marking is blind, or nobody in particular marks. */
  markerName: z.string().nullable(),
  state: z.enum(markingStates),
  /** 0: nothing has been written. */
  version: z.number().int(),
  content: markingContent,
  files: z.array(documentView),
  /** What the rubric makes; null while a criterion is not judged. */
  computed: z.number().nullable(),
  /** The marker's mark: the override, or what the rubric makes. */
  total: z.number().nullable(),
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
});
export type MarkingView = z.output<typeof markingView>;

const code = z.string().regex(/^[0-9A-Z-]{1,12}$/);
const scriptParams = z.object({ id, code });

/** One script in a marker's list. */
export const scriptItem = z.object({
  code: z.string(),
  /** Who wrote it; null where marking is blind. */
  names: z.array(z.string()).nullable(),
  state: z.enum(markingStates),
  later: z.boolean(),
  total: z.number().nullable(),
  /** Nothing can be changed any more. */
  closed: z.boolean(),
});
export type ScriptItem = z.output<typeof scriptItem>;

const assignmentHead = z.object({
  id: z.number().int(),
  kind: z.enum(assignmentKinds),
  title: z.string(),
  class: z.object({ id: z.number().int(), code: z.string(), nameVi: z.string(), nameEn: z.string() }),
  blind: z.boolean(),
  markers: z.number().int(),
  dueAt: instant,
  /** The day by which marking is to be done; null: none was set. */
  markBy: day.nullable(),
});

const progress = z.object({ done: z.number().int(), total: z.number().int() });

export const markingDesk = z.object({
  items: z.array(assignmentHead.extend({ progress, waiting: z.number().int(), overdueDays: z.number().int(), canCoordinate: z.boolean() })),
  /** Scripts that wait for me, over all. */
  waiting: z.number().int(),
});
export type MarkingDesk = z.output<typeof markingDesk>;

/** Text that two scripts of the same assignment share: something to look at, and no more than that. */
export const similarity = z.object({
  code: z.string(),
  percent: z.number().int(),
  passages: z.array(z.object({ from: z.number().int(), to: z.number().int(), text: z.string() })),
});
export type Similarity = z.output<typeof similarity>;

export const scriptView = z.object({
  assignment: assignmentHead.extend({ brief: z.string(), scale: z.number(), step: z.number() }),
  code: z.string(),
  names: z.array(z.string()).nullable(),
  text: z.string(),
  documents: z.array(documentView),
  rubric: rubricContent.extend({ title: z.string(), versionId: z.number().int() }).nullable(),
  mine: markingView,
  /** The other markers', once everybody is done; nothing before. */
  others: z.array(markingView),
  similar: z.array(similarity),
  progress,
  overdueDays: z.number().int(),
  /** Codes before and after this one in my list, and the next that waits. */
  previous: z.string().nullable(),
  next: z.string().nullable(),
  nextWaiting: z.string().nullable(),
  can: z.object({ edit: z.boolean(), finish: z.boolean() }),
});
export type ScriptView = z.output<typeof scriptView>;

/** How the mark of a script comes about. */
export const markSources = ['SINGLE', 'AVERAGE', 'THIRD', 'AGREED'] as const;
export type MarkSource = (typeof markSources)[number];
export const outcomeKinds = ['WAITING', 'APART', 'READY'] as const;

export const scriptProgress = z.object({
  code: z.string(),
  names: z.array(z.string()).nullable(),
  submissionState: z.enum(submissionStates),
  markers: z.array(z.object({ markerNo: z.number().int(), personId: z.number().int().nullable(), name: z.string(), state: z.enum(markingStates), total: z.number().nullable() })),
  outcome: z.enum(outcomeKinds),
  /** How far the two marks lie apart, once both are there. */
  difference: z.number().nullable(),
  mark: z.number().nullable(),
  source: z.enum(markSources).nullable(),
  reason: z.string().nullable(),
  deduction: z.number(),
  /** What goes into the grade sheet. */
  final: z.number().nullable(),
});
export type ScriptProgress = z.output<typeof scriptProgress>;

export const markingOverview = z.object({
  assignment: assignmentHead.extend({ scale: z.number(), step: z.number(), diffThreshold: z.number().nullable(), rubricVersionId: z.number().int().nullable(), component: z.string().nullable() }),
  lecturers: z.array(z.object({ personId: z.number().int(), name: z.string(), allotted: z.number().int(), done: z.number().int() })),
  scripts: z.array(scriptProgress),
  counts: z.object({ total: z.number().int(), waiting: z.number().int(), apart: z.number().int(), ready: z.number().int(), released: z.number().int() }),
  can: z.object({ allot: z.boolean(), reconcile: z.boolean(), release: z.boolean() }),
});
export type MarkingOverview = z.output<typeof markingOverview>;

export const reusableComment = z.object({ id: z.number().int(), text: z.string() });

/** What the writer of a script sees after the release. */
export const workResult = z.object({
  scale: z.number(),
  raw: z.number(),
  source: z.enum(markSources),
  deduction: z.number(),
  final: z.number(),
  releasedAt: instant,
  rubric: rubricContent.extend({ title: z.string() }).nullable(),
  /** Of each marker whose mark counts. */
  markings: z.array(z.object({ markerNo: z.number().int(), points, total: z.number().nullable(), comment: z.string(), notes: z.array(anchoredNote), files: z.array(documentView) })),
});
export type WorkResult = z.output<typeof workResult>;

const coordinators = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'] as const;
const reason = z.string().trim().min(3).max(500);

export const markingRoutes = {
  listMyMarking: route({
    method: 'GET', path: '/my/marking', summary: 'What waits to be marked by me, by deadline, with how far I am.', access: 'signed-in', response: markingDesk,
  }),
  listScripts: route({
    method: 'GET', path: '/assignments/:id/scripts', summary: 'The scripts that I mark, by code.', access: ['LECTURER'], params: idParams,
    response: z.object({ assignment: assignmentHead, items: z.array(scriptItem), nextWaiting: z.string().nullable() }),
  }),
  getScript: route({ method: 'GET', path: '/assignments/:id/scripts/:code', summary: 'One script with my sheet for it.', access: ['LECTURER'], params: scriptParams, response: scriptView }),
  putMarking: route({
    method: 'PUT', path: '/assignments/:id/scripts/:code/marking',
    summary: 'Keeps my sheet. It carries the version it was read at; when that is old nothing is stored and the present sheet comes back beside what was sent.',
    access: ['LECTURER'], params: scriptParams, body: z.strictObject({ version: z.number().int().min(0), ...markingContent.shape }),
    response: z.object({ stored: z.boolean(), marking: markingView }), errors: [errors.not_marking_now, errors.bad_points, errors.bad_mark, errors.feedback_file],
  }),
  finishMarking: route({
    method: 'POST', path: '/assignments/:id/scripts/:code/completion', summary: 'My sheet in this version is done. Says which script waits next.',
    access: ['LECTURER'], params: scriptParams, body: z.strictObject({ version: z.number().int().min(1) }),
    response: z.object({ stored: z.boolean(), marking: markingView, nextWaiting: z.string().nullable() }),
    errors: [errors.not_marking_now, errors.not_all_judged, errors.no_total, errors.override_reason],
  }),
  getMarking: route({
    method: 'GET', path: '/assignments/:id/marking', summary: 'Who marks what, how far everybody is, where two marks lie apart, what may be released. For coordinators; lecturers see it where marking is neither blind nor double.',
    access: coordinators, params: idParams, response: markingOverview,
  }),
  allotMarkers: route({
    method: 'POST', path: '/assignments/:id/marking/allotment', summary: 'Gives every script that nobody has begun to its markers, evenly and never twice to the same one.',
    access: ['CLASS_COORDINATOR'], params: idParams, body: z.strictObject({ personIds: z.array(id).min(1).max(50), markBy: day.nullable().default(null) }), response: markingOverview,
    errors: [errors.marker_unknown, errors.too_few_markers],
  }),
  nameThirdMarker: route({
    method: 'POST', path: '/assignments/:id/scripts/:code/third-marker', summary: 'Somebody else marks a script whose two marks lie too far apart; their mark decides.',
    access: ['CLASS_COORDINATOR'], params: scriptParams, body: z.strictObject({ personId: id }), response: markingOverview, errors: [errors.marker_unknown, errors.marker_twice, errors.no_third_needed],
  }),
  agreeMark: route({
    method: 'POST', path: '/assignments/:id/scripts/:code/agreed-mark', summary: 'The coordinator sets the mark that the markers agreed on, with the reason. Their own marks stay as they are.',
    access: ['CLASS_COORDINATOR'], params: scriptParams, body: z.strictObject({ mark: z.number().min(0).max(1_000), reason }), response: markingOverview,
    errors: [errors.not_ready_to_agree, errors.bad_mark],
  }),
  releaseMarks: route({
    method: 'POST', path: '/assignments/:id/release', summary: 'Shows results to those who wrote the work and puts the marks into the grade sheet: of these scripts, or of all that are ready.',
    access: ['LECTURER', 'CLASS_COORDINATOR'], params: idParams, body: z.strictObject({ codes: z.array(code).min(1).max(500).nullable().default(null) }),
    response: z.object({ released: z.number().int(), overview: markingOverview }), errors: [errors.nothing_to_release, errors.sheet_closed, errors.sheet_moved],
  }),
  getMyWorkResult: route({
    method: 'GET', path: '/my/assignments/:id/result', summary: 'The result of my work once it is released.', access: 'signed-in', params: idParams, response: workResult,
  }),
  listMyComments: route({ method: 'GET', path: '/my/marking-comments', summary: 'Comments that I use again, the most used first.', access: ['LECTURER'], response: z.object({ items: z.array(reusableComment) }) }),
  keepComment: route({
    method: 'POST', path: '/my/marking-comments', summary: 'Keeps a comment to use it again; one that is there counts as used once more.', access: ['LECTURER'],
    body: z.strictObject({ text: z.string().trim().min(2).max(2_000) }), response: z.object({ items: z.array(reusableComment) }),
  }),
  dropComment: route({
    method: 'DELETE', path: '/my/marking-comments/:id', summary: 'Forgets one of my comments.', access: ['LECTURER'], params: idParams, response: z.object({ items: z.array(reusableComment) }),
  }),
};

/** Changes with every step of marking of an assignment; says nothing else. Watched by assignment id, by those who mark and coordinate. */
export const markingTopic = topic({ name: 'marking', access: coordinators });
