import { scoreProblem, type GradeComponentItem, type GradeRules, type Mark } from '@halong/assessment/contract';
import type { GradeCell } from './grade-sheet.rows.ts';

export interface MarkChange {
  enrolmentId: number;
  component: string;
  /** The version the person was looking at; 0 for a cell nobody had touched. */
  version: number;
  mark: Mark;
}

export interface ChangePlan {
  /** Cells of no trainee or no component of this sheet, or named twice. */
  unknown: MarkChange[];
  bad: MarkChange[];
  /** What stands there now, where the version was old. */
  conflicts: GradeCell[];
  /** The cells as they are to be. */
  writes: GradeCell[];
}

const keyOf = ({ enrolmentId, component }: Pick<GradeCell, 'enrolmentId' | 'component'>): string => `${enrolmentId} ${component}`;

/** What a set of changes would do to the cells. Nothing may be written while `unknown`, `bad` or `conflicts` has an entry. */
export function planChanges(
  changes: readonly MarkChange[],
  sheet: { components: readonly GradeComponentItem[]; enrolmentIds: ReadonlySet<number>; cells: readonly GradeCell[] },
  rules: GradeRules,
): ChangePlan {
  const present = new Map(sheet.cells.map((cell) => [keyOf(cell), cell]));
  const keys = new Set(sheet.components.map(({ key }) => key));
  const seen = new Set<string>();
  const plan: ChangePlan = { unknown: [], bad: [], conflicts: [], writes: [] };
  for (const change of changes) {
    const { enrolmentId, component, mark, version } = change;
    const now = present.get(keyOf(change)) ?? { enrolmentId, component, mark: { kind: 'BLANK' }, version: 0, resits: 0 };
    if (!keys.has(component) || !sheet.enrolmentIds.has(enrolmentId) || seen.has(keyOf(change))) plan.unknown.push(change);
    else if (mark.kind === 'SCORE' && scoreProblem(mark.value, rules)) plan.bad.push(change);
    else if (now.version !== version) plan.conflicts.push(now);
    else plan.writes.push({ ...now, mark, version: now.version + 1 });
    seen.add(keyOf(change));
  }
  return plan;
}

/** All cells of the trainees who are touched, with the writes in place of what was there. */
export function cellsAfter(cells: readonly GradeCell[], writes: readonly GradeCell[]): GradeCell[] {
  const touched = new Set(writes.map(({ enrolmentId }) => enrolmentId));
  const written = new Set(writes.map(keyOf));
  return [...cells.filter((cell) => touched.has(cell.enrolmentId) && !written.has(keyOf(cell))), ...writes];
}
