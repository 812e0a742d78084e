import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageOf, classify, componentPassed, isPassed, passMark, passResult, scoreProblem, weightsAreWhole, type ComponentScore, type GradedComponent } from './grading.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const llct = defaultRuleSets.LLCT.rules;
const blank: ComponentScore = { kind: 'blank' };
const excused: ComponentScore = { kind: 'excused' };
const score = (value: number): ComponentScore => ({ kind: 'score', value });
const graded = (rows: [weight: number, score: ComponentScore, required?: boolean][]): GradedComponent[] =>
  rows.map(([weight, given, required = true], i) => ({ componentId: i + 1, weight, required, score: given }));

describe('average', () => {
  it.each([
    ['plain', graded([[0.3, score(8)], [0.7, score(7)]]), 7.3],
    ['rounds half up', graded([[0.5, score(7.25)], [0.5, score(7.5)]]), 7.38],
    ['is not fooled by binary fractions', graded([[0.1, score(0.05)], [0.9, score(1.11)]]), 1],
    ['exact half of a hundredth', graded([[0.3, score(7.15)], [0.7, score(7.5)]]), 7.4],
    ['zero is a score', graded([[0.5, score(0)], [0.5, score(9)]]), 4.5],
    ['excused gives its weight away', graded([[0.2, score(6)], [0.3, excused], [0.5, score(9)]]), 8.14],
    ['thirds', graded([[0.3333, score(5)], [0.3333, score(6)], [0.3334, score(7)]]), 6],
  ] as const)('%s', (_, components, value) => {
    expect(averageOf(components)).toEqual({ known: true, value });
  });

  it('is unknown while anything is blank, and says what', () => {
    expect(averageOf(graded([[0.5, score(9)], [0.5, blank]]))).toEqual({ known: false, blank: [2] });
    expect(averageOf(graded([[0.5, excused], [0.5, excused]]))).toEqual({ known: false, blank: [] });
    expect(averageOf([])).toEqual({ known: false, blank: [] });
  });
});

describe('typing a score', () => {
  it.each([
    [0, null], [10, null], [7.25, null], [7.5, null],
    [7.3, 'wrong_step'], [7.2500001, 'wrong_step'], [7.255, 'wrong_step'],
    [-0.25, 'below_zero'], [10.25, 'above_scale'], [Number.NaN, 'not_a_number'], [Number.POSITIVE_INFINITY, 'not_a_number'],
  ] as const)('%d: %s', (value, problem) => {
    expect(scoreProblem(value, rules)).toBe(problem);
  });

  it('every multiple of a tenth is accepted where the step is a tenth', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (tenths) => {
      expect(scoreProblem(tenths / 10, { ...rules, gradeStep: 0.1 })).toBeNull();
      expect(scoreProblem(tenths * 0.1, { ...rules, gradeStep: 0.1 })).toBeNull();
    }));
  });
});

it('weights sum to 1', () => {
  const weights = (...list: number[]) => list.map((weight) => ({ weight }));
  expect(weightsAreWhole(weights(0.1, 0.2, 0.7))).toBe(true);
  expect(weightsAreWhole(weights(0.1, 0.2, 0.6))).toBe(false);
  expect(weightsAreWhole(weights(1.2, -0.2))).toBe(false);
  expect(weightsAreWhole([])).toBe(false);
});

describe('passing', () => {
  it('needs half of the scale', () => {
    expect(passMark(rules)).toBe(5);
    expect(passMark({ passRatio: 0.55, scale: 10 })).toBe(5.5);
    expect([score(5), score(4.75), score(0), excused, blank].map((one) => componentPassed(one, rules))).toEqual([true, false, false, true, null]);
  });

  it.each([
    ['all at the mark', graded([[0.5, score(5)], [0.5, score(5)]]), false, 'PASSED'],
    ['one below, average high', graded([[0.1, score(4.75)], [0.9, score(10)]]), false, 'FAILED'],
    ['one below and one blank', graded([[0.5, score(4)], [0.5, blank]]), false, 'FAILED'],
    ['one blank', graded([[0.5, score(9)], [0.5, blank]]), false, 'PENDING'],
    ['one excused', graded([[0.5, score(9)], [0.5, excused]]), false, 'PASSED'],
    ['all excused', graded([[0.5, excused], [0.5, excused]]), false, 'PENDING'],
    ['a low score that is not required', graded([[0.5, score(9)], [0.5, score(1), false]]), false, 'PASSED'],
    ['nothing to pass', [], false, 'PASSED'],
    ['barred with full marks', graded([[1, score(10)]]), true, 'BARRED'],
  ] as const)('%s', (_, components, barred, expected) => {
    expect(passResult([...components], barred, rules)).toBe(expected);
  });
});

