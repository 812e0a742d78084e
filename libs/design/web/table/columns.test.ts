import { describe, expect, it } from 'vitest';
import { nextSort, toggled } from './columns.ts';

describe('nextSort', () => {
  it('starts ascending, turns round, and starts again on another column', () => {
    const first = nextSort(undefined, 'name');
    expect(first).toEqual({ key: 'name', direction: 'asc' });
    const second = nextSort(first, 'name');
    expect(second).toEqual({ key: 'name', direction: 'desc' });
    expect(nextSort(second, 'name').direction).toBe('asc');
    expect(nextSort(second, 'unit')).toEqual({ key: 'unit', direction: 'asc' });
  });
});

describe('toggled', () => {
  it('adds and removes a page without touching other pages', () => {
    const other = new Set(['x']);
    const both = toggled(other, ['a', 'b'], true);
    expect([...both]).toEqual(['x', 'a', 'b']);
    expect([...toggled(both, ['a', 'b'], false)]).toEqual(['x']);
    expect([...other]).toEqual(['x']);
  });
});
