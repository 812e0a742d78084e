import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceOf, SessionPlan } from './evidence.rules.ts';
import { coveredMs } from './interval.rules.ts';
import { judgePresence } from './presence.rules.ts';

const { rules } = defaultRuleSets.VTVL;

/** 22/11/2026 in the province; two periods, a quarter of an hour's break, two periods. */
const clock = (time: string): number => Date.parse(`2026-11-22T${time.length === 5 ? `${time}:00` : time}+07:00`);
const bells = [['07:30', '08:15'], ['08:15', '09:00'], ['09:15', '10:00'], ['10:00', '10:45']] as const;
const periods = bells.map(([from, to], i) => ({ no: i + 1, startsAt: clock(from), endsAt: clock(to) }));
const [hybrid, room, online] = (['BOTH', 'ROOM', 'ONLINE'] as const).map((mode): SessionPlan => ({ periods, mode })) as [SessionPlan, SessionPlan, SessionPlan];
const after = clock('11:00');

let lastId = 0;
const id = (): number => (lastId += 1);
const checkIn = (time: string): Evidence => ({ id: id(), at: clock(time), kind: 'ROOM_CHECK_IN' });
const checkOut = (time: string): Evidence => ({ id: id(), at: clock(time), kind: 'ROOM_CHECK_OUT' });
const connected = (from: string, to: string, connectionId = 'tab-1'): Evidence => ({ id: id(), at: clock(to), kind: 'ONLINE_INTERVAL', from: clock(from), to: clock(to), connectionId });
const shown = (time: string, promptId: string): Evidence => ({ id: id(), at: clock(time), kind: 'PROMPT_SHOWN', promptId });
const answered = (time: string, promptId: string): Evidence => ({ id: id(), at: clock(time), kind: 'PROMPT_ANSWERED', promptId });
const marked = (time: string, status: EvidenceOf<'MANUAL'>['status'], only?: number[]): Evidence => ({ id: id(), at: clock(time), kind: 'MANUAL', status, by: 'TS. Trần Đức Minh', ...(only && { periods: only }) });
const excused = (time: string): Evidence => ({ id: id(), at: clock(time), kind: 'EXCUSED', documentId: 7, by: 'Lê Thu Hằng' });
const decided = (time: string, period: number, credited: boolean): Evidence => ({ id: id(), at: clock(time), kind: 'PERIOD_DECISION', period, credited, by: 'TS. Trần Đức Minh' });
const answeredOne = [shown('07:50', 'p1'), answered('07:52', 'p1')];

const letters = { CREDITED: 'C', NOT_CREDITED: '-', TO_DECIDE: '?', UPCOMING: '.' };
const brief = (plan: SessionPlan, evidence: Evidence[], now = after): string => {
  const presence = judgePresence(plan, evidence, rules, now);
  return `${presence.status} ${presence.way} ${presence.periods.map((one) => letters[one.state]).join('')}${presence.review.needed ? ' review' : ''}`;
};

