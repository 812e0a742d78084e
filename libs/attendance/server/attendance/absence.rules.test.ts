import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceByPart, absenceOfPart, isBarred, type SessionOutcome } from './absence.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const llct = defaultRuleSets.LLCT.rules;
const session = (status: SessionOutcome['status'], credited: number, more: Partial<SessionOutcome> = {}): SessionOutcome => ({ partId: 1, status, credited, toDecide: 0, upcoming: 0, total: 4, ...more });
const absent = session('UNEXCUSED', 0);
const times = (n: number, one: SessionOutcome): SessionOutcome[] => Array.from({ length: n }, () => one);

describe('absence in a part', () => {
  it.each([
    ['nothing missed', times(10, session('PRESENT', 4)), 0, 32, false],
    ['half a session missed', [session('PRESENT', 2)], 2, 30, false],
    ['excused counts too', [session('EXCUSED', 0)], 4, 28, false],
    ['two late arrivals', times(2, session('LATE', 4)), 0, 32, false],
    ['three late arrivals', times(3, session('LATE', 4)), 1, 31, false],
    ['seven late arrivals', times(7, session('LATE', 4)), 2, 30, false],
    ['the limit itself', times(8, absent), 32, 0, false],
    ['over the limit', [...times(8, absent), session('PRESENT', 3)], 33, 0, true],
    ['to decide is no absence yet', [session('LATE', 3, { toDecide: 1 })], 0, 32, false],
    ['to come is no absence yet', [session('PENDING', 0, { upcoming: 4 })], 0, 32, false],
    ['another part', times(9, { ...absent, partId: 2 }), 0, 32, false],
  ] as const)('%s', (_, sessions, expected, left, barred) => {
    expect(absenceOfPart({ partId: 1, plannedPeriods: 160 }, sessions, rules)).toMatchObject({ absent: expected, periodsLeftBeforeBarred: left, barred });
  });

  it('is exact where the ratio has no binary form', () => {
    const three = [session('PRESENT', 1)];
    expect(absenceOfPart({ partId: 1, plannedPeriods: 30 }, three, llct)).toMatchObject({ absent: 3, limit: 3, ratio: 0.1, barred: false });
    expect(absenceOfPart({ partId: 1, plannedPeriods: 29 }, three, llct)).toMatchObject({ barred: true });
    const odd = { ...rules, attendance: { ...rules.attendance, maxAbsence: 0.57 } };
    expect(absenceOfPart({ partId: 1, plannedPeriods: 100 }, [session('UNEXCUSED', 0, { total: 57 })], odd)).toMatchObject({ limit: 57, barred: false });
  });

  it('weighs unexcused absence as the rules say', () => {
    const heavier = { ...rules, unexcusedWeight: 2 };
    expect(absenceOfPart({ partId: 1, plannedPeriods: 40 }, [absent, session('EXCUSED', 0)], heavier)).toMatchObject({ excused: 4, unexcused: 4, absent: 12, barred: true });
    expect(absenceOfPart({ partId: 1, plannedPeriods: 40 }, [session('PRESENT', 3)], heavier)).toMatchObject({ absent: 2, periodsLeftBeforeBarred: 3 });
  });

  it('is finished when all is held and decided', () => {
    const part = { partId: 1, plannedPeriods: 8 };
    expect(absenceOfPart(part, [session('PRESENT', 4)], rules).finished).toBe(false);
    expect(absenceOfPart(part, [session('PRESENT', 4), session('LATE', 3, { toDecide: 1 })], rules).finished).toBe(false);
    expect(absenceOfPart(part, [session('PRESENT', 4), absent], rules).finished).toBe(true);
  });

  it('one part over its limit bars, whatever the others', () => {
    const parts = [{ partId: 1, plannedPeriods: 16 }, { partId: 2, plannedPeriods: 144 }];
    expect(isBarred(absenceByPart(parts, [absent], rules))).toBe(true);
    expect(isBarred(absenceByPart(parts, [{ ...absent, partId: 2 }], rules))).toBe(false);
  });
});

const anySession: fc.Arbitrary<SessionOutcome> = fc
  .record({ status: fc.constantFrom('PRESENT' as const, 'LATE' as const, 'LEFT_EARLY' as const, 'EXCUSED' as const, 'UNEXCUSED' as const), credited: fc.integer({ min: 0, max: 4 }) })
  .map(({ status, credited }) => session(status, credited));
const anyRules = fc.record({ maxAbsence: fc.integer({ min: 0, max: 100 }), weight: fc.constantFrom(1, 1.5, 2) }).map(({ maxAbsence, weight }) => ({
  ...rules,
  unexcusedWeight: weight,
  attendance: { ...rules.attendance, maxAbsence: maxAbsence / 100 },
}));
const part = { partId: 1, plannedPeriods: 40 };

describe('whatever happens', () => {
  it('a further session never lowers absence nor lifts a bar', () => {
    fc.assert(fc.property(fc.array(anySession, { maxLength: 12 }), anySession, anyRules, (sessions, next, given) => {
      const [before, later] = [absenceOfPart(part, sessions, given), absenceOfPart(part, [...sessions, next], given)];
      expect(later.ratio).toBeGreaterThanOrEqual(before.ratio);
      expect(later.periodsLeftBeforeBarred).toBeLessThanOrEqual(before.periodsLeftBeforeBarred);
      if (before.barred) expect(later.barred).toBe(true);
    }));
  });

  it('the order of the sessions changes nothing', () => {
    const shuffled = fc.array(anySession, { maxLength: 12 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(fc.property(shuffled, anyRules, ([list, mixed], given) => {
      expect(absenceOfPart(part, mixed, given)).toEqual(absenceOfPart(part, list, given));
    }));
  });

  it('the periods left are exactly what may still be missed', () => {
    fc.assert(fc.property(fc.array(anySession, { maxLength: 8 }), anyRules, (sessions, given) => {
      const now = absenceOfPart(part, sessions, given);
      fc.pre(!now.barred);
      const missing = (n: number): boolean => absenceOfPart(part, [...sessions, session('UNEXCUSED', 0, { total: n })], given).barred;
      expect(missing(now.periodsLeftBeforeBarred)).toBe(false);
      expect(missing(now.periodsLeftBeforeBarred + 1)).toBe(true);
    }));
  });
});