describe('classification', () => {
  const bandOf = (values: number[], hasResit = false, given = llct) => classify(graded(values.map((value) => [1 / values.length, score(value)])), hasResit, given)?.code;

  it.each([
    [[4.99], false, 'YEU'], [[5], false, 'TRUNG_BINH'], [[6.99], false, 'TRUNG_BINH'], [[7], false, 'KHA'], [[8], false, 'GIOI'], [[9], false, 'XUAT_SAC'], [[10], false, 'XUAT_SAC'],
    [[8, 10], false, 'XUAT_SAC'], [[7.75, 10], false, 'GIOI'], [[6.75, 10], false, 'KHA'], [[5.75, 10], false, 'TRUNG_BINH'], [[4.75, 10], false, 'YEU'],
    [[7.99], true, 'TRUNG_BINH'], [[8], true, 'KHA'], [[8.99], true, 'KHA'], [[9], true, 'GIOI'], [[9.49], true, 'GIOI'], [[9.5], true, 'XUAT_SAC'],
  ] as const)('%j, resit %s: %s', (values, hasResit, expected) => {
    expect(bandOf([...values], hasResit)).toBe(expected);
  });

  it('has other bands elsewhere', () => {
    expect(bandOf([5], false, rules)).toBe('DAT');
    expect(bandOf([7.99], true, rules)).toBe('KHA');
  });

  it('waits for the average', () => {
    expect(classify(graded([[0.5, score(9)], [0.5, blank]]), false, llct)).toBeNull();
  });
});

const anyScore: fc.Arbitrary<ComponentScore> = fc.oneof(fc.constant(blank), fc.constant(excused), fc.integer({ min: 0, max: 40 }).map((quarters) => score(quarters / 4)));
const anyGrades = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100), required: fc.boolean(), score: anyScore }), { minLength: 1, maxLength: 6 }).map((list) => list.map((one, i) => ({ componentId: i + 1, ...one })));

describe('whatever the scores', () => {
  it('nobody barred is passed', () => {
    fc.assert(fc.property(anyGrades, (components) => {
      expect(isPassed(components, true, rules)).toBe(false);
    }));
  });

  it('nobody passes with a required component blank or below the mark', () => {
    fc.assert(fc.property(anyGrades, (components) => {
      fc.pre(isPassed(components, false, rules));
      for (const one of components.filter((each) => each.required)) expect(componentPassed(one.score, rules)).toBe(true);
    }));
  });

  it('the average lies between the lowest and the highest score, whatever the order', () => {
    fc.assert(fc.property(anyGrades, (components) => {
      const average = averageOf(components);
      const values = components.flatMap((one) => (one.score.kind === 'score' ? [one.score.value] : []));
      expect(averageOf([...components].reverse()).known).toBe(average.known);
      if (!average.known) return;
      expect(average.value).toBeGreaterThanOrEqual(Math.min(...values));
      expect(average.value).toBeLessThanOrEqual(Math.max(...values));
      expect(averageOf([...components].reverse())).toEqual(average);
    }));
  });

  it('a better score never makes the class worse', () => {
    const order = llct.gradeBands.map((band) => band.code);
    fc.assert(fc.property(anyGrades, fc.nat(5), fc.boolean(), (components, at, hasResit) => {
      const chosen = components[at % components.length]!;
      fc.pre(chosen.score.kind === 'score' && chosen.score.value < 10);
      const better = components.map((one) => (one === chosen && one.score.kind === 'score' ? { ...one, score: score(one.score.value + 0.25) } : one));
      const [before, now] = [classify(components, hasResit, llct), classify(better, hasResit, llct)];
      if (before && now) expect(order.indexOf(now.code)).toBeLessThanOrEqual(order.indexOf(before.code));
    }));
  });
});
