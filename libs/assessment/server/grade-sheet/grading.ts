import type { GradeComponentItem, Mark } from '@halong/assessment/contract';
import type { GradeBand } from '@halong/regulations/contract';
import type { GradeCell } from './grade-sheet.rows.ts';
import { averageOf, classify, passResult, type ComponentScore, type GradedComponent, type GradeRules, type PassResult } from './grade-sheet.rules.ts';

export interface Graded {
  average: number | null;
  band: GradeBand | null;
  result: PassResult;
}

export interface StoredResult {
  enrolmentId: number;
  average: number | null;
  band: string | null;
  /** Null while it is open. */
  passed: boolean | null;
}

function scoreOf(mark: Mark | undefined): ComponentScore {
  if (mark?.kind === 'SCORE') return { kind: 'score', value: mark.value };
  return { kind: mark?.kind === 'EXCUSED' ? 'excused' : 'blank' };
}

/** The marks of one trainee as the rules take them; a component without a mark is blank. */
export function gradedComponents(components: readonly GradeComponentItem[], marks: ReadonlyMap<string, Mark>): GradedComponent[] {
  return components.map(({ key, weight, required }, at) => ({ componentId: at + 1, weight, required, score: scoreOf(marks.get(key)) }));
}

/** Average, classification and result of one trainee by the frozen rules. Somebody barred has no classification. */
export function gradeOf(components: readonly GradeComponentItem[], marks: ReadonlyMap<string, Mark>, barred: boolean, rules: GradeRules): Graded {
  const graded = gradedComponents(components, marks);
  const average = averageOf(graded);
  return {
    average: average.known ? average.value : null,
    band: barred ? null : classify(graded, false, rules),
    result: passResult(graded, barred, rules),
  };
}

export function storedResult(enrolmentId: number, { average, band, result }: Graded): StoredResult {
  return { enrolmentId, average, band: band?.code ?? null, passed: result === 'PENDING' ? null : result === 'PASSED' };
}

/** enrolment → component → mark. */
export function marksByEnrolment(cells: readonly GradeCell[]): Map<number, Map<string, Mark>> {
  const all = new Map<number, Map<string, Mark>>();
  for (const { enrolmentId, component, mark } of cells) {
    const own = all.get(enrolmentId) ?? new Map<string, Mark>();
    all.set(enrolmentId, own.set(component, mark));
  }
  return all;
}
