import { describe, expect, it } from 'vitest';
import { conclusionOf } from './conclusion.rules.ts';

type Row = Parameters<typeof conclusionOf>[0];
const states = (...all: Row['periods'][number]['state'][]): Row['periods'] => all.map((state) => ({ state }));
const row = (over: Partial<Row>): Row => ({
  status: 'PRESENT', toReview: false, way: 'ROOM', leftAt: '2026-11-22T03:45:00.000Z', periodsCredited: 2, periods: states('CREDITED', 'CREDITED'), ...over,
});

describe('conclusionOf', () => {
  it.each([
    ['all periods', row({}), 'all'],
    ['all periods, but late', row({ status: 'LATE' }), 'all-late'],
    ['some periods', row({ periodsCredited: 1, periods: states('CREDITED', 'NOT_CREDITED') }), 'some'],
    ['a period to decide comes before everything', row({ toReview: true, status: 'EXCUSED' }), 'to-review'],
    ['an excuse', row({ status: 'EXCUSED', way: 'NONE', periodsCredited: 0 }), 'excused'],
    ['nobody has come yet', row({ status: 'PENDING', way: 'NONE', periodsCredited: 0, periods: states('UPCOMING', 'UPCOMING') }), 'pending'],
    ['here while the session runs', row({ leftAt: null, periodsCredited: 1, periods: states('CREDITED', 'UPCOMING') }), 'here'],
    ['left while the session runs', row({ periodsCredited: 1, periods: states('CREDITED', 'UPCOMING') }), 'gone'],
    ['marked present by hand while the session runs', row({ way: 'NONE', leftAt: null, periodsCredited: 1, periods: states('CREDITED', 'UPCOMING') }), 'here'],
    ['marked absent while the session runs', row({ status: 'UNEXCUSED', way: 'NONE', periodsCredited: 0, periods: states('NOT_CREDITED', 'UPCOMING') }), 'absent'],
    ['never came', row({ status: 'UNEXCUSED', way: 'NONE', periodsCredited: 0, periods: states('NOT_CREDITED', 'NOT_CREDITED') }), 'absent'],
    ['came, but for no whole period', row({ status: 'LEFT_EARLY', periodsCredited: 0, periods: states('NOT_CREDITED', 'NOT_CREDITED') }), 'absent'],
  ])('%s', (_name, given, kind) => {
    expect(conclusionOf(given).kind).toBe(kind);
  });

  it('counts periods', () => {
    expect(conclusionOf(row({ periodsCredited: 1, periods: states('CREDITED', 'NOT_CREDITED', 'NOT_CREDITED') }))).toEqual({ kind: 'some', credited: 1, total: 3 });
  });
});
