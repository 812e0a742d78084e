import { describe, expect, it } from 'vitest';
import { componentsOf, draftOf, freeKey, isComplete, percentSum, type ComponentDraft } from './component-draft.rules.ts';

const draft = (key: string, percent: string, changes: Partial<ComponentDraft> = {}): ComponentDraft => ({ key, nameVi: 'Bài thi', nameEn: 'Exam', percent, required: true, ...changes });

describe('components while they are typed', () => {
  it('adds up percentages with comma or point', () => {
    expect(percentSum([draft('a', '33,33'), draft('b', '66.67')])).toBe(100);
    expect(percentSum([draft('a', 'x')])).toBeNaN();
  });

  it.each([
    [[], true],
    [[draft('a', '100')], true],
    [[draft('a', '60'), draft('b', '40')], true],
    [[draft('a', '60'), draft('b', '30')], false],
    [[draft('a', '100'), draft('b', '0')], false],
    [[draft('a', '100', { nameEn: ' ' })], false],
    [[draft('a', 'x')], false],
  ])('%j is complete: %s', (drafts, complete) => {
    expect(isComplete(drafts)).toBe(complete);
  });

  it('finds a key that is free', () => {
    expect(freeKey([])).toBe('part-1');
    expect(freeKey([draft('part-2', '50'), draft('x', '50')])).toBe('part-3');
    expect(freeKey([draft('part-2', '100')])).toBe('part-3');
  });

  it('comes back as it went in', () => {
    const components = [
      { key: 'paper', nameVi: 'Tiểu luận', nameEn: 'Paper', weight: 0.3333, required: true },
      { key: 'exam', nameVi: 'Bài thi', nameEn: 'Exam', weight: 0.6667, required: false },
    ];
    expect(componentsOf(components.map(draftOf))).toEqual(components);
  });
});
