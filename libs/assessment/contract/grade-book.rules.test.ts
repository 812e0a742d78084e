import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GradeComponentItem, Mark } from './grade-sheet.ts';
import { formulaOf, gradeOf, plainFacts } from './grading.ts';
import { averageOf, weigh, type CategoryRule, type ComponentScore, type GradedComponent } from './grading.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const llct = defaultRuleSets.LLCT.rules;
type Given = [weight: number, score: number | 'M' | null, category?: string | null, required?: boolean];
const scoreOf = (given: number | 'M' | null): ComponentScore => (given === null ? { kind: 'blank' } : given === 'M' ? { kind: 'excused' } : { kind: 'score', value: given });
const graded = (rows: readonly Given[]): GradedComponent[] => rows.map(([weight, score, category = null, required = false], at) => ({ componentId: at + 1, weight, required, category, score: scoreOf(score) }));
const quizzes = (...scores: (number | 'M' | null)[]): Given[] => scores.map((score) => [0.1, score, 'q']);
const drop = (dropLowest: number): CategoryRule[] => [{ key: 'q', dropLowest }];

describe('categories that drop their lowest', () => {
  it.each<[string, Given[], number, number | null, string]>([
    ['nothing dropped is the plain average', [...quizzes(6, 7, 8), [0.7, 9]], 0, 8.4, 'CCCC'],
    ['the lowest of three', [...quizzes(6, 7, 8), [0.7, 9]], 1, 8.55, 'DCCC'],
    ['the lowest two', [...quizzes(6, 7, 8), [0.7, 9]], 2, 8.7, 'DDCC'],
    ['zero is a score and the lowest one', [...quizzes(0, 7, 8), [0.7, 9]], 1, 8.55, 'DCCC'],
    ['a blank is never dropped: there is no average', [...quizzes(null, 7, 8), [0.7, 9]], 1, null, 'BDCC'],
    ['excused is not the lowest', [...quizzes('M', 7, 8), [0.7, 9]], 1, 8.7, 'EDCC'],
    ['one score always stays', [...quizzes('M', 'M', 4), [0.7, 9]], 2, 7.5, 'EECC'],
    ['an excused category gives its weight to the rest', [...quizzes('M', 'M', 'M'), [0.7, 9]], 1, 9, 'EEEC'],
    ['of two equal ones the later goes', [...quizzes(5, 5, 8), [0.7, 9]], 1, 8.25, 'CDCC'],
    ['what must be passed by itself stays', [[0.1, 4, 'q', true], [0.1, 5, 'q'], [0.1, 8, 'q'], [0.7, 9]], 1, 8.1, 'CDCC'],
    ['thirds are exact', [[0.3333, 5, 'q'], [0.3333, 6, 'q'], [0.3334, 7, 'q']], 1, 6.5, 'DCC'],
  ])('%s', (_, rows, dropLowest, average, fates) => {
    const components = graded(rows);
    const found = averageOf(components, drop(dropLowest));
    expect(found.known ? found.value : null).toBe(average);
    expect(weigh(components, drop(dropLowest)).map(({ fate }) => fate[0]).join('')).toBe(fates);
  });

  it('an excused component gives its weight to its own category first', () => {
    const components = graded([[0.2, 4, 'q'], [0.2, 'M', 'q'], [0.6, 9]]);
    expect(averageOf(components, drop(0))).toEqual({ known: true, value: 7 });
    expect(averageOf(components)).toEqual({ known: true, value: 7.75 });
  });
});

const item = (key: string, weight: number, more: Partial<GradeComponentItem> = {}): GradeComponentItem => ({ key, nameVi: key, nameEn: key, weight, required: true, category: null, ...more });
const marks = (given: Record<string, number | 'M' | null>): Map<string, Mark> =>
  new Map(Object.entries(given).map(([key, value]) => [key, value === null ? { kind: 'BLANK' } : value === 'M' ? { kind: 'EXCUSED' } : { kind: 'SCORE', value }]));

describe('the formula with one person’s own numbers', () => {
  const plan = { components: [item('kt', 0.4), item('tl', 0.6)], categories: [], rules };

  it('0,4 × 7,5 + 0,6 × 8 = 7,8', () => {
    const { terms, average, band, result } = formulaOf(plan, marks({ kt: 7.5, tl: 8 }));
    expect([terms.map(({ share }) => share), average, band?.code, result]).toEqual([[0.4, 0.6], 7.8, 'KHA', 'PASSED']);
  });

  it.each([
    ['a resit asks for more', { kt: 8, tl: 8 }, { ...plainFacts, hasResit: true }, 8, 'KHA', 'PASSED'],
    ['no resit', { kt: 8, tl: 8 }, plainFacts, 8, 'GIOI', 'PASSED'],
    ['set by hand', { kt: 4, tl: 4 }, { ...plainFacts, override: 6.5 }, 6.5, 'TRUNG_BINH', 'PASSED'],
    ['set by hand below the pass mark', { kt: 9, tl: 9 }, { ...plainFacts, override: 4.99 }, 4.99, 'YEU', 'FAILED'],
    ['set by hand does not help who is barred', { kt: 9, tl: 9 }, { ...plainFacts, barred: true, override: 9 }, 9, null, 'BARRED'],
    ['blank stays open', { kt: 9, tl: null }, plainFacts, null, null, 'PENDING'],
  ] as const)('%s', (_, given, facts, average, band, result) => {
    const found = gradeOf({ ...plan, rules: llct }, marks(given), facts);
    expect([found.average, found.band?.code ?? null, found.result]).toEqual([average, band, result]);
  });
});

