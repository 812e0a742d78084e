import { describe, expect, it } from 'vitest';
import type { ProgrammeUnit } from '@halong/catalogue/contract';
import { depthOf, draftsOf, isComplete, periodSum, topicsOf, withNew, without } from './topic-draft.rules.ts';

const unit = (id: number, parentId: number | null, position: number, periods: number): ProgrammeUnit => ({ id, parentId, position, kind: parentId === null ? 'PART' : 'TOPIC', titleVi: `Mục ${id}`, titleEn: `Entry ${id}`, periods });
const units = [unit(3, 1, 2, 8), unit(1, null, 1, 12), unit(2, 1, 1, 4), unit(4, null, 2, 20)];
const drafts = draftsOf(units);
const keys = (list: readonly { key: number }[]) => list.map(({ key }) => key);

describe('topics while they are typed', () => {
  it('stand in reading order, each with its depth', () => {
    expect(keys(drafts)).toEqual([1, 2, 3, 4]);
    expect(drafts.map((draft) => depthOf(drafts, draft))).toEqual([0, 1, 1, 0]);
  });

  it('count the periods of leaves only', () => {
    expect(periodSum(drafts)).toBe(32);
  });

  it('go with everything below them', () => {
    expect(keys(without(drafts, 1))).toEqual([4]);
    expect(keys(without(drafts, 2))).toEqual([1, 3, 4]);
  });

  it('are added at the end of their parent', () => {
    expect(keys(withNew(drafts, null))).toEqual([1, 2, 3, 4, -1]);
    expect(keys(withNew(drafts, 1))).toEqual([1, 2, 3, -1, 4]);
    expect(keys(withNew(withNew(drafts, 1), 1))).toEqual([1, 2, 3, -1, -2, 4]);
  });

  it('are sent with the place of their parent and their id', () => {
    const [part, topic] = topicsOf(drafts);
    expect([part?.parent, topic?.parent, topic?.id, topic?.periods]).toEqual([null, 0, 2, 4]);
    expect(topicsOf(withNew(drafts, 4)).at(-1)).toEqual({ parent: 3, kind: 'TOPIC', titleVi: '', titleEn: '', periods: 0 });
  });

  it('need a title in both languages', () => {
    expect([isComplete(drafts), isComplete(withNew(drafts, null))]).toEqual([true, false]);
  });
});
