import { toStep, type RubricCriterion, type RubricLevel } from '@halong/assessment/contract';

const cents = (value: number): number => Math.round(value * 100) / 100;

/** The level that these points lie in; between two, the lower one. */
export function levelOf({ levels }: Pick<RubricCriterion, 'levels'>, points: number | undefined): number {
  if (points === undefined) return -1;
  return levels.reduce((found, { from }, at) => (points >= from ? at : found), -1);
}

/** The points that choosing a level gives: its middle at first, one step more each further time, and round again. */
export function pointsOf({ from, to }: Pick<RubricLevel, 'from' | 'to'>, now: number | undefined, step: number): number {
  if (now === undefined || now < from || now > to) return Math.min(to, Math.max(from, cents(toStep((from + to) / 2, step))));
  return now + step > to ? from : cents(now + step);
}

/** One step more or fewer, within the scale. */
export const stepped = (now: number | undefined, by: number, scale: number): number | undefined => (now === undefined ? undefined : Math.min(scale, Math.max(0, cents(now + by))));

/** "7,5" or "7.5"; undefined when it is no number of the scale. */
export function readPoints(text: string, scale: number): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= scale ? cents(value) : undefined;
}
