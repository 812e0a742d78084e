import type { RubricContent } from './rubric.ts';

/** Points by criterion key; a criterion that is missing has not been judged. */
export type Points = Readonly<Record<string, number>>;

/** To the nearest step of the scale; a half goes up. */
export const toStep = (value: number, step: number): number => Math.round((Math.round((value / step) * 1e6) / 1e6) + 1e-9) * step;

const cents = (value: number): number => Math.round(value * 100) / 100;

/**
 * The mark that the points make, on the class's scale and in its steps. Null while a criterion has not been judged:
 * what is missing is not zero.
 */
export function rubricTotal(content: Pick<RubricContent, 'criteria' | 'scale'>, points: Points, { scale, step }: { scale: number; step: number }): number | null {
  let sum = 0;
  for (const { key, weight } of content.criteria) {
    const given = points[key];
    if (given === undefined) return null;
    sum += given * weight;
  }
  return cents(toStep((sum * scale) / content.scale, step));
}
