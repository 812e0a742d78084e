import type { NominationState } from '@halong/enrolment/contract';

/** UNIT: its head or focal point. COORDINATOR: who runs the class. */
export type NominationActor = 'UNIT' | 'COORDINATOR';

interface Step {
  to: NominationState;
  by: NominationActor;
  reason: boolean;
}

const step = (to: NominationState, by: NominationActor, reason = false): Step => ({ to, by, reason });
const waiting = [step('APPROVED', 'COORDINATOR'), step('REJECTED', 'COORDINATOR', true), step('WITHDRAWN', 'UNIT', true)];

/** Domain §2.3: who only lacks a seat waits, at submission or when the coordinator admits; nothing vanishes. A person who was rejected or withdrawn may be sent again as a new line. */
export const nominationLifecycle = {
  DRAFT: [step('SUBMITTED', 'UNIT'), step('WAITLISTED', 'UNIT')],
  SUBMITTED: [...waiting, step('WAITLISTED', 'COORDINATOR')],
  WAITLISTED: waiting,
  APPROVED: [step('WITHDRAWN', 'UNIT', true)],
  REJECTED: [],
  WITHDRAWN: [],
} satisfies Record<NominationState, readonly Step[]>;

export function mayStep(from: NominationState, to: NominationState, by: NominationActor): boolean {
  const steps: readonly Step[] = nominationLifecycle[from];
  return steps.some((one) => one.to === to && one.by === by);
}

/** Lines that wait for the coordinator. */
export const undecidedStates = ['SUBMITTED', 'WAITLISTED'] as const satisfies readonly NominationState[];
/** Lines that still count on their list. */
export const liveStates = ['DRAFT', 'SUBMITTED', 'WAITLISTED', 'APPROVED'] as const satisfies readonly NominationState[];