describe('in the room', () => {
  it.each([
    ['before the session', [checkIn('07:12')], 'PRESENT ROOM CCCC'],
    ['15 minutes late', [checkIn('07:45')], 'PRESENT ROOM CCCC'],
    ['a second later', [checkIn('07:45:01')], 'LATE ROOM ?CCC review'],
    ['half an hour late', [checkIn('08:04')], 'LATE ROOM ?CCC review'],
    ['when period 2 begins', [checkIn('08:15')], 'LATE ROOM -CCC'],
    ['15 minutes into period 2', [checkIn('08:30')], 'LATE ROOM -CCC'],
    ['in the break', [checkIn('09:05')], 'LATE ROOM --CC'],
    ['at the end', [checkIn('10:45')], 'UNEXCUSED NONE ----'],
    ['when the window opens', [checkIn('07:00')], 'PRESENT ROOM CCCC'],
    ['before the window', [checkIn('06:59:59')], 'UNEXCUSED NONE ----'],
    ['twice', [checkIn('07:20'), checkIn('08:40')], 'PRESENT ROOM CCCC'],
    ['never', [], 'UNEXCUSED NONE ----'],
    ['out after the end', [checkIn('07:20'), checkOut('10:50')], 'PRESENT ROOM CCCC'],
    ['out at the tolerance', [checkIn('07:20'), checkOut('10:40')], 'PRESENT ROOM CCCC'],
    ['out during the last period', [checkIn('07:20'), checkOut('10:20')], 'LEFT_EARLY ROOM CCC? review'],
    ['out in the break', [checkIn('07:20'), checkOut('09:05')], 'LEFT_EARLY ROOM CC--'],
    ['out and in again over the break', [checkIn('07:20'), checkOut('09:00'), checkIn('09:14')], 'PRESENT ROOM CCCC'],
    ['out and in again within a period', [checkIn('07:20'), checkOut('08:30'), checkIn('08:40')], 'PRESENT ROOM C?CC review'],
    ['out and in at one instant', [checkIn('07:20'), checkIn('08:30'), checkOut('08:30')], 'PRESENT ROOM CCCC'],
    ['late and out early', [checkIn('08:15'), checkOut('10:00')], 'LATE ROOM -CC-'],
    ['out without ever in', [checkOut('10:45')], 'UNEXCUSED NONE ---- review'],
    ['online instead', [connected('07:20', '10:45')], 'UNEXCUSED NONE ---- review'],
  ] as const)('%s', (_, evidence, expected) => {
    expect(brief(room, [...evidence])).toBe(expected);
  });

  it.each([
    ['07:10', [checkIn('07:05')], 'PRESENT ROOM ....'],
    ['07:40', [], 'PENDING NONE ....'],
    ['10:44', [], 'PENDING NONE ---.'],
    ['08:05', [checkIn('07:20')], 'PRESENT ROOM ....'],
    ['08:05', [checkIn('08:04')], 'LATE ROOM ?... review'],
    ['08:15', [checkIn('07:20')], 'PRESENT ROOM C...'],
  ] as const)('at %s', (now, evidence, expected) => {
    expect(brief(room, [...evidence], clock(now))).toBe(expected);
  });

  it('says why a period is not there, also when people come and go with the bell', () => {
    const why = (evidence: Evidence[]): string[] => judgePresence(room, evidence, rules, after).periods.map((one) => one.why.code);
    expect(why([checkIn('08:15'), checkOut('10:00')])).toEqual(['BEFORE_ARRIVAL', 'ROOM_WHOLE', 'ROOM_WHOLE', 'AFTER_LEAVING']);
    expect(why([checkIn('07:20'), checkOut('09:05'), checkIn('10:05')])).toEqual(['ROOM_WHOLE', 'ROOM_WHOLE', 'NO_PRESENCE', 'ROOM_WHOLE']);
    expect(why([])).toEqual(['NO_PRESENCE', 'NO_PRESENCE', 'NO_PRESENCE', 'NO_PRESENCE']);
  });

  it('says when the person came and left', () => {
    expect(judgePresence(room, [checkIn('07:12')], rules, clock('09:30'))).toMatchObject({ arrivedAt: clock('07:12'), leftAt: null, minutesPresent: 105 });
    expect(judgePresence(room, [checkIn('07:12')], rules, after)).toMatchObject({ arrivedAt: clock('07:12'), leftAt: clock('10:45'), minutesPresent: 180 });
    expect(judgePresence(room, [checkIn('07:12'), checkOut('10:50')], rules, after)).toMatchObject({ leftAt: clock('10:50'), minutesPresent: 180 });
    expect(judgePresence(room, [], rules, after)).toMatchObject({ arrivedAt: null, leftAt: null, minutesPresent: 0, gaps: [], intervals: [] });
  });
});

