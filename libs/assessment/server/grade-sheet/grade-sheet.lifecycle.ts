import type { GradeSheetState } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';

/** `noBlankScores`: every trainee has a score or is excused in every component of the sheet. */
export type GradeSheetFact = 'reason' | 'noBlankScores';
export type GradeSheetFacts = Partial<Record<GradeSheetFact, string | boolean>>;

/** SYSTEM locks the sheet when the time for regrade requests is over. */
export type GradeSheetActor = Role | 'SYSTEM';

interface Step {
  to: GradeSheetState;
  by: readonly GradeSheetActor[];
  needs: readonly GradeSheetFact[];
}

/** Domain §2.3. Scores are typed in OPEN only; what is wrong later goes back with a reason, and after LOCKED only a regrade request changes anything. */
export const gradeSheetLifecycle = {
  OPEN: [{ to: 'SUBMITTED', by: ['LECTURER'], needs: ['noBlankScores'] }],
  SUBMITTED: [
    { to: 'VERIFIED', by: ['CLASS_COORDINATOR'], needs: [] },
    { to: 'OPEN', by: ['CLASS_COORDINATOR'], needs: ['reason'] },
  ],
  VERIFIED: [
    { to: 'PUBLISHED', by: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'], needs: [] },
    { to: 'OPEN', by: ['CLASS_COORDINATOR', 'TRAINING_MANAGER'], needs: ['reason'] },
  ],
  PUBLISHED: [{ to: 'LOCKED', by: ['CLASS_COORDINATOR', 'SYSTEM'], needs: [] }],
  LOCKED: [],
} satisfies Record<GradeSheetState, readonly Step[]>;

export type GradeSheetTransition =
  | { ok: true }
  | { ok: false; refusal: 'unknown_transition' | 'role_not_allowed' }
  | { ok: false; refusal: 'facts_missing'; missing: GradeSheetFact[] };

const stepsFrom = (state: GradeSheetState): readonly Step[] => gradeSheetLifecycle[state];

/** Scores may be entered and changed. */
export const isEditable = (state: GradeSheetState): boolean => state === 'OPEN';

/** Trainees see the scores. */
export const isVisibleToTrainee = (state: GradeSheetState): boolean => state === 'PUBLISHED' || state === 'LOCKED';

/** Where somebody with these roles may take the sheet, with what they must bring. */
export function nextGradeSheetStates(state: GradeSheetState, roles: readonly GradeSheetActor[]): { to: GradeSheetState; needs: readonly GradeSheetFact[] }[] {
  return stepsFrom(state)
    .filter((one) => one.by.some((role) => roles.includes(role)))
    .map(({ to, needs }) => ({ to, needs }));
}

/** Whether this step may be taken; otherwise why not, and which facts are missing. */
export function checkGradeSheetTransition(
  from: GradeSheetState,
  to: GradeSheetState,
  roles: readonly GradeSheetActor[],
  facts: GradeSheetFacts,
): GradeSheetTransition {
  const found = stepsFrom(from).find((one) => one.to === to);
  if (!found) return { ok: false, refusal: 'unknown_transition' };
  if (!found.by.some((role) => roles.includes(role))) return { ok: false, refusal: 'role_not_allowed' };
  const missing = found.needs.filter((fact) => facts[fact] !== true && !String(facts[fact] || '').trim());
  return missing.length === 0 ? { ok: true } : { ok: false, refusal: 'facts_missing', missing };
}
