import { z } from 'zod';
import { id, idParams, instant, platformErrors, route, type TextPair } from '@halong/platform/contract';
import { documentView, materialsErrors } from '@halong/materials/contract';
import { assignmentErrors as errors } from './assignment.errors.ts';
import { assignmentKinds, groupView } from './assignment.ts';
import { latePolicy } from './late-policy.ts';

/** Domain §2.3. What is not submitted yet is a draft and no submission. */
export const submissionStates = ['SUBMITTED', 'LATE', 'MARKING', 'MARKED', 'IN_REVIEW', 'PUBLISHED', 'REGRADING', 'FINAL'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const submissionStateNames: Record<SubmissionState, TextPair> = {
  SUBMITTED: { vi: 'Đã nộp', en: 'Submitted' },
  LATE: { vi: 'Nộp trễ', en: 'Late' },
  MARKING: { vi: 'Đang chấm', en: 'Being marked' },
  MARKED: { vi: 'Đã chấm', en: 'Marked' },
  IN_REVIEW: { vi: 'Đang soát điểm', en: 'In review' },
  PUBLISHED: { vi: 'Đã công bố', en: 'Published' },
  REGRADING: { vi: 'Đang phúc khảo', en: 'Being regraded' },
  FINAL: { vi: 'Điểm cuối cùng', en: 'Final' },
};

/** Where a trainee's work stands. Marking shows nothing of itself before the result is published. */
export const workStates = ['NOT_OPEN', 'TO_DO', 'DRAFT', 'WAITING', 'SUBMITTED', 'LATE', 'PUBLISHED', 'MISSED'] as const;
export type WorkState = (typeof workStates)[number];

export const workStateNames: Record<WorkState, TextPair> = {
  NOT_OPEN: { vi: 'Chưa mở', en: 'Not open yet' },
  TO_DO: { vi: 'Chưa làm', en: 'To do' },
  DRAFT: { vi: 'Đang làm, chưa nộp', en: 'Draft, not submitted' },
  WAITING: { vi: 'Chờ cả nhóm xác nhận', en: 'Waiting for the group' },
  SUBMITTED: { vi: 'Đã nộp', en: 'Submitted' },
  LATE: { vi: 'Đã nộp trễ', en: 'Submitted late' },
  PUBLISHED: { vi: 'Đã có kết quả', en: 'Result published' },
  MISSED: { vi: 'Quá hạn chót, chưa nộp', en: 'Missed the cut-off' },
};

/** Why nothing can be written or submitted now. */
export const closedReasons = ['NOT_OPEN', 'CUT_OFF', 'NO_ATTEMPTS', 'NO_GROUP', 'CLASS_OVER'] as const;

/** One assignment as it counts for me, my extensions included. */
export const workItem = z.object({
  id: z.number().int(),
  class: z.object({ id: z.number().int(), code: z.string(), nameVi: z.string(), nameEn: z.string() }),
  kind: z.enum(assignmentKinds),
  title: z.string(),
  groupWork: z.boolean(),
  opensAt: instant.nullable(),
  dueAt: instant,
  cutoffAt: instant.nullable(),
  /** The dates are other than those of the class. */
  extended: z.boolean(),
  state: z.enum(workStates),
  attempts: z.object({ used: z.number().int(), allowed: z.number().int() }),
  submittedAt: instant.nullable(),
});
export type WorkItem = z.output<typeof workItem>;

/** The proof of one submission. The hash covers the text and the hash of every file, in their order. */
export const receipt = z.object({
  id: z.number().int(),
  attempt: z.number().int(),
  /** When the request arrived, by the server's clock: this moment decides. */
  arrivedAt: instant,
  dueAt: instant,
  late: z.boolean(),
  lateDays: z.number(),
  /** Points that lateness costs by the policy, before the floor. */
  deduction: z.number(),
  contentHash: z.string(),
  characters: z.number().int(),
  documents: z.array(documentView),
  submittedBy: z.string(),
  members: z.array(z.string()),
});
export type Receipt = z.output<typeof receipt>;

export const draftView = z.object({
  /** 0: nothing has been written yet. */
  version: z.number().int(),
  text: z.string(),
  documents: z.array(documentView),
  savedAt: instant.nullable(),
  /** Who wrote last; of interest in a group. */
  savedBy: z.string().nullable(),
});
export type DraftView = z.output<typeof draftView>;

export const work = workItem.extend({
  brief: z.string(),
  references: z.array(documentView),
  late: latePolicy,
  declaration: z.string().nullable(),
  takes: z.object({ text: z.boolean(), files: z.boolean() }),
  confirmAll: z.boolean(),
  group: groupView.nullable(),
  /** Members who have confirmed exactly this draft. */
  confirmedBy: z.array(z.string()),
  draft: draftView,
  /** The newest first. */
  receipts: z.array(receipt),
  closed: z.enum(closedReasons).nullable(),
  can: z.object({ edit: z.boolean(), submit: z.boolean() }),
});
export type Work = z.output<typeof work>;

export const submittedWork = receipt.extend({ text: z.string() });
export type SubmittedWork = z.output<typeof submittedWork>;

const refusals = [errors.not_open_yet, errors.after_cutoff, errors.no_attempts_left, errors.no_group, errors.class_over];
const text = z.string().max(400_000);

export const submissionRoutes = {
  listMyWork: route({
    method: 'GET', path: '/my/assignments', summary: 'What I have to submit, the most urgent first, then what is done.', access: 'signed-in',
    query: z.object({ classId: id.optional() }), response: z.object({ items: z.array(workItem), due: z.number().int() }),
  }),
  getMyWork: route({ method: 'GET', path: '/my/assignments/:id', summary: 'One assignment with my draft and my receipts.', access: 'signed-in', params: idParams, response: work }),
  putDraft: route({
    method: 'PUT', path: '/my/assignments/:id/draft',
    summary: 'Keeps the draft. It carries the version it was read at; when that is old nothing is stored and the present draft comes back.',
    access: 'signed-in', params: idParams, body: z.strictObject({ version: z.number().int().min(0), text, documentIds: z.array(id).max(20) }),
    response: z.object({ stored: z.boolean(), draft: draftView }), errors: [...refusals, errors.not_taken_here, materialsErrors.document_not_found],
  }),
  submitWork: route({
    method: 'POST', path: '/my/assignments/:id/submissions',
    summary: 'Submits the draft as it stands in this version. The moment the request arrived decides. Repeating it gives the same receipt. With confirmation by all, each member sends this; the last one submits.',
    access: 'signed-in', params: idParams, body: z.strictObject({ draftVersion: z.number().int().min(1), declared: z.boolean() }),
    response: work, errors: [...refusals, errors.declaration_missing, errors.nothing_to_submit, platformErrors.stale_version],
  }),
  getMySubmission: route({ method: 'GET', path: '/my/submissions/:id', summary: 'What I, or my group, submitted, word for word.', access: 'signed-in', params: idParams, response: submittedWork }),
};