describe('online', () => {
  it.each([
    ['all the time', [connected('07:28', '10:45'), ...answeredOne], 'PRESENT ONLINE CCCC'],
    ['exactly 80% of period 1', [connected('07:39', '10:45'), ...answeredOne], 'PRESENT ONLINE CCCC'],
    ['a second less', [connected('07:39:01', '10:45'), ...answeredOne], 'PRESENT ONLINE -CCC'],
    ['a lost connection', [connected('07:28', '08:22'), connected('08:49', '10:45', 'phone'), ...answeredOne], 'PRESENT ONLINE C-CC'],
    ['a reconnect', [connected('07:28', '08:22'), connected('08:23', '10:45', 'phone'), ...answeredOne], 'PRESENT ONLINE CCCC'],
    ['no prompt answered', [connected('07:28', '10:45'), shown('07:50', 'p1'), shown('09:40', 'p2')], 'PRESENT ONLINE CCCC review'],
    ['an answer to a prompt that was not shown', [connected('07:28', '10:45'), shown('07:50', 'p1'), answered('07:51', 'p9')], 'PRESENT ONLINE CCCC review'],
    ['two minutes only', [connected('07:30', '07:32')], 'UNEXCUSED ONLINE ---- review'],
    ['only before the session', [connected('07:05', '07:30')], 'UNEXCUSED NONE ----'],
    ['a visit too short for a second heartbeat', [connected('07:50', '07:50')], 'UNEXCUSED ONLINE ---- review'],
    ['such a visit before the session', [connected('07:10', '07:10')], 'UNEXCUSED NONE ----'],
    ['a heartbeat alone, then all the time', [connected('07:28', '07:28'), connected('07:28', '10:45'), ...answeredOne], 'PRESENT ONLINE CCCC'],
    ['late', [connected('07:46', '10:45'), ...answeredOne], 'LATE ONLINE -CCC'],
    ['a scan of a room that is not there', [checkIn('07:20')], 'UNEXCUSED NONE ---- review'],
  ] as const)('%s', (_, evidence, expected) => {
    expect(brief(online, [...evidence])).toBe(expected);
  });

  it('never asks about prompts while the session runs', () => {
    expect(brief(online, [connected('07:28', '09:30')], clock('09:30'))).toBe('PRESENT ONLINE CC..');
  });

  it('says what was needed of an online period, and what there was', () => {
    const { periods: judged } = judgePresence(online, [connected('07:50', '07:50'), connected('08:15', '09:00')], rules, after);
    expect(judged.slice(0, 2).map((one) => one.why)).toEqual([
      { code: 'ONLINE_TOO_SHORT', params: { period: 1, minutes: 0, total: 45, percent: 0, needed: 80, neededMinutes: 36 } },
      { code: 'ONLINE_ENOUGH', params: { period: 2, minutes: 45, total: 45, percent: 100, needed: 80, neededMinutes: 36 } },
    ]);
  });

  it('a short visit says when the person came and left, and takes no time', () => {
    const { arrivedAt, leftAt, minutesPresent, intervals } = judgePresence(online, [connected('07:50', '07:50')], rules, clock('08:00'));
    expect({ arrivedAt, leftAt, minutesPresent, intervals }).toEqual({ arrivedAt: clock('07:50'), leftAt: clock('07:50'), minutesPresent: 0, intervals: [] });
  });

  it('time before a visit of a moment is before arriving, time after it is lost', () => {
    const { gaps } = judgePresence(hybrid, [connected('07:50', '07:50'), connected('08:00', '10:45', 'phone')], rules, after);
    expect(gaps).toEqual([
      { period: 1, kind: 'BEFORE_ARRIVAL', from: clock('07:30'), to: clock('07:50') },
      { period: 1, kind: 'DISCONNECTED', from: clock('07:50'), to: clock('08:00') },
    ]);
  });

  it('joins the batches of one connection and leaves a longer silence a gap', () => {
    const batches = [connected('07:28', '07:40:00'), connected('07:40:10', '08:00'), connected('08:00:21', '10:45')];
    const { gaps, intervals } = judgePresence(online, batches, rules, after);
    expect(gaps).toEqual([{ period: 1, kind: 'DISCONNECTED', from: clock('08:00'), to: clock('08:00:21') }]);
    expect(intervals).toHaveLength(2);
  });

  it('knows that somebody is still there, and when they were lost', () => {
    expect(judgePresence(online, [connected('07:28', '09:30')], rules, clock('09:30:50')).leftAt).toBeNull();
    expect(judgePresence(online, [connected('07:28', '09:30')], rules, clock('09:31')).leftAt).toBe(clock('09:30'));
  });

  it('counts minutes and gaps per period and leaves out the break', () => {
    const presence = judgePresence(online, [connected('07:28', '08:50'), connected('09:20', '10:45')], rules, after);
    expect(presence.gaps.map((gap) => [gap.period, gap.kind, (gap.to - gap.from) / 60_000])).toEqual([[2, 'DISCONNECTED', 10], [3, 'DISCONNECTED', 5]]);
    expect(presence.periods.map((one) => [one.minutesPresent, one.minutesTotal])).toEqual([[45, 45], [35, 45], [40, 45], [45, 45]]);
    expect(presence.minutesPresent).toBe(165);
  });
});

