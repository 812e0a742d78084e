import type { TrainingClassState } from '@halong/classes/contract';

interface Dated {
  state: TrainingClassState;
  nominationDeadline: string | null;
}

/** A unit may send and change its list: the class is nominating and the deadline day (inclusive, in the province) has not passed. */
export const isOpenForNomination = ({ state, nominationDeadline }: Dated, today: string): boolean =>
  state === 'NOMINATING' && (nominationDeadline === null || today <= nominationDeadline);

const beforeOpening: readonly TrainingClassState[] = ['NOMINATING', 'LIST_FINALISED', 'DECIDED'];

/** People are admitted and withdrawn until the class opens, so that a unit can replace somebody (N01 `replaceUntil=openingDate`). */
export const isBeforeOpening = ({ state }: Pick<Dated, 'state'>): boolean => beforeOpening.includes(state);

const begun: readonly TrainingClassState[] = ['RUNNING', 'EXAM', 'GRADING', 'RESULT_RECOGNISED', 'CERTIFIED', 'EVALUATED', 'ARCHIVED'];

export const hasBegun = (state: TrainingClassState): boolean => begun.includes(state);

/** Free seats are a count: what the class can hold less the enrolments that hold a seat, never below none. */
export const seatsOf = (capacity: number, taken: number) => ({ capacity, taken, free: Math.max(0, capacity - taken) });
