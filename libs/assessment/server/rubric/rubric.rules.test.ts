import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { rubricContent, type RubricContent, rubricTotal, toStep } from '@halong/assessment/contract';
import { badPoints, rubricFault } from './rubric.rules.ts';

const levels = [{ title: 'Yếu', from: 0, to: 4.75 }, { title: 'Đạt', from: 5, to: 6.75 }, { title: 'Khá', from: 7, to: 8.25 }, { title: 'Giỏi', from: 8.5, to: 10 }];
const essay = (weights: readonly number[], more: Partial<RubricContent> = {}): RubricContent =>
  rubricContent.parse({ scale: 10, criteria: weights.map((weight, at) => ({ key: `c${at + 1}`, title: `Tiêu chí ${at + 1}`, weight, levels })), ...more });
const class10 = { scale: 10, step: 0.25 };

describe('rubricFault', () => {
  it('takes weights that make one', () => expect(rubricFault(essay([0.15, 0.3, 0.35, 0.2]))).toBeUndefined());
  it('takes thirds typed with two digits', () => expect(rubricFault(essay([0.3333, 0.3333, 0.3334]))).toBeUndefined());
  it('says what the weights make', () => expect(rubricFault(essay([0.5, 0.4]))).toEqual({ kind: 'weights', sum: 90 }));

  it.each([
    ['a level that begins inside the one before', [{ title: 'A', from: 0, to: 5 }, { title: 'B', from: 5, to: 10 }]],
    ['a level above the scale', [{ title: 'A', from: 0, to: 5 }, { title: 'B', from: 6, to: 11 }]],
    ['a level that ends before it begins', [{ title: 'A', from: 3, to: 1 }, { title: 'B', from: 6, to: 10 }]],
  ])('refuses %s', (_, wrong) => {
    expect(rubricFault(rubricContent.parse({ criteria: [{ key: 'a', title: 'Nội dung', weight: 1, levels: wrong }] }))).toEqual({ kind: 'levels', criterion: 'Nội dung' });
  });

  it('takes fixed points as ranges of one', () => {
    expect(rubricFault(rubricContent.parse({ criteria: [{ key: 'a', title: 'Nội dung', weight: 1, levels: [{ title: 'Chưa', from: 0, to: 0 }, { title: 'Có', from: 10, to: 10 }] }] }))).toBeUndefined();
  });

  it('refuses a key that stands twice', () => {
    const content = essay([0.5, 0.5]);
    expect(rubricFault({ ...content, criteria: content.criteria.map((one) => ({ ...one, key: 'same' })) })).toMatchObject({ kind: 'levels' });
  });
});

describe('rubricTotal', () => {
  it('weighs the criteria', () => expect(rubricTotal(essay([0.15, 0.3, 0.35, 0.2]), { c1: 8, c2: 8.5, c3: 7, c4: 6.5 }, class10)).toBe(7.5));
  it('is unknown while a criterion is not judged; zero is judged', () => {
    expect(rubricTotal(essay([0.5, 0.5]), { c1: 8 }, class10)).toBeNull();
    expect(rubricTotal(essay([0.5, 0.5]), { c1: 8, c2: 0 }, class10)).toBe(4);
  });
  it('is told on the scale of the class', () => expect(rubricTotal(essay([1], { scale: 100, criteria: essay([1]).criteria }), { c1: 80 }, class10)).toBe(8));

  it('stays between the lowest and the highest points given', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }), (quarters) => {
      const content = essay(quarters.map(() => 1 / quarters.length));
      const total = rubricTotal(content, Object.fromEntries(quarters.map((value, at) => [`c${at + 1}`, value / 4])), class10) ?? -1;
      expect(total).toBeGreaterThanOrEqual(Math.min(...quarters) / 4);
      expect(total).toBeLessThanOrEqual(Math.max(...quarters) / 4);
      expect(toStep(total, 0.25)).toBe(total);
    }));
  });
});

it.each([[7.125, 7.25], [7.12, 7], [7.375, 7.5], [0, 0], [9.99, 10]])('%d is %d in quarters', (value, rounded) => expect(toStep(value, 0.25)).toBe(rounded));

it('finds points that are not the rubric’s', () => {
  expect(badPoints(essay([0.5, 0.5]), { c1: 11, c2: 10, c9: 1 })).toEqual(['c1', 'c9']);
});