describe('room and online together', () => {
  it.each([
    ['first in the room, then online', [checkIn('07:20'), checkOut('09:00'), connected('09:14', '10:45'), ...answeredOne], 'PRESENT BOTH CCCC'],
    ['changing in the middle of a period', [checkIn('07:20'), checkOut('08:30'), connected('08:30', '10:45'), ...answeredOne], 'PRESENT BOTH CCCC'],
    ['a tab open in the room asks for no prompt', [checkIn('07:20'), connected('07:25', '10:45')], 'PRESENT BOTH CCCC'],
    ['online first, into the room late', [connected('07:28', '08:05'), checkIn('08:05'), ...answeredOne], 'PRESENT BOTH CCCC'],
    ['late into the room after a few minutes online', [connected('07:30', '07:35'), checkIn('08:04')], 'PRESENT BOTH ?CCC review'],
  ] as const)('%s', (_, evidence, expected) => {
    expect(brief(hybrid, [...evidence])).toBe(expected);
  });

  it('tells leaving the room from losing the connection', () => {
    const presence = judgePresence(hybrid, [checkIn('07:40'), checkOut('08:30'), connected('08:50', '10:30')], rules, after);
    expect(presence.gaps.map((gap) => [gap.period, gap.kind])).toEqual([[1, 'BEFORE_ARRIVAL'], [2, 'OUT'], [4, 'DISCONNECTED']]);
  });
});

describe('the word of a human', () => {
  it.each([
    ['present without a scan', [marked('07:40', 'PRESENT')], 'PRESENT NONE CCCC'],
    ['present for two periods', [marked('10:50', 'PRESENT', [1, 2])], 'PRESENT NONE CC--'],
    ['late without times', [marked('07:55', 'LATE')], 'LATE NONE ???? review'],
    ['left early, with the scan', [checkIn('07:20'), marked('10:50', 'LEFT_EARLY')], 'LEFT_EARLY ROOM CCCC'],
    ['absent in spite of a scan', [checkIn('07:20'), marked('10:50', 'UNEXCUSED')], 'UNEXCUSED ROOM ----'],
    ['excused', [excused('06:00')], 'EXCUSED NONE ----'],
    ['excused from the second half', [checkIn('07:20'), checkOut('09:05'), excused('09:10')], 'EXCUSED ROOM CC--'],
    ['the late period credited', [checkIn('08:04'), decided('08:20', 1, true)], 'LATE ROOM CCCC'],
    ['the late period refused', [checkIn('08:04'), decided('08:20', 1, false)], 'LATE ROOM -CCC'],
    ['a period credited without any scan', [decided('10:50', 1, true)], 'PRESENT NONE C---'],
    ['a later one credited without any scan', [decided('10:50', 3, true)], 'LATE NONE --C-'],
    ['the latest of two wins', [marked('08:00', 'UNEXCUSED'), marked('09:00', 'PRESENT')], 'PRESENT NONE CCCC'],
    ['a period decision after a mark', [marked('08:00', 'PRESENT'), decided('10:50', 4, false)], 'PRESENT NONE CCC-'],
    ['a mark after a period decision', [decided('08:00', 4, false), marked('10:50', 'PRESENT')], 'PRESENT NONE CCCC'],
    ['looking at unanswered prompts', [connected('07:28', '10:45'), marked('10:50', 'PRESENT')], 'PRESENT ONLINE CCCC'],
    ['every period refused', [checkIn('10:20'), decided('10:50', 4, false)], 'LATE ROOM ----'],
  ] as const)('%s', (_, evidence, expected) => {
    expect(brief(hybrid, [...evidence])).toBe(expected);
  });

  it('at one time the higher id wins', () => {
    const [first, second] = [marked('08:00', 'UNEXCUSED'), marked('08:00', 'PRESENT')];
    expect(brief(room, [second, first])).toBe('PRESENT NONE CCCC');
  });

  it('credits a period that is marked for the whole session only when it is over, a named one at once', () => {
    expect(brief(room, [marked('07:40', 'PRESENT')], clock('08:20'))).toBe('PRESENT NONE C...');
    expect(brief(room, [checkIn('08:04'), decided('08:06', 1, true)], clock('08:07'))).toBe('LATE ROOM C...');
  });
});

it('refuses a session without periods', () => {
  expect(() => judgePresence({ periods: [], mode: 'ROOM' }, [], rules, after)).toThrow(RangeError);
});

