import type { GradeBand, RuleSet } from '@halong/regulations/contract';

export type GradeRules = Pick<RuleSet, 'passRatio' | 'scale' | 'gradeStep' | 'gradeBands'>;

/** Not entered, excused from it, or a score on the scale: zero is a score. */
export type ComponentScore = { kind: 'blank' } | { kind: 'excused' } | { kind: 'score'; value: number };

/** One element of the assessment plan; the weights of a plan sum to 1. */
export interface GradeComponent {
  componentId: number;
  weight: number;
  required: boolean;
  /** The category it belongs to; without one it stands for itself. */
  category?: string | null;
}

export interface GradedComponent extends GradeComponent {
  score: ComponentScore;
}

/** A category weighs what its components weigh together. One that drops its lowest scores counts its components equally. */
export interface CategoryRule {
  key: string;
  dropLowest: number;
}

export type Average = { known: true; value: number } | { known: false; blank: number[] };
export type PassResult = 'PASSED' | 'FAILED' | 'PENDING' | 'BARRED';
export type ScoreProblem = 'not_a_number' | 'below_zero' | 'above_scale' | 'wrong_step';
export type Fate = 'COUNTS' | 'DROPPED' | 'EXCUSED' | 'BLANK';

/** What becomes of one component of one trainee; `share` is its part of the average, 0 unless it counts. */
export interface Weighed<T extends GradedComponent = GradedComponent> {
  component: T;
  fate: Fate;
  share: number;
}

const hundredths = (value: number): number => Math.round(value * 100);
const weightUnits = (weight: number): number => Math.round(weight * 10_000);
export const wholeWeight = 10_000;

/** Why a typed score cannot be entered; null when it can: 0 to the scale, in steps of `gradeStep`. */
export function scoreProblem(value: number, rules: GradeRules): ScoreProblem | null {
  if (!Number.isFinite(value)) return 'not_a_number';
  if (value < 0) return 'below_zero';
  if (value > rules.scale) return 'above_scale';
  const exact = Math.abs(value * 100 - hundredths(value)) < 1e-6;
  return exact && hundredths(value) % hundredths(rules.gradeStep) === 0 ? null : 'wrong_step';
}

/** The sum of the weights in ten-thousandths: never 0.9999… */
export const weightSum = (components: readonly Pick<GradeComponent, 'weight'>[]): number => components.reduce((sum, one) => sum + weightUnits(one.weight), 0);

/** Whether the weights of a plan are positive and sum to 1. */
export function weightsAreWhole(components: readonly Pick<GradeComponent, 'weight'>[]): boolean {
  return components.every((one) => one.weight > 0) && weightSum(components) === wholeWeight;
}

interface Group<T> {
  weight: number;
  equal: boolean;
  kept: T[];
  dropped: T[];
}

/** The lowest scores of a category, the later component first among equals; one score always stays, and what must be passed by itself is never dropped. */
function dropped<T extends GradedComponent>(scored: readonly T[], count: number): T[] {
  const value = (one: T): number => (one.score.kind === 'score' ? hundredths(one.score.value) : 0);
  const most = Math.min(count, scored.length - 1);
  if (most <= 0) return [];
  return scored.filter((one) => !one.required).map((one, at) => ({ one, at })).sort((a, b) => value(a.one) - value(b.one) || b.at - a.at).slice(0, most).map(({ one }) => one);
}

function groupsOf<T extends GradedComponent>(components: readonly T[], categories: readonly CategoryRule[]): Group<T>[] {
  const members = new Map<string | T, T[]>();
  for (const one of components) {
    const key = one.category && categories.some((each) => each.key === one.category) ? one.category : one;
    const others = members.get(key);
    if (others) others.push(one);
    else members.set(key, [one]);
  }
  return [...members].map(([key, list]) => {
    const rule = typeof key === 'string' ? categories.find((each) => each.key === key) : undefined;
    const scored = list.filter((one) => one.score.kind === 'score');
    const out = dropped(scored, rule?.dropLowest ?? 0);
    return { weight: weightSum(list), equal: (rule?.dropLowest ?? 0) > 0, kept: out.length === 0 ? scored : scored.filter((one) => !out.includes(one)), dropped: out };
  });
}

const unitsIn = (group: Group<GradedComponent>, one: GradedComponent): number => (group.equal ? 1 : weightUnits(one.weight));

/** What counts, what is dropped, excused or blank, and how much each of those that count is of the average. */
export function weigh<T extends GradedComponent>(components: readonly T[], categories: readonly CategoryRule[] = []): Weighed<T>[] {
  const groups = groupsOf(components, categories).filter(({ kept }) => kept.length > 0);
  const all = groups.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<T, number>();
  const out = new Set<T>();
  for (const group of groups) {
    const inside = group.kept.reduce((sum, one) => sum + unitsIn(group, one), 0);
    for (const one of group.kept) shares.set(one, (group.weight * unitsIn(group, one)) / inside / all);
    for (const one of group.dropped) out.add(one);
  }
  const fateOf = (one: T): Fate => (one.score.kind === 'blank' ? 'BLANK' : one.score.kind === 'excused' ? 'EXCUSED' : out.has(one) ? 'DROPPED' : 'COUNTS');
  return components.map((component) => ({ component, fate: fateOf(component), share: shares.get(component) ?? 0 }));
}

