import { describe, expect, it } from 'vitest';
import { refuseRoom, sessionsToTry, standingScan, windowOf, type TakingCodes } from './check-in.rules.ts';

const session = (more: Partial<TakingCodes> = {}): TakingCodes => ({ state: 'SCHEDULED', mode: 'BOTH', opensAt: 1_000, endsAt: 2_000, ...more });

describe('room codes are taken', () => {
  it.each([
    [session(), 999, 'not_open_yet', 'NOT_OPEN_YET'],
    [session(), 1_000, null, 'OPEN'],
    [session({ mode: 'ROOM' }), 1_999, null, 'OPEN'],
    [session({ mode: 'FIELD' }), 1_999, null, 'OPEN'],
    [session(), 2_000, 'session_over', 'CLOSED'],
    [session({ mode: 'ONLINE' }), 1_500, 'online_only', 'OPEN'],
    [session({ state: 'CANCELLED' }), 1_500, 'session_cancelled', 'CANCELLED'],
    [session({ state: 'CANCELLED', mode: 'ONLINE' }), 0, 'session_cancelled', 'CANCELLED'],
  ])('%o at %d', (one, now, refusal, window) => {
    expect([refuseRoom(one, now), windowOf(one, now)]).toEqual([refusal, window]);
  });

  it('tries what is open, and otherwise refuses by what helps most', () => {
    const [past, now, next] = [session({ opensAt: 0, endsAt: 500 }), session(), session({ opensAt: 3_000, endsAt: 4_000 })];
    const cancelled = session({ state: 'CANCELLED' });
    expect(sessionsToTry([next, now, past], 1_500)).toMatchObject({ open: [now], nearest: now });
    expect(sessionsToTry([next, past], 1_500)).toEqual({ open: [], nearest: next });
    expect(sessionsToTry([past, cancelled], 1_500)).toEqual({ open: [], nearest: cancelled });
    expect(sessionsToTry([], 1_500)).toEqual({ open: [], nearest: undefined });
  });

  it('a repeat stands as long as no other scan came after it', () => {
    const [into, out] = [{ id: 1, at: 1, kind: 'ROOM_CHECK_IN' as const }, { id: 2, at: 2, kind: 'ROOM_CHECK_OUT' as const }];
    expect(standingScan([out, into], 'ROOM_CHECK_OUT')).toBe(out);
    expect(standingScan([out, into], 'ROOM_CHECK_IN')).toBeUndefined();
    expect(standingScan([], 'ROOM_CHECK_IN')).toBeUndefined();
  });
});