const minute = fc.integer({ min: clock('06:50') / 60_000, max: clock('11:00') / 60_000 }).map((value) => value * 60_000);
const body = fc.oneof(
  fc.constant({ kind: 'ROOM_CHECK_IN' as const }),
  fc.constant({ kind: 'ROOM_CHECK_OUT' as const }),
  fc.record({ kind: fc.constant('ONLINE_INTERVAL' as const), from: minute, to: minute, connectionId: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constantFrom('PROMPT_SHOWN' as const, 'PROMPT_ANSWERED' as const), promptId: fc.constantFrom('p1', 'p2') }),
  fc.record({ kind: fc.constant('MANUAL' as const), status: fc.constantFrom('PRESENT' as const, 'LATE' as const, 'LEFT_EARLY' as const, 'UNEXCUSED' as const), by: fc.constant('gv') }),
  fc.record({ kind: fc.constant('EXCUSED' as const), documentId: fc.constant(1), by: fc.constant('gvu') }),
  fc.record({ kind: fc.constant('PERIOD_DECISION' as const), period: fc.integer({ min: 1, max: 4 }), credited: fc.boolean(), by: fc.constant('gv') }),
);
const anyEvidence: fc.Arbitrary<Evidence[]> = fc.array(fc.tuple(minute, body), { maxLength: 14 }).map((list) => list.map(([at, rest], i) => ({ id: i + 1, at, ...rest })));
const computedOnly = anyEvidence.map((list) => list.filter((one) => one.kind !== 'MANUAL' && one.kind !== 'EXCUSED' && one.kind !== 'PERIOD_DECISION'));
const anyPlan = fc.constantFrom(hybrid, room, online);

describe('whatever the evidence', () => {
  it('order and repetition change nothing', () => {
    const shuffled = anyEvidence.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2, maxLength: list.length * 2 })),
    );
    fc.assert(fc.property(shuffled, anyPlan, minute, ([list, mixed], plan, now) => {
      expect(judgePresence(plan, mixed, rules, now)).toEqual(judgePresence(plan, list, rules, now));
    }));
  });

  it('a second tab on the same time changes nothing', () => {
    fc.assert(fc.property(computedOnly, anyPlan, (list, plan) => {
      const copies = list.flatMap((one) => (one.kind === 'ONLINE_INTERVAL' ? [{ ...one, id: one.id + 100, connectionId: `${one.connectionId}-2` }] : []));
      expect(judgePresence(plan, [...list, ...copies], rules, after)).toEqual(judgePresence(plan, list, rules, after));
    }));
  });

  it('more time online never loses a period', () => {
    fc.assert(fc.property(computedOnly, minute, minute, (list, from, to) => {
      const more: Evidence[] = [...list, { id: 999, at: to, kind: 'ONLINE_INTERVAL', from, to, connectionId: 'z' }];
      const [less, greater] = [judgePresence(hybrid, list, rules, after), judgePresence(hybrid, more, rules, after)];
      expect(greater.periodsCredited).toBeGreaterThanOrEqual(less.periodsCredited);
      expect(greater.minutesPresent).toBeGreaterThanOrEqual(less.minutesPresent);
    }));
  });

  it('nobody is there longer than the period, and presence and gaps make up its time', () => {
    fc.assert(fc.property(anyEvidence, anyPlan, (list, plan) => {
      const presence = judgePresence(plan, list, rules, after);
      for (const one of presence.periods) {
        expect(one.ratio).toBeGreaterThanOrEqual(0);
        expect(one.ratio).toBeLessThanOrEqual(1);
        if (presence.arrivedAt === null) continue;
        const lost = coveredMs(presence.gaps.filter((gap) => gap.period === one.no));
        expect(Math.round(one.ratio * 45 * 60_000) + lost).toBe(45 * 60_000);
      }
    }));
  });

  it('once the session is over everybody has a status, and a computed absence has no credited period', () => {
    fc.assert(fc.property(anyEvidence, anyPlan, (list, plan) => {
      const presence = judgePresence(plan, list, rules, after);
      expect(presence.status).not.toBe('PENDING');
      expect(presence.periods.map((one) => one.state)).not.toContain('UPCOMING');
      const byHand = list.some((one) => one.kind === 'MANUAL' || one.kind === 'EXCUSED');
      if (!byHand && presence.status === 'UNEXCUSED') expect(presence.periodsCredited).toBe(0);
    }));
  });

  it('prompts alone never change status, minutes or periods', () => {
    fc.assert(fc.property(computedOnly, anyPlan, (list, plan) => {
      const without = list.filter((one) => one.kind !== 'PROMPT_SHOWN' && one.kind !== 'PROMPT_ANSWERED');
      const { review: _, ...withPrompts } = judgePresence(plan, list, rules, after);
      const { review: __, ...withoutPrompts } = judgePresence(plan, without, rules, after);
      expect(withPrompts).toEqual(withoutPrompts);
    }));
  });
});
