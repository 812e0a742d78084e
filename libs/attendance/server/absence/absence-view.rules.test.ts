import { defaultRuleSets } from '@halong/regulations/contract';
import { describe, expect, it } from 'vitest';
import { absenceOf, markOf, marksOf, partOf, partsOf, type ClassPlan, type ProgrammeUnit, type StoredOutcome } from './absence-view.rules.ts';

const unit = (id: number, parentId: number | null, kind: string, periods: number): ProgrammeUnit => ({ id, parentId, kind, titleVi: `Phần ${id}`, titleEn: `Part ${id}`, periods });
const units = [unit(1, null, 'PART', 16), unit(2, 1, 'TOPIC', 8), unit(3, 2, 'SUBJECT', 4), unit(4, null, 'PART', 8), unit(5, null, 'TOPIC', 4)];
const session = (id: number, unitId: number | null, endsAt = 100) => ({ id, unitId, day: '2026-11-22', startsAt: endsAt - 50, endsAt, periods: 4 });
const plan = (sessions: ClassPlan['sessions'], own = units): ClassPlan => ({ rules: defaultRuleSets['KHCN-SO'].rules, programmePeriods: 24, units: own, sessions });
const record = (sessionId: number, more: Partial<StoredOutcome> = {}): StoredOutcome => ({ enrolmentId: 1, sessionId, status: 'PRESENT', credited: 4, toDecide: 0, upcoming: 0, total: 4, toReview: false, ...more });

describe('a session at a glance', () => {
  it.each([
    ['ALL', {}],
    ['ALL', { status: 'LATE' }],
    ['SOME', { credited: 2 }],
    ['NONE', { status: 'UNEXCUSED', credited: 0 }],
    ['EXCUSED', { status: 'EXCUSED', credited: 0 }],
    ['TO_DECIDE', { credited: 3, toDecide: 1 }],
    ['TO_DECIDE', { status: 'EXCUSED', toReview: true }],
    ['COMING', { credited: 2, upcoming: 2 }],
    ['COMING', { status: 'PENDING', credited: 0, upcoming: 4 }],
  ] as [string, Partial<StoredOutcome>][])('is %s for %j', (mark, more) => {
    const { toReview, ...outcome } = record(1, more);
    expect(markOf(outcome, toReview)).toBe(mark);
  });

  it('stands in the order of the sessions, also where nothing is stored', () => {
    const three = plan([session(3, null, 300), session(1, null, 100), session(2, null, 400)], []);
    expect(marksOf(three, [record(3, { credited: 1 })], 350)).toEqual([{ mark: 'SOME', credited: 1, total: 4 }, { mark: 'NONE', credited: 0, total: 4 }, { mark: 'COMING', credited: 0, total: 4 }]);
  });
});

describe('parts of a programme', () => {
  it('are found above a topic', () => {
    expect([null, 1, 2, 3, 4, 5, 99].map((id) => partOf(units, id))).toEqual([0, 1, 1, 1, 4, 0, 0]);
  });

  it.each([
    ['sessions in parts', plan([session(1, 3), session(2, 4)]), [[1, 16], [4, 8]]],
    ['a session outside', plan([session(1, 3), session(2, null)]), [[1, 16], [4, 8], [0, 4]]],
    ['no parts at all', plan([session(1, null)], []), [[0, 24]]],
    ['more sessions than planned', plan(Array.from({ length: 7 }, (_, i) => session(i, null)), []), [[0, 28]]],
  ])('%s', (_, given, expected) => {
    expect(partsOf(given).map((one) => [one.partId, one.plannedPeriods])).toEqual(expected);
  });
});

describe('absence over a class', () => {
  const six = plan([1, 2, 3, 4, 5, 6].map((id) => session(id, null, id * 100)), []);

  it('counts what is over without a record as missed, and what comes as coming', () => {
    const absence = absenceOf(six, 1, [record(1), record(2, { status: 'LATE', credited: 3, toDecide: 1, toReview: true })], 350);
    expect(absence).toMatchObject({ periodsCredited: 7, periodsTotal: 24, periodsHeld: 12, toReview: 1, barred: false, periodsLeftBeforeBarred: 0 });
    expect(absence.parts).toMatchObject([{ unexcused: 4, toDecide: 1, late: 1, absent: 4, limit: 4.8, finished: false }]);
  });

  it('bars beyond the limit', () => {
    expect(absenceOf(six, 1, [record(1, { status: 'UNEXCUSED', credited: 0 }), record(2, { credited: 3 })], 200)).toMatchObject({ barred: true, periodsLeftBeforeBarred: 0 });
  });
});
