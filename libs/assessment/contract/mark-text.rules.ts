import type { Mark } from './grade-sheet.ts';

export const sameMark = (one: Mark, other: Mark): boolean => one.kind === other.kind && (one.kind !== 'SCORE' || other.kind !== 'SCORE' || one.value === other.value);

const excused = /^(m|mi[eễ]n|e|excused)$/iu;
const decimal = /^\d{1,3}([.,]\d{1,3})?$/u;
/** Steps such as 0.1 are no binary fractions: compare with a little room. */
const room = 1e-6;

/**
 * What was typed, pasted or stands in a file. "7,5" and "7.5" are the same score, "M" or "E" is excused, nothing is blank.
 * Undefined: no mark of this sheet (not a number, over the scale, between the steps).
 */
export function parseMark(typed: string, { scale, step }: { scale: number; step: number }): Mark | undefined {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { kind: 'BLANK' };
  if (excused.test(text)) return { kind: 'EXCUSED' };
  if (!decimal.test(text)) return undefined;
  const value = Number(text.replace(',', '.'));
  const steps = value / step;
  if (value > scale || Math.abs(steps - Math.round(steps)) > room) return undefined;
  return { kind: 'SCORE', value };
}
