import { describe, expect, it } from 'vitest';
import { treeLines } from './tree.rules.ts';

const units = [[1, null, 'Tỉnh'], [2, 1, 'Khối'], [3, 2, 'Sở'], [4, 9, 'Phường'], [5, 1, 'Ban']].map(([id, parentId, nameVi]) => ({ id: id as number, parentId: parentId as number | null, nameVi: nameVi as string }));
const shown = (open: number[]) => treeLines(units, new Set(open)).map(({ unit, depth, hasChildren }) => [unit.id, depth, hasChildren]);

describe('treeLines', () => {
  it('shows the top, with units whose parent does not exist on the day', () => {
    expect(shown([])).toEqual([[1, 0, true], [4, 0, false]]);
  });

  it('opens what is open, in order', () => {
    expect(shown([1, 2])).toEqual([[1, 0, true], [2, 1, true], [3, 2, false], [5, 1, false], [4, 0, false]]);
  });

  it('keeps the children of a closed unit closed', () => {
    expect(shown([2])).toEqual([[1, 0, true], [4, 0, false]]);
  });
});
