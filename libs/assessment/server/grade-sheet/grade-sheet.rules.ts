import type { GradeBand, RuleSet } from '@halong/regulations/contract';

export type GradeRules = Pick<RuleSet, 'passRatio' | 'scale' | 'gradeStep' | 'gradeBands'>;

/** Not entered, excused from it, or a score on the scale: zero is a score. */
export type ComponentScore = { kind: 'blank' } | { kind: 'excused' } | { kind: 'score'; value: number };

/** One element of the programme's assessment plan; the weights of a plan sum to 1. */
export interface GradeComponent {
  componentId: number;
  weight: number;
  required: boolean;
}

export interface GradedComponent extends GradeComponent {
  score: ComponentScore;
}

export type Average = { known: true; value: number } | { known: false; blank: number[] };
export type PassResult = 'PASSED' | 'FAILED' | 'PENDING' | 'BARRED';
export type ScoreProblem = 'not_a_number' | 'below_zero' | 'above_scale' | 'wrong_step';

const hundredths = (value: number): number => Math.round(value * 100);
const weightUnits = (weight: number): number => Math.round(weight * 10_000);

/** Why a typed score cannot be entered; null when it can: 0 to the scale, in steps of `gradeStep`. */
export function scoreProblem(value: number, rules: GradeRules): ScoreProblem | null {
  if (!Number.isFinite(value)) return 'not_a_number';
  if (value < 0) return 'below_zero';
  if (value > rules.scale) return 'above_scale';
  const exact = Math.abs(value * 100 - hundredths(value)) < 1e-6;
  return exact && hundredths(value) % hundredths(rules.gradeStep) === 0 ? null : 'wrong_step';
}

/** Whether the weights of a plan are positive and sum to 1. */
export function weightsAreWhole(components: readonly Pick<GradeComponent, 'weight'>[]): boolean {
  return components.every((one) => one.weight > 0) && components.reduce((sum, one) => sum + weightUnits(one.weight), 0) === 10_000;
}

/**
 * The weighted average, half up to 0.01, computed in whole hundredths (7.245 is never 7.2449…).
 * Excused components give their weight to the others; while one is blank, or nothing is scored, there is no average.
 */
export function averageOf(components: readonly GradedComponent[]): Average {
  const blank = components.filter((one) => one.score.kind === 'blank').map((one) => one.componentId);
  if (blank.length > 0) return { known: false, blank };
  let [points, weights] = [0, 0];
  for (const { score, weight } of components) {
    if (score.kind !== 'score') continue;
    points += hundredths(score.value) * weightUnits(weight);
    weights += weightUnits(weight);
  }
  if (weights === 0) return { known: false, blank: [] };
  return { known: true, value: Math.floor((2 * points + weights) / (2 * weights)) / 100 };
}

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

/**
 * The highest band whose minimum the average reaches (the one for resits after a resit) and whose floor every scored component reaches (domain rule A02).
 * Null while there is no average.
 */
export function classify(components: readonly GradedComponent[], hasResit: boolean, rules: GradeRules): GradeBand | null {
  const average = averageOf(components);
  if (!average.known) return null;
  const scores = components.flatMap((one) => (one.score.kind === 'score' ? [one.score.value] : []));
  const reached = (band: GradeBand): boolean =>
    average.value >= (hasResit ? band.minIfResit : band.min) && scores.every((value) => value >= band.floorPerPart);
  return [...rules.gradeBands].sort((a, b) => b.min - a.min).find(reached) ?? null;
}
