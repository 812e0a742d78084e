import type { RubricContent, RubricView } from '@halong/assessment/contract';

/** A rubric while it is typed: numbers are texts. */
export interface LevelDraft { title: string; note: string; from: string; to: string }
export interface CriterionDraft { key: string; title: string; note: string; weight: string; levels: LevelDraft[] }
export interface RubricDraft { title: string; shared: boolean; scale: number; criteria: CriterionDraft[] }

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));
const textOf = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

/** A criterion with the four usual levels, on the scale's fifths of passing and above. */
export function newCriterion(names: readonly [string, string, string, string], scale: number, key: string): CriterionDraft {
  const edges = [[0, 0.475], [0.5, 0.675], [0.7, 0.825], [0.85, 1]] as const;
  return { key, title: '', note: '', weight: '', levels: names.map((title, at) => ({ title, note: '', from: textOf((edges[at]?.[0] ?? 0) * scale), to: textOf((edges[at]?.[1] ?? 1) * scale) })) };
}

/** A key that no criterion has yet. */
export function freeKey(criteria: readonly { key: string }[]): string {
  let no = criteria.length + 1;
  while (criteria.some(({ key }) => key === `c${no}`)) no += 1;
  return `c${no}`;
}

export const draftOf = ({ title, shared, scale, criteria }: RubricView): RubricDraft => ({
  title, shared, scale, criteria: criteria.map((one) => ({ ...one, weight: textOf(one.weight * 100), levels: one.levels.map((level) => ({ ...level, from: textOf(level.from), to: textOf(level.to) })) })),
});

/** Sum of the weights in percent, as far as they are numbers. */
export const weightSum = (criteria: readonly Pick<CriterionDraft, 'weight'>[]): number =>
  Math.round(criteria.reduce((sum, { weight }) => sum + (Number.isFinite(numberOf(weight)) ? numberOf(weight) : 0), 0) * 100) / 100;

/** What is sent; undefined while something is missing or no number. */
export function contentOf({ scale, criteria }: RubricDraft): RubricContent | undefined {
  const filled = criteria.every(({ title, weight, levels }) => title.trim() !== '' && numberOf(weight) > 0 && weight.trim() !== ''
    && levels.every((level) => level.title.trim() !== '' && level.from.trim() !== '' && level.to.trim() !== '' && Number.isFinite(numberOf(level.from)) && Number.isFinite(numberOf(level.to))));
  if (!filled || criteria.length === 0) return undefined;
  return {
    scale, criteria: criteria.map((one) => ({
      key: one.key, title: one.title.trim(), note: one.note.trim(), weight: Math.round(numberOf(one.weight) * 100) / 10_000,
      levels: one.levels.map((level) => ({ title: level.title.trim(), note: level.note.trim(), from: numberOf(level.from), to: numberOf(level.to) })),
    })),
  };
}
