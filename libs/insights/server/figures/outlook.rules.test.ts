import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, judgedOn, outlookOf, yearBefore, type PersonSums } from './outlook.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const sums = (counted: number, onTheWay: number, expected: number, entries = 1): PersonSums => ({ counted, onTheWay, expected, entries, since: null });

describe('outlook', () => {
  it.each([
    [sums(40, 0, 0), 40, 'ENOUGH'],
    [sums(24, 8, 8), 40, 'WILL_BE_ENOUGH'],
    [sums(24, 8, 7), 40, 'SHORT'],
    [sums(0, 0, 0), 40, 'SHORT'],
    [sums(0, 0, 0, 0), 40, 'NO_CLASS'],
    [sums(0, 0, 0, 0), 0, 'EXEMPT'],
  ] as const)('%j of %d: %s', (given, needed, expected) => {
    expect(outlookOf(given, needed)).toBe(expected);
  });

  it('green and enough are the same people', () => {
    const number = fc.nat(60);
    fc.assert(fc.property(number, number, number, fc.nat(2), fc.constantFrom(null, '2026-03-01', '2026-12-01', '2027-01-01'), (counted, onTheWay, expected, entries, since) => {
      const { light, outlook } = figuresOf(2026, { counted, onTheWay, expected, entries, since }, '2026-11-22', rules);
      expect(light === 'GREEN').toBe(outlook === 'ENOUGH');
      expect(light === 'EXEMPT').toBe(outlook === 'EXEMPT');
    }));
  });
});

it.each([[2026, '2026-11-22'], [2025, '2025-12-31'], [2027, '2027-01-01']])('%d is judged on %s', (year, day) => {
  expect(judgedOn(year, '2026-11-22')).toBe(day);
});

it.each([['2026-11-22', '2025-11-22'], ['2028-02-29', '2027-02-28']])('a year before %s is %s', (day, before) => {
  expect(yearBefore(day)).toBe(before);
});
