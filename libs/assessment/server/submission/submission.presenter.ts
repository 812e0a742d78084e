import type { DraftView, Receipt, WorkItem, WorkState } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';
import type { Terms } from '../assignment/assignment.rules.ts';
import type { DraftRow } from './draft.rows.ts';
import type { GivenWork, Standings } from './my-work.rows.ts';
import type { SubmissionRow } from './submission.rows.ts';

export function presentWorkItem(given: GivenWork, terms: Terms, state: WorkState, current: Standings['current'][number] | undefined): WorkItem {
  const { id, kind, title, groupWork } = given;
  return {
    id, kind, title, groupWork, state, extended: terms.extended,
    class: { id: given.classId, code: given.classCode, nameVi: given.classNameVi, nameEn: given.classNameEn },
    opensAt: terms.opensAt?.toISOString() ?? null, dueAt: terms.dueAt.toISOString(), cutoffAt: terms.cutoffAt?.toISOString() ?? null,
    attempts: { used: current?.attempt ?? 0, allowed: terms.attempts },
    submittedAt: current?.arrivedAt.toISOString() ?? null,
  };
}

/** Nothing written yet is version 0. */
export function presentDraft(row: DraftRow | undefined, documents: DocumentView[]): DraftView {
  const begun = row !== undefined && row.version > 0;
  return { version: row?.version ?? 0, text: row?.text ?? '', documents, savedAt: begun ? row.savedAt.toISOString() : null, savedBy: begun ? row.savedBy : null };
}

/** Of marking it says nothing, and the code by which markers know the work stays with them. */
export function presentReceipt(row: SubmissionRow, { documents, members, submittedBy }: Pick<Receipt, 'documents' | 'members' | 'submittedBy'>): Receipt {
  const { id, attempt, late, lateDays, deduction, contentHash, text } = row;
  return { id, attempt, late, lateDays, deduction, contentHash, characters: text.length, documents, members, submittedBy, arrivedAt: row.arrivedAt.toISOString(), dueAt: row.dueAt.toISOString() };
}