/** Σ W·P/Q ÷ Σ W, half up to a whole hundredth. Whole numbers where they suffice, else fractions of any length: never a binary fraction. */
function halfUp(terms: readonly { weight: number; points: number; units: number }[]): number {
  const weights = terms.reduce((sum, one) => sum + one.weight, 0);
  if (terms.every(({ weight, points, units }) => (weight * points) % units === 0)) {
    const points = terms.reduce((sum, one) => sum + (one.weight * one.points) / one.units, 0);
    return Math.floor((2 * points + weights) / (2 * weights)) / 100;
  }
  const common = terms.reduce((product, { units }) => product * BigInt(units), 1n);
  const points = terms.reduce((sum, one) => sum + BigInt(one.weight) * BigInt(one.points) * (common / BigInt(one.units)), 0n);
  const below = BigInt(weights) * common;
  return Number((2n * points + below) / (2n * below)) / 100;
}

/**
 * The weighted average, half up to 0.01, computed in whole hundredths (7.245 is never 7.2449…), and the scores in it.
 * Excused components give their weight to the others of their category, an excused category to the rest; while one is blank,
 * or nothing is scored, there is no average.
 */
export function counting(components: readonly GradedComponent[], categories: readonly CategoryRule[] = []): { average: Average; scores: number[] } {
  const blank = components.filter((one) => one.score.kind === 'blank').map((one) => one.componentId);
  const groups = groupsOf(components, categories).filter(({ kept }) => kept.length > 0);
  const scores: number[] = [];
  const terms = groups.map((group) => {
    let [points, units] = [0, 0];
    for (const one of group.kept) {
      const value = one.score.kind === 'score' ? one.score.value : 0;
      scores.push(value);
      points += hundredths(value) * unitsIn(group, one);
      units += unitsIn(group, one);
    }
    return { weight: group.weight, points, units };
  });
  return { average: blank.length > 0 || terms.length === 0 ? { known: false, blank } : { known: true, value: halfUp(terms) }, scores };
}

/** The average alone. */
export const averageOf = (components: readonly GradedComponent[], categories: readonly CategoryRule[] = []): Average => counting(components, categories).average;

/** The lowest score that passes, on the scale (domain rule A01). */
export function passMark({ passRatio, scale }: Pick<GradeRules, 'passRatio' | 'scale'>): number {
  return hundredths(passRatio * scale) / 100;
}

/** Whether one component is passed: null while it is blank; excused needs no pass. */
export function componentPassed(score: ComponentScore, rules: GradeRules): boolean | null {
  if (score.kind === 'blank') return null;
  return score.kind === 'excused' || hundredths(score.value) >= hundredths(passMark(rules));
}

/** Passed when every required component is at the pass mark or excused, and not all are excused. Nobody barred from the exam is passed, whatever the scores. */
export function passResult(components: readonly GradedComponent[], barred: boolean, rules: GradeRules): PassResult {
  if (barred) return 'BARRED';
  const required = components.filter((one) => one.required);
  const passed = required.map((one) => componentPassed(one.score, rules));
  if (passed.includes(false)) return 'FAILED';
  if (passed.includes(null)) return 'PENDING';
  return required.length > 0 && required.every((one) => one.score.kind === 'excused') ? 'PENDING' : 'PASSED';
}

export function isPassed(components: readonly GradedComponent[], barred: boolean, rules: GradeRules): boolean {
  return passResult(components, barred, rules) === 'PASSED';
}

/** The highest band whose minimum the average reaches (the one for resits after a resit) and whose floor each of the scores reaches. */
export function bandOf(average: number, scores: readonly number[], hasResit: boolean, rules: Pick<GradeRules, 'gradeBands'>): GradeBand | null {
  const reached = (band: GradeBand): boolean => average >= (hasResit ? band.minIfResit : band.min) && scores.every((value) => value >= band.floorPerPart);
  return [...rules.gradeBands].sort((a, b) => b.min - a.min).find(reached) ?? null;
}

/** The classification by the average and the scores that count (domain rule A02); null while there is no average. */
export function classify(components: readonly GradedComponent[], hasResit: boolean, rules: GradeRules, categories: readonly CategoryRule[] = []): GradeBand | null {
  const average = averageOf(components, categories);
  if (!average.known) return null;
  const scores = weigh(components, categories).flatMap(({ component: { score }, fate }) => (fate === 'COUNTS' && score.kind === 'score' ? [score.value] : []));
  return bandOf(average.value, scores, hasResit, rules);
}
