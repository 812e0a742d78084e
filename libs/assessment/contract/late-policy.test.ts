import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latenessOf, markAfterLateness, partDays, type LatePolicy } from './late-policy.ts';

const due = Date.parse('2026-10-15T16:59:00Z');
const hour = 3_600_000;
const half: LatePolicy = { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 0 };

describe('latenessOf', () => {
  it.each<[string, number, Partial<LatePolicy>, number, number]>([
    ['a minute before', -1 / 60, {}, 0, 0],
    ['at the moment it is due', 0, {}, 0, 0],
    ['a second later: a begun day', 1 / 3_600, {}, 1, 0.5],
    ['a whole day', 24, {}, 1, 0.5],
    ['a day and an hour', 25, {}, 2, 1],
    ['a day and an hour, begun days do not count', 25, { partDay: 'DOWN' }, 1, 0.5],
    ['an hour, begun days do not count', 1, { partDay: 'DOWN' }, 0, 0],
    ['a day and a half, by its part', 36, { partDay: 'PART' }, 1.5, 0.75],
    ['within the grace', 0.25, { graceMinutes: 15 }, 0, 0],
    ['beyond the grace counts from the due time', 25, { graceMinutes: 90 }, 2, 1],
    ['two days, one point each', 48, { deductionPerDay: 1 }, 2, 2],
    ['nothing is taken off', 500, { deductionPerDay: 0 }, 21, 0],
  ])('%s', (_, hours, policy, days, deduction) => {
    expect(latenessOf(due + hours * hour, due, { ...half, ...policy })).toMatchObject({ days, deduction });
  });

  it('is late from the first millisecond, even where no day counts yet', () => {
    expect(latenessOf(due + 1, due, { ...half, partDay: 'DOWN' })).toEqual({ late: true, days: 0, deduction: 0 });
  });
});

const policies = fc.record({
  deductionPerDay: fc.integer({ min: 0, max: 400 }).map((n) => n / 4), floor: fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
  partDay: fc.constantFrom(...partDays), graceMinutes: fc.integer({ min: 0, max: 1_440 }),
});
const lateness = fc.integer({ min: -10 * 24 * hour, max: 60 * 24 * hour });

describe('every late policy', () => {
  it('never takes off more from whoever came earlier', () => {
    fc.assert(fc.property(policies, lateness, lateness, (policy, a, b) => {
      const [early, later] = [Math.min(a, b), Math.max(a, b)].map((late) => latenessOf(due + late, due, policy));
      expect(early!.deduction).toBeLessThanOrEqual(later!.deduction);
    }));
  });

  it('begun days cost at least their part, and their part at least whole days', () => {
    fc.assert(fc.property(policies, lateness, (policy, late) => {
      const [up, part, down] = (['UP', 'PART', 'DOWN'] as const).map((partDay) => latenessOf(due + late, due, { ...policy, partDay }).deduction);
      expect(up).toBeGreaterThanOrEqual(part!);
      expect(part).toBeGreaterThanOrEqual(down!);
    }));
  });

  it('gives a mark between the floor and what was given, and never raises one', () => {
    fc.assert(fc.property(policies, lateness, fc.integer({ min: 0, max: 40 }).map((n) => n / 4), (policy, late, mark) => {
      const after = markAfterLateness(mark, latenessOf(due + late, due, policy).deduction, policy);
      expect(after).toBeLessThanOrEqual(mark);
      expect(after).toBeGreaterThanOrEqual(Math.min(mark, policy.floor));
    }));
  });
});
