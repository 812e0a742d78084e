import { expect, it } from 'vitest';
import { fold } from '@halong/design/web';
import { treeStep } from './tree-keys.rules.ts';
import { treeLines } from './tree.rules.ts';

const units = [[1, null, 'Tỉnh'], [2, 1, 'Khối'], [3, 2, 'Sở Nội vụ'], [4, 2, 'Sở Đối ngoại'], [5, 1, 'Ban']].map(([id, parentId, nameVi]) => ({ id: id as number, parentId: parentId as number | null, nameVi: nameVi as string }));
const open = new Set([1, 2]);
const lines = treeLines(units, open);

it.each([
  ['ArrowDown', 1, { to: 2 }],
  ['ArrowDown', 5, undefined],
  ['ArrowUp', 2, { to: 1 }],
  ['ArrowUp', 1, undefined],
  ['Home', 4, { to: 1 }],
  ['End', 1, { to: 5 }],
  ['ArrowRight', 2, { to: 3 }],
  ['ArrowRight', 3, undefined],
  ['ArrowLeft', 3, { to: 2 }],
  ['ArrowLeft', 2, { toggle: 2 }],
  ['ArrowLeft', 5, { to: 1 }],
  ['Enter', 3, { choose: 3 }],
  [' ', 3, { choose: 3 }],
  ['s', 3, { to: 4 }],
  ['s', 4, { to: 3 }],
  ['z', 3, undefined],
  ['Tab', 3, undefined],
  ['ArrowDown', 99, undefined],
])('%s at %i', (key, at, step) => expect(treeStep(key, lines, at, open, fold)).toEqual(step));

it('opens a closed unit before it goes in', () => {
  expect(treeStep('ArrowRight', treeLines(units, new Set([1])), 2, new Set([1]), fold)).toEqual({ toggle: 2 });
});
