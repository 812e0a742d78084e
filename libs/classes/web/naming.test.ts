import { describe, expect, it } from 'vitest';
import { dayRange, runOf } from './naming.ts';

describe('dayRange', () => {
  it.each([
    [null, null, undefined],
    [null, '2026-11-28', undefined],
    ['2026-11-14', null, '14/11/2026'],
    ['2026-11-14', '2026-11-14', '14/11/2026'],
    ['2026-11-14', '2026-11-28', '14/11 – 28/11/2026'],
    ['2026-12-20', '2027-01-10', '20/12/2026 – 10/01/2027'],
  ])('%s to %s is %s', (first, last, text) => {
    expect(dayRange(first, last)).toBe(text);
  });
});

describe('runOf', () => {
  it.each([[[], ''], [[3], '3'], [[1, 2, 3, 4], '1–4']])('%j is %s', (numbers, text) => {
    expect(runOf(numbers)).toBe(text);
  });
});
