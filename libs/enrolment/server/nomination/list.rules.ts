import type { NominationState } from '@halong/enrolment/contract';

interface Line {
  state: NominationState;
  screening: string | null;
  seated: number;
}

/** Seats of the quota that are used: people admitted within it who still hold a seat. Those admitted beyond it use none. */
export const quotaTaken = (lines: readonly Line[]): number =>
  lines.filter(({ state, screening, seated }) => state === 'APPROVED' && screening === 'ELIGIBLE' && Number(seated) > 0).length;

/** Lines that the screening still has to judge, in list order. */
export const openLines = <L extends Line>(lines: readonly L[]): L[] => lines.filter(({ state }) => state === 'DRAFT' || state === 'SUBMITTED' || state === 'WAITLISTED');
