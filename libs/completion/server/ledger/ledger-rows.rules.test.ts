import { enrolmentStates } from '@halong/enrolment/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerRows, outcomeOf, type LedgerFacts } from './ledger-rows.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const facts = (more: Partial<LedgerFacts> = {}): LedgerFacts => ({
  enrolmentId: 1, personId: 2, classId: 3, enrolmentState: 'ACTIVE', classState: 'RUNNING', classYear: 2026, recognisedOn: null,
  sessions: [{ day: '2026-12-30', credited: 4, upcoming: 0 }, { day: '2027-01-05', credited: 0, upcoming: 4 }], ...more,
});

describe('outcome', () => {
  it.each([
    ['ACTIVE', 'RUNNING', null, 'OPEN'],
    ['EXAM_BARRED', 'EXAM', null, 'OPEN'],
    ['EXAM_BARRED', 'CERTIFIED', '2026-12-01', 'LOST'],
    ['DEFERRED', 'CERTIFIED', '2026-12-01', 'OPEN'],
    ['ACTIVE', 'CANCELLED', null, 'LOST'],
    ['PASSED', 'RESULT_RECOGNISED', '2026-12-01', 'COMPLETED'],
    ['COMPLETED', 'CERTIFIED', '2026-12-01', 'COMPLETED'],
    ['FAILED', 'RESULT_RECOGNISED', '2026-12-01', 'LOST'],
    ['DROPPED', 'RUNNING', null, 'LOST'],
  ] as const)('%s in a class %s, recognised %s: %s', (enrolmentState, classState, recognisedOn, expected) => {
    expect(outcomeOf({ enrolmentState, classState, recognisedOn })).toBe(expected);
  });
});

describe('rows', () => {
  const brief = (given: LedgerFacts, by = rules) => ledgerRows(given, by).map(({ year, state, attended, expected }) => [year, state, attended, expected]);

  it('each session is in its own year', () => {
    expect(brief(facts())).toEqual([[2026, 'ON_THE_WAY', 4, 0], [2027, 'ON_THE_WAY', 0, 4]]);
    expect(brief(facts({ enrolmentState: 'COMPLETED' }))).toEqual([[2026, 'COUNTED', 4, 0], [2027, 'COUNTED', 0, 0]]);
    expect(brief(facts({ enrolmentState: 'DROPPED' }))).toEqual([[2026, 'NONE', 4, 0], [2027, 'NONE', 0, 0]]);
    expect(brief(facts({ enrolmentState: 'DEFERRED' }))).toEqual([[2026, 'ON_THE_WAY', 4, 0], [2027, 'ON_THE_WAY', 0, 0]]);
  });

  it('a class without sessions shows in its year, unless it is lost', () => {
    expect(brief(facts({ sessions: [] }))).toEqual([[2026, 'ON_THE_WAY', 0, 0]]);
    expect(brief(facts({ sessions: [], enrolmentState: 'DROPPED' }))).toEqual([]);
  });

  it('counts at once where completion is not asked for', () => {
    expect(brief(facts(), { ...rules, credit: { ...rules.credit, requireCompletion: false } })).toEqual([[2026, 'COUNTED', 4, 0], [2027, 'ON_THE_WAY', 0, 4]]);
  });

  it('keeps every credited period in exactly one row', () => {
    const session = fc.record({ day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-07-01', '2027-02-01'), credited: fc.nat(5), upcoming: fc.nat(5) });
    fc.assert(fc.property(fc.array(session), fc.constantFrom(...enrolmentStates), fc.constantFrom(null, '2026-12-01'), fc.constantFrom('BY_SESSION_DATE', 'BY_COMPLETION_DATE'), (sessions, enrolmentState, recognisedOn, allocation) => {
      const rows = ledgerRows(facts({ sessions, enrolmentState, recognisedOn }), { ...rules, credit: { ...rules.credit, allocation } });
      expect(rows.reduce((sum, { attended }) => sum + attended, 0)).toBe(sessions.reduce((sum, { credited }) => sum + credited, 0));
      expect(new Set(rows.map(({ year }) => year)).size).toBe(rows.length);
    }));
  });
});