/** The same arithmetic written down another way: fractions of integers, category by category. */
function independently(components: readonly GradedComponent[], categories: readonly CategoryRule[]): number | null {
  if (components.some(({ score }) => score.kind === 'blank')) return null;
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const add = ([a, b]: [bigint, bigint], [c, d]: [bigint, bigint]): [bigint, bigint] => {
    const [n, m] = [a * d + c * b, b * d];
    const g = gcd(n < 0n ? -n : n, m) || 1n;
    return [n / g, m / g];
  };
  let [sum, weights]: [[bigint, bigint], bigint] = [[0n, 1n], 0n];
  const keys = [...new Set(components.map((one) => categories.find(({ key }) => key === one.category)?.key ?? one.componentId))];
  for (const key of keys) {
    const rule = categories.find((one) => one.key === key);
    const members = components.filter((one) => (rule ? one.category === rule.key : one.componentId === key));
    let list = members.flatMap((one) => (one.score.kind === 'score' ? [{ value: BigInt(Math.round(one.score.value * 100)), weight: BigInt(Math.round(one.weight * 10_000)), required: one.required }] : []));
    for (let left = rule?.dropLowest ?? 0; left > 0 && list.length > 1; left -= 1) {
      const free = list.filter((one) => !one.required);
      if (free.length === 0) break;
      const lowest = free.reduce((low, one) => (one.value <= low.value ? one : low));
      list = list.filter((one) => one !== lowest);
    }
    if (list.length === 0) continue;
    const equal = (rule?.dropLowest ?? 0) > 0;
    const top = list.reduce((total, one) => total + one.value * (equal ? 1n : one.weight), 0n);
    const below = list.reduce((total, one) => total + (equal ? 1n : one.weight), 0n);
    const weight = members.reduce((total, one) => total + BigInt(Math.round(one.weight * 10_000)), 0n);
    sum = add(sum, [weight * top, below]);
    weights += weight;
  }
  if (weights === 0n) return null;
  const [points, below] = [sum[0], sum[1] * weights];
  return Number((2n * points + below) / (2n * below)) / 100;
}

const anyScore = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map((quarters): number | 'M' | null => quarters / 4) }, { weight: 1, arbitrary: fc.constantFrom<('M' | null)[]>('M', null) });
const anyBook = fc.record({
  rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 4_000 }), anyScore, fc.constantFrom('q', 'w', null), fc.boolean()), { minLength: 1, maxLength: 12 }),
  drops: fc.tuple(fc.nat(3), fc.nat(3)),
});

describe('whatever the marks', () => {
  it('the total equals an independent recomputation, the shares add up to one', () => {
    fc.assert(fc.property(anyBook, ({ rows, drops }) => {
      const components = graded(rows.map(([units, score, category, required]): Given => [units / 10_000, score, category, required]));
      const categories = [{ key: 'q', dropLowest: drops[0] }, { key: 'w', dropLowest: drops[1] }];
      const found = averageOf(components, categories);
      expect(found.known ? found.value : null).toBe(independently(components, categories));
      const shares = weigh(components, categories).reduce((sum, { share }) => sum + share, 0);
      if (found.known) expect(shares).toBeCloseTo(1, 9);
    }), { numRuns: 400 });
  });

  it('blank, excused and zero never mix', () => {
    fc.assert(fc.property(anyBook, fc.nat(11), ({ rows, drops }, at) => {
      const categories = [{ key: 'q', dropLowest: drops[0] }, { key: 'w', dropLowest: drops[1] }];
      const withScore = (score: number | 'M' | null) => graded(rows.map(([units, given, category], row): Given => [units / 10_000, row === at % rows.length ? score : given, category]));
      expect(averageOf(withScore(null), categories).known).toBe(false);
      const fate = (score: number | 'M') => weigh(withScore(score), categories)[at % rows.length]?.fate;
      expect(fate('M')).toBe('EXCUSED');
      expect(['COUNTS', 'DROPPED']).toContain(fate(0));
    }));
  });
});
