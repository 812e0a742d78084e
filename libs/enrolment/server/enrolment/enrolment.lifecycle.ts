import { leftStates, type EnrolmentState } from '@halong/enrolment/contract';

/** Has given up the seat. */
export const isLeft = (state: EnrolmentState): state is (typeof leftStates)[number] => (leftStates as readonly EnrolmentState[]).includes(state);

/** SYSTEM: a service of this or a downstream domain decides from records. COORDINATOR: a person decides and says why. */
export type EnrolmentActor = 'SYSTEM' | 'COORDINATOR';

interface Step {
  to: EnrolmentState;
  by: readonly EnrolmentActor[];
  reason: boolean;
}

const derived = (...states: EnrolmentState[]): Step[] => states.map((to) => ({ to, by: ['SYSTEM'], reason: false }));
/** A unit that withdraws its nominee and a coordinator leave the same trace: a reason. */
const decided = (...states: EnrolmentState[]): Step[] => states.map((to) => ({ to, by: ['SYSTEM', 'COORDINATOR'], reason: true }));
const leaving = decided('DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED');

/**
 * Domain §2.3. Nobody goes from EXAM_BARRED to PASSED: made-up study makes them eligible first. What is derived from
 * records may be derived again when a record is corrected (make-up, regrade, resit). Whoever has been expelled stays so.
 */
export const enrolmentLifecycle = {
  ADMITTED: [...derived('ACTIVE'), ...leaving],
  ACTIVE: [...derived('EXAM_ELIGIBLE', 'EXAM_BARRED'), ...leaving],
  EXAM_ELIGIBLE: [...derived('EXAM_BARRED', 'PASSED', 'FAILED'), ...leaving],
  EXAM_BARRED: [...derived('EXAM_ELIGIBLE', 'FAILED'), ...leaving],
  PASSED: derived('COMPLETED', 'FAILED', 'EXAM_BARRED'),
  FAILED: derived('PASSED', 'EXAM_ELIGIBLE', 'EXAM_BARRED'),
  COMPLETED: derived('PASSED', 'FAILED'),
  DEFERRED: decided('ADMITTED', 'ACTIVE', 'DROPPED'),
  DROPPED: decided('ADMITTED', 'ACTIVE'),
  EXPELLED: [],
  TRANSFERRED: decided('ADMITTED', 'ACTIVE'),
} satisfies Record<EnrolmentState, readonly Step[]>;

const stepsFrom = (state: EnrolmentState): readonly Step[] => enrolmentLifecycle[state];

export type EnrolmentCheck = { ok: true } | { ok: false; refusal: 'state_not_reachable' | 'reason_missing' };

/** May this enrolment go there? In: who asks, and why when a person decided. */
export function checkEnrolmentStep(from: EnrolmentState, to: EnrolmentState, by: EnrolmentActor, reason?: string | null): EnrolmentCheck {
  const step = stepsFrom(from).find((one) => one.to === to && one.by.includes(by));
  if (!step) return { ok: false, refusal: 'state_not_reachable' };
  return step.reason && !reason?.trim() ? { ok: false, refusal: 'reason_missing' } : { ok: true };
}

/** Where a coordinator may take an enrolment; whoever comes back to a class that has begun is ACTIVE, before that ADMITTED. */
export function coordinatorSteps(from: EnrolmentState, classHasBegun: boolean): EnrolmentState[] {
  const notNow: EnrolmentState = classHasBegun ? 'ADMITTED' : 'ACTIVE';
  return stepsFrom(from).filter((step) => step.by.includes('COORDINATOR') && step.to !== notNow).map(({ to }) => to);
}

/** A breach is noted of whoever studies in the class; a note that stands can be taken back from whoever has left, too. */
export const mayNoteDiscipline = ({ state, disciplineNote }: { state: EnrolmentState; disciplineNote: string | null }): boolean => !isLeft(state) || disciplineNote !== null;
