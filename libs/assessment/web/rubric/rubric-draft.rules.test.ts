import { describe, expect, it } from 'vitest';
import { contentOf, freeKey, newCriterion, weightSum } from './rubric-draft.rules.ts';

const names = ['Yếu', 'Đạt', 'Khá', 'Giỏi'] as const;
const draft = { title: 'Phiếu', shared: false, scale: 10, criteria: [{ ...newCriterion(names, 10, 'c1'), title: 'Nội dung', weight: '62,5' }, { ...newCriterion(names, 10, 'c2'), title: 'Trình bày', weight: '37.5' }] };

describe('a rubric while it is typed', () => {
  it('reads numbers with a comma or a point', () => {
    expect(weightSum(draft.criteria)).toBe(100);
    expect(contentOf(draft)).toMatchObject({ scale: 10, criteria: [{ weight: 0.625, levels: [{ title: 'Yếu', from: 0, to: 4.75 }, { from: 5, to: 6.75 }, { from: 7, to: 8.25 }, { from: 8.5, to: 10 }] }, { weight: 0.375 }] });
  });
  it('is not sent while something is missing', () => {
    expect(contentOf({ ...draft, criteria: [] })).toBeUndefined();
    expect(contentOf({ ...draft, criteria: [{ ...draft.criteria[0]!, title: ' ' }] })).toBeUndefined();
    expect(contentOf({ ...draft, criteria: [{ ...draft.criteria[0]!, weight: 'x' }] })).toBeUndefined();
  });
  it('keys are used once', () => expect(freeKey([{ key: 'c1' }, { key: 'c3' }])).toBe('c4'));
});
