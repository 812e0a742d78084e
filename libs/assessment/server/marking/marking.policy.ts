import type { MarkingState, SubmissionState } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';

interface Sheet {
  markerNo: number;
  personId: number | null;
  state: MarkingState;
}

interface Way {
  blind: boolean;
  markers: number;
}

/** As which marker somebody who teaches the class may mark a script; null: not at all. Where nobody is named and one marker is enough, whoever teaches marks. */
export function markerNoOf(sheets: readonly Sheet[], personId: number | null, { markers }: Pick<Way, 'markers'>): number | null {
  const own = personId === null ? undefined : sheets.find((sheet) => sheet.personId === personId);
  if (own) return own.markerNo;
  return markers === 1 && sheets.every((sheet) => sheet.personId === null) ? 1 : null;
}

/** Whether the sheet may still change. Two markers who have seen each other's marks change theirs no more. */
export function mayChange(state: SubmissionState, mine: MarkingState, othersSeen: boolean, { markers }: Pick<Way, 'markers'>): boolean {
  if (state === 'SUBMITTED' || state === 'LATE') return true;
  if (state === 'MARKING') return markers === 1 || mine !== 'MARKED' || !othersSeen;
  return state === 'MARKED' && markers === 1;
}

const coordinating: readonly Role[] = ['CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'];

/** Who sees the whole of marking. Whoever teaches the class does where nobody is anonymous and nobody independent. */
export function maySeeOverview(held: readonly Role[], { blind, markers }: Way): boolean {
  return held.some((role) => coordinating.includes(role)) || (held.includes('LECTURER') && !blind && markers === 1);
}

export const mayCoordinate = (held: readonly Role[]): boolean => held.includes('CLASS_COORDINATOR');

/** The lecturer of a class releases the own marks; where others are involved it is the coordinator's. */
export function mayRelease(held: readonly Role[], { blind, markers }: Way): boolean {
  return mayCoordinate(held) || (held.includes('LECTURER') && !blind && markers === 1);
}
