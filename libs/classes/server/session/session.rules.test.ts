import { describe, expect, it } from 'vitest';
import { sessionModes, sessionStates } from '@halong/classes/contract';
import { dueStates, maySessionGo } from './session.lifecycle.ts';
import { timesOf, whereOf, type BellTime } from './session.rules.ts';

const bells: BellTime[] = [
  { periodNo: 1, starts: '07:30', ends: '08:15' },
  { periodNo: 2, starts: '08:15', ends: '09:00' },
  { periodNo: 3, starts: '09:15', ends: '10:00' },
  { periodNo: 5, starts: '13:30', ends: '14:15' },
];

describe('the times of a session', () => {
  it('follow from day, periods and bells', () => {
    const times = timesOf('2026-10-01', [3, 1, 2], bells);
    expect(times).toMatchObject({ ok: true, startsAt: new Date('2026-10-01T00:30:00Z'), endsAt: new Date('2026-10-01T03:00:00Z') });
    expect(times.ok && times.periods.map(({ periodNo }) => periodNo)).toEqual([1, 2, 3]);
  });
  it.each([
    [[], { ok: false, why: 'not_a_run' }],
    [[1, 1], { ok: false, why: 'not_a_run' }],
    [[1, 3], { ok: false, why: 'not_a_run' }],
    [[3, 4, 5], { ok: false, why: 'no_bells', missing: [4] }],
    [[9], { ok: false, why: 'no_bells', missing: [9] }],
  ])('%j', (periods, expected) => expect(timesOf('2026-10-01', periods, bells)).toEqual(expected));
});

describe('what a mode occupies', () => {
  it.each([
    ['ROOM', 5, 'Vân Đồn', { ok: true, roomId: 5, place: null }],
    ['ROOM', null, null, { ok: false, missing: 'room' }],
    ['BOTH', 5, null, { ok: true, roomId: 5, place: null }],
    ['BOTH', null, 'Vân Đồn', { ok: false, missing: 'room' }],
    ['ONLINE', 5, 'Vân Đồn', { ok: true, roomId: null, place: null }],
    ['FIELD', 5, ' Vân Đồn ', { ok: true, roomId: null, place: 'Vân Đồn' }],
    ['FIELD', 5, '  ', { ok: false, missing: 'place' }],
  ] as const)('%s with room %s and place %s', (mode, room, place, expected) => expect(whereOf(mode, room, place)).toEqual(expected));
  it('is decided for every mode', () => expect(sessionModes).toHaveLength(4));
});

const at = (time: string) => new Date(`2026-10-01T${time}:00Z`);

describe('what the clock does', () => {
  it.each([
    ['SCHEDULED', '00:29', []],
    ['SCHEDULED', '00:30', ['LIVE']],
    ['SCHEDULED', '03:45', ['LIVE', 'ENDED']],
    ['LIVE', '03:44', []],
    ['LIVE', '03:45', ['ENDED']],
    ['ENDED', '09:00', []],
    ['ATTENDANCE_LOCKED', '09:00', []],
    ['CANCELLED', '01:00', []],
  ] as const)('%s at %s: %j', (state, now, expected) => expect(dueStates(state, at('00:30'), at('03:45'), at(now))).toEqual(expected));
});

describe('the states of a session', () => {
  const allowed = ['SCHEDULED LIVE', 'SCHEDULED CANCELLED', 'LIVE ENDED', 'LIVE CANCELLED', 'ENDED ATTENDANCE_LOCKED', 'ATTENDANCE_LOCKED ENDED'];
  it('allow these steps and no others', () => {
    const found = sessionStates.flatMap((from) => sessionStates.filter((to) => maySessionGo(from, to)).map((to) => `${from} ${to}`));
    expect(found.sort()).toEqual(allowed.sort());
  });
});
