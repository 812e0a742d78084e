import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedShare, neededPeriods, trafficLight, yearLedger, type LedgerEntry, type YearlyDuty } from './ledger.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const entry = (outcome: LedgerEntry['outcome'], credited: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({ classId: 1, day: '2026-10-01', completedOn: null, outcome, credited, upcoming: 0, ...more });

describe('the ledger of a year', () => {
  it('separates counted, on the way and expected', () => {
    const entries = [
      entry('COMPLETED', 4, { completedOn: '2026-06-30' }),
      entry('COMPLETED', 3, { completedOn: '2026-06-30' }),
      entry('COMPLETED', 8, { classId: null, completedOn: '2026-03-01' }),
      entry('OPEN', 4),
      entry('OPEN', 0, { upcoming: 4, day: '2026-12-03' }),
      entry('LOST', 16),
    ];
    expect(yearLedger(entries, 2026, rules)).toEqual({ year: 2026, counted: 15, onTheWay: 4, expected: 4 });
  });

  it('puts each session of a class that crosses the year into its own year', () => {
    const entries = [entry('COMPLETED', 4, { day: '2026-12-31', completedOn: '2027-01-15' }), entry('COMPLETED', 3, { day: '2027-01-04', completedOn: '2027-01-15' })];
    expect([2026, 2027].map((year) => yearLedger(entries, year, rules).counted)).toEqual([4, 3]);
    const byCompletion = { ...rules, credit: { ...rules.credit, allocation: 'BY_COMPLETION_DATE' as const } };
    expect([2026, 2027].map((year) => yearLedger(entries, year, byCompletion).counted)).toEqual([0, 7]);
  });

  it('counts every credited period where the rules do not ask for completion', () => {
    const lenient = { ...rules, credit: { ...rules.credit, requireCompletion: false } };
    expect(yearLedger([entry('OPEN', 4, { upcoming: 2 }), entry('LOST', 3)], 2026, lenient)).toEqual({ year: 2026, counted: 7, onTheWay: 0, expected: 2 });
  });

  it('loses and invents nothing over the years', () => {
    const anyEntry = fc.record({
      classId: fc.constant(1),
      day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-07-01', '2027-02-01'),
      completedOn: fc.constant(null),
      outcome: fc.constantFrom('OPEN' as const, 'COMPLETED' as const, 'LOST' as const),
      credited: fc.integer({ min: 0, max: 5 }),
      upcoming: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(fc.property(fc.array(anyEntry), (entries) => {
      const years = [2025, 2026, 2027].map((year) => yearLedger(entries, year, rules));
      const total = years.reduce((sum, one) => sum + one.counted + one.onTheWay, 0);
      expect(total).toBe(entries.filter((one) => one.outcome !== 'LOST').reduce((sum, one) => sum + one.credited, 0));
    }));
  });
});

describe('periods needed', () => {
  const duty = (more: Partial<YearlyDuty> = {}): YearlyDuty => ({ personType: 'CIVIL_SERVANT', year: 2026, exemptions: [], ...more });

  it.each([
    ['a whole year', duty(), 40],
    ['employed years ago', duty({ employedFrom: '2019-05-01' }), 40],
    ['employed since 1 July', duty({ employedFrom: '2026-07-01' }), 20],
    ['employed next year', duty({ employedFrom: '2027-01-01' }), 0],
    ['six months of maternity leave', duty({ exemptions: [{ reason: 'MATERNITY', from: '2026-01-01', to: '2026-06-30' }] }), 20],
    ['two exemptions at the same time', duty({ exemptions: [{ reason: 'MATERNITY', from: '2026-01-01', to: '2026-06-30' }, { reason: 'LONG_SICK_LEAVE', from: '2026-03-01', to: '2026-06-30' }] }), 20],
    ['a reason the rules do not know', duty({ exemptions: [{ reason: 'HOLIDAY', from: '2026-01-01', to: '2026-12-31' }] }), 40],
    ['full-time study all year', duty({ exemptions: [{ reason: 'FULL_TIME_STUDY', from: '2025-09-01', to: '2027-06-30' }] }), 0],
  ] as const)('%s', (_, given, expected) => {
    expect(neededPeriods(given, rules)).toBe(expected);
  });

  it('new hires owe the whole year where the rules say so', () => {
    const whole = { ...rules, credit: { ...rules.credit, newHireProRata: false } };
    expect(neededPeriods(duty({ employedFrom: '2026-11-01' }), whole)).toBe(40);
  });
});

describe('traffic light', () => {
  const light = (counted: number, onTheWay: number, today: string, needed = 40) => trafficLight({ year: 2026, counted, onTheWay, expected: 0 }, needed, today, rules);

  it.each([
    [40, 0, '2026-01-02', 'GREEN'],
    [39, 20, '2026-06-30', 'AMBER'],
    [0, 40, '2026-12-31', 'AMBER'],
    [26, 0, '2026-11-22', 'RED'],
    [26, 3, '2026-11-22', 'AMBER'],
    [16, 0, '2026-07-01', 'AMBER'],
    [16, 0, '2026-07-02', 'RED'],
    [32, 0, '2026-12-31', 'AMBER'],
    [39, 0, '2027-01-10', 'AMBER'],
    [31, 0, '2026-12-31', 'RED'],
  ] as const)('%d counted and %d on the way on %s is %s', (counted, onTheWay, today, expected) => {
    expect(light(counted, onTheWay, today)).toBe(expected);
  });

  it('somebody who needs nothing is exempt', () => {
    expect(light(0, 0, '2026-11-22', 0)).toBe('EXEMPT');
  });

  it('knows how much of the year is over', () => {
    expect([elapsedShare(2026, '2025-12-31'), elapsedShare(2026, '2026-12-31'), elapsedShare(2026, '2027-05-01')]).toEqual([0, 1, 1]);
    expect(elapsedShare(2026, '2026-07-02')).toBeCloseTo(183 / 365, 10);
  });

  it('more periods never make it worse', () => {
    const rank = { RED: 0, AMBER: 1, GREEN: 2, EXEMPT: 3 };
    const periods = fc.integer({ min: 0, max: 60 });
    fc.assert(fc.property(periods, periods, periods, fc.constantFrom('2026-03-01', '2026-08-15', '2026-12-31'), (counted, onTheWay, more, today) => {
      expect(rank[light(counted + more, onTheWay, today)]).toBeGreaterThanOrEqual(rank[light(counted, onTheWay, today)]);
    }));
  });
});
