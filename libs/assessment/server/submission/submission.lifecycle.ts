import type { SubmissionState, WorkState } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';

/** SYSTEM: what follows from other facts, such as the last marker being done or a regrade request being decided. */
export type SubmissionActor = Role | 'SYSTEM';

interface Step {
  to: SubmissionState;
  by: readonly SubmissionActor[];
}

const markers = ['LECTURER', 'SYSTEM'] as const;
const coordinators = ['CLASS_COORDINATOR', 'TRAINING_MANAGER'] as const;

/** Domain §2.3. A trainee's part ends with SUBMITTED or LATE; another attempt is another submission. */
export const submissionLifecycle = {
  SUBMITTED: [
    { to: 'MARKING', by: markers },
    // The dates or an extension changed afterwards.
    { to: 'LATE', by: ['SYSTEM'] },
  ],
  LATE: [
    { to: 'MARKING', by: markers },
    { to: 'SUBMITTED', by: ['SYSTEM'] },
  ],
  MARKING: [{ to: 'MARKED', by: markers }],
  MARKED: [
    { to: 'MARKING', by: markers },
    { to: 'IN_REVIEW', by: ['LECTURER', ...coordinators, 'SYSTEM'] },
    { to: 'PUBLISHED', by: ['LECTURER', ...coordinators] },
  ],
  IN_REVIEW: [
    { to: 'MARKING', by: coordinators },
    { to: 'PUBLISHED', by: coordinators },
  ],
  PUBLISHED: [{ to: 'REGRADING', by: [...coordinators, 'SYSTEM'] }],
  REGRADING: [{ to: 'FINAL', by: [...coordinators, 'SYSTEM'] }],
  FINAL: [],
} as const satisfies Record<SubmissionState, readonly Step[]>;

const stepsFrom = (state: SubmissionState): readonly Step[] => submissionLifecycle[state];

/** Where somebody with these roles may take a submission. */
export function nextSubmissionStates(state: SubmissionState, roles: readonly SubmissionActor[]): SubmissionState[] {
  return stepsFrom(state).filter(({ by }) => by.some((role) => roles.includes(role))).map(({ to }) => to);
}

export const canMove = (from: SubmissionState, to: SubmissionState, roles: readonly SubmissionActor[]): boolean => nextSubmissionStates(from, roles).includes(to);

/** Nobody has begun to mark it: how late it was may still be decided anew. */
export const isUntouched = (state: SubmissionState): boolean => state === 'SUBMITTED' || state === 'LATE';

/** The result is out: its owner may see it. */
export const isReleased = (state: SubmissionState): boolean => state === 'PUBLISHED' || state === 'REGRADING' || state === 'FINAL';

/** What the owner is told: nothing of marking before the result is published. */
export function shownToOwner(state: SubmissionState, late: boolean): Extract<WorkState, 'SUBMITTED' | 'LATE' | 'PUBLISHED'> {
  if (isReleased(state)) return 'PUBLISHED';
  return late ? 'LATE' : 'SUBMITTED';
}
