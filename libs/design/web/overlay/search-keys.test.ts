import { expect, it } from 'vitest';
import { moved } from './search-keys.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['PageDown', 0, 12, 5],
  ['PageDown', 9, 12, 11],
  ['PageUp', 3, 12, 0],
  ['ArrowDown', 0, 0, undefined],
  ['Enter', 0, 3, undefined],
  ['a', 0, 3, undefined],
])('%s at %i of %i → %s', (key, at, count, next) => {
  expect(moved(key, at, count)).toBe(next);
});
