import type { NominationState } from '@halong/enrolment/contract';
import { isBeforeOpening, isOpenForNomination } from '../training-class/class.rules.ts';
import { mayStep } from './nomination.lifecycle.ts';

/** How the actor stands to one list: for the unit, for the class, or both. */
export interface Standing {
  prepares: boolean;
  submits: boolean;
  runs: boolean;
}

type ClassState = Parameters<typeof isOpenForNomination>[0];

export interface LineCan {
  withdraw: boolean;
  admit: boolean;
  reject: boolean;
}

/** What the actor may do with one line now. */
export function lineCan({ prepares, runs }: Standing, state: NominationState, trainingClass: ClassState): LineCan {
  const stillMoving = isBeforeOpening(trainingClass);
  return {
    withdraw: prepares && stillMoving && mayStep(state, 'WITHDRAWN', 'UNIT'),
    admit: runs && stillMoving && mayStep(state, 'APPROVED', 'COORDINATOR'),
    reject: runs && mayStep(state, 'REJECTED', 'COORDINATOR'),
  };
}

/** What the actor may do with the list now; the head submits, the focal point prepares. */
export function listCan({ prepares, submits }: Standing, trainingClass: ClassState, today: string, quota: number): { edit: boolean; submit: boolean } {
  const open = isOpenForNomination(trainingClass, today) && quota > 0;
  return { edit: prepares && open, submit: submits && open };
}
