import { gradeOf, type Graded, type GradingFacts, type Mark } from '@halong/assessment/contract';
import type { SheetContent } from './grade-sheet.presenter.ts';
import type { GradeCell, TraineeRow } from './grade-sheet.rows.ts';

export interface StoredResult {
  enrolmentId: number;
  average: number | null;
  band: string | null;
  /** Null while it is open. */
  passed: boolean | null;
}

export type GradingContent = Pick<SheetContent, 'sheet' | 'rules' | 'barred' | 'overrides'>;

export function storedResult(enrolmentId: number, { average, band, result }: Graded): StoredResult {
  return { enrolmentId, average, band: band?.code ?? null, passed: result === 'PENDING' ? null : result === 'PASSED' };
}

/** The cells of each enrolment. */
export function cellsByEnrolment(cells: readonly GradeCell[]): Map<number, GradeCell[]> {
  const all = new Map<number, GradeCell[]>();
  for (const cell of cells) {
    const own = all.get(cell.enrolmentId);
    if (own) own.push(cell);
    else all.set(cell.enrolmentId, [cell]);
  }
  return all;
}

export function factsOf(enrolmentId: number, own: readonly GradeCell[], { barred, overrides }: Pick<GradingContent, 'barred' | 'overrides'>): GradingFacts {
  return { barred: barred.has(enrolmentId), hasResit: own.some(({ resits }) => resits > 0), override: overrides.get(enrolmentId)?.average ?? null };
}

export const marksOf = (own: readonly GradeCell[]): Map<string, Mark> => new Map(own.map(({ component, mark }) => [component, mark]));

/** Average, classification and result of one trainee as the sheet stands. */
export function gradeIn({ sheet: { components, categories }, rules, ...rest }: GradingContent, enrolmentId: number, own: readonly GradeCell[]): Graded {
  return gradeOf({ components, categories, rules }, marksOf(own), factsOf(enrolmentId, own, rest));
}

/** The same for all of them, by enrolment. */
export function gradesIn(content: GradingContent, trainees: readonly TraineeRow[], cells: readonly GradeCell[]): Map<number, Graded> {
  const byEnrolment = cellsByEnrolment(cells);
  return new Map(trainees.map(({ enrolmentId }) => [enrolmentId, gradeIn(content, enrolmentId, byEnrolment.get(enrolmentId) ?? [])]));
}
