import { describe, expect, it } from 'vitest';
import { batches, grouped } from './grouped.ts';

describe('groups and batches', () => {
  it('keeps the order in each group', () => {
    expect([...grouped([1, 2, 3, 4, 5], (n) => n % 2)]).toEqual([[1, [1, 3, 5]], [0, [2, 4]]]);
  });

  it.each([
    [0, []],
    [1, [1]],
    [50, [32, 16, 2]],
    [64, [64]],
    [150, [64, 64, 16, 4, 2]],
  ])('%d items come as %j', (count, sizes) => {
    const items = Array.from({ length: count }, (_, i) => i);
    expect(batches(items).map((one) => one.length)).toEqual(sizes);
    expect(batches(items).flat()).toEqual(items);
  });
});
