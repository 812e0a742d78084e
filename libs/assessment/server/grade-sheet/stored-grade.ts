import type { Mark } from '@halong/assessment/contract';
import type { GradeCell } from './grade-sheet.rows.ts';

export interface StoredGrade {
  enrolmentId: number;
  component: string;
  kind: Mark['kind'];
  score: number | null;
  version: number;
  resits: number;
}

export const markOf = ({ kind, score }: Pick<StoredGrade, 'kind' | 'score'>): Mark => (kind === 'SCORE' ? { kind, value: Number(score) } : { kind });

/** The columns of `assessment_grade g` that make a cell. */
export const gradeColumns = 'g.enrolment_id AS enrolmentId, g.component, g.kind, g.score, g.version, g.resits';

export const cellOf = (row: StoredGrade): GradeCell => ({ enrolmentId: row.enrolmentId, component: row.component, version: row.version, resits: row.resits, mark: markOf(row) });
