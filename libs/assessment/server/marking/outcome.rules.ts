import { toStep, type MarkingState, type MarkSource } from '@halong/assessment/contract';

export interface MarkerResult {
  markerNo: number;
  state: MarkingState;
  total: number | null;
}

export interface MarkingTerms {
  /** How many mark each script independently. */
  markers: number;
  /** Two marks further apart than this go to a third marker; null: any difference is averaged. */
  diffThreshold: number | null;
  step: number;
}

export type Outcome =
  | { kind: 'WAITING'; difference: number | null }
  | { kind: 'APART'; difference: number }
  | { kind: 'READY'; difference: number | null; mark: number; source: MarkSource };

const cents = (value: number): number => Math.round(value * 100) / 100;

const totalOf = (results: readonly MarkerResult[], no: number): number | null => {
  const found = results.find(({ markerNo, state }) => markerNo === no && state === 'MARKED');
  return found?.total ?? null;
};

/**
 * What the markers' marks make. One marker: that mark. Two: their average, to the step of the scale; further apart than
 * the threshold, the third marker decides and their mark replaces both. What the coordinator agreed on stands before all of it.
 */
export function outcomeOf(results: readonly MarkerResult[], { markers, diffThreshold, step }: MarkingTerms, agreed: number | null = null): Outcome {
  const [first, second, third] = [totalOf(results, 1), totalOf(results, 2), totalOf(results, 3)];
  if (markers < 2) return first === null ? { kind: 'WAITING', difference: null } : ready(first, 'SINGLE', null, agreed);
  if (first === null || second === null) return { kind: 'WAITING', difference: null };
  const difference = cents(Math.abs(first - second));
  if (diffThreshold === null || difference <= diffThreshold) return ready(cents(toStep((first + second) / 2, step)), 'AVERAGE', difference, agreed);
  if (third !== null) return ready(third, 'THIRD', difference, agreed);
  if (agreed !== null) return ready(agreed, 'AGREED', difference, agreed);
  return results.some(({ markerNo }) => markerNo === 3) ? { kind: 'WAITING', difference } : { kind: 'APART', difference };
}

const ready = (mark: number, source: MarkSource, difference: number | null, agreed: number | null): Outcome =>
  agreed === null ? { kind: 'READY', difference, mark, source } : { kind: 'READY', difference, mark: agreed, source: 'AGREED' };

/** Whether somebody may see what the others gave: once both independent ones are done. */
export function othersVisible(results: readonly MarkerResult[], markers: number): boolean {
  return markers < 2 || (totalOf(results, 1) !== null && totalOf(results, 2) !== null);
}

/** Which sheets count for the mark, and so go back to the writer. */
export function countingMarkers(source: MarkSource, results: readonly MarkerResult[]): number[] {
  if (source === 'THIRD') return [3];
  return results.filter(({ state }) => state === 'MARKED').map(({ markerNo }) => markerNo);
}
