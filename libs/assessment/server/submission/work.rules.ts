import type { closedReasons, SubmissionState, WorkState } from '@halong/assessment/contract';
import { takesWork, type Terms } from '../assignment/assignment.rules.ts';
import { shownToOwner } from './submission.lifecycle.ts';

export type ClosedReason = (typeof closedReasons)[number];

interface Standing {
  now: Date;
  terms: Pick<Terms, 'opensAt' | 'cutoffAt'>;
  current: { state: SubmissionState; late: boolean } | undefined;
  hasDraft: boolean;
  /** Somebody in the group has confirmed this draft. */
  confirmed: boolean;
}

/** Where a trainee's work stands. What is submitted says so, whatever has closed since. */
export function workStateOf({ now, terms, current, hasDraft, confirmed }: Standing): WorkState {
  if (current) return shownToOwner(current.state, current.late);
  if (terms.opensAt !== null && now < terms.opensAt) return 'NOT_OPEN';
  if (terms.cutoffAt !== null && now > terms.cutoffAt) return 'MISSED';
  if (confirmed) return 'WAITING';
  return hasDraft ? 'DRAFT' : 'TO_DO';
}

interface Door {
  /** The moment that counts: when the request arrived. */
  at: Date;
  classState: string;
  /** Null: group work, and no group. */
  owner: string | null;
  terms: Pick<Terms, 'opensAt' | 'cutoffAt' | 'attempts'>;
  used: number;
}

/** Why nothing is taken at this moment; null: it is. The cut-off itself is still in time. */
export function closedReasonOf({ at, classState, owner, terms, used }: Door): ClosedReason | null {
  if (!takesWork(classState)) return 'CLASS_OVER';
  if (owner === null) return 'NO_GROUP';
  if (terms.opensAt !== null && at < terms.opensAt) return 'NOT_OPEN';
  if (used >= terms.attempts) return 'NO_ATTEMPTS';
  return terms.cutoffAt !== null && at > terms.cutoffAt ? 'CUT_OFF' : null;
}

/** Members whose confirmation is still missing; none for work that one may submit for all. */
export const stillToConfirm = <T extends { enrolmentId: number }>(members: readonly T[], confirmedIds: readonly number[]): T[] =>
  members.filter(({ enrolmentId }) => !confirmedIds.includes(enrolmentId));

/** What there is to do first, by due time; then what is done, the newest first. */
const open: readonly WorkState[] = ['TO_DO', 'DRAFT', 'WAITING'];
const ranks: readonly WorkState[][] = [['TO_DO', 'DRAFT', 'WAITING'], ['NOT_OPEN'], ['PUBLISHED', 'SUBMITTED', 'LATE', 'MISSED']];
export const isDue = (state: WorkState): boolean => open.includes(state);

export function byUrgency<T extends { state: WorkState; dueAt: string }>(items: readonly T[]): T[] {
  const rank = ({ state }: T) => ranks.findIndex((states) => states.includes(state));
  return [...items].sort((a, b) => rank(a) - rank(b) || (rank(a) === 2 ? -1 : 1) * (Date.parse(a.dueAt) - Date.parse(b.dueAt)));
}
