import type { Mark } from '@halong/assessment/contract';

export interface StoredGrade {
  enrolmentId: number;
  component: string;
  kind: Mark['kind'];
  score: number | null;
  version: number;
}

/** JSON columns arrive as text on MariaDB and parsed on MySQL. */
export const jsonOf = (stored: unknown): unknown => (typeof stored === 'string' ? JSON.parse(stored) : stored);

export const markOf = ({ kind, score }: Pick<StoredGrade, 'kind' | 'score'>): Mark => (kind === 'SCORE' ? { kind, value: Number(score) } : { kind });
