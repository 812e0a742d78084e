import type { Evidence } from '../attendance/evidence.rules.ts';
import { inOrder } from '../attendance/evidence.rules.ts';

/** What decides whether a session takes room codes. Times are epoch milliseconds. */
export interface TakingCodes {
  state: string;
  mode: string;
  opensAt: number;
  endsAt: number;
}

export type WindowState = 'NOT_OPEN_YET' | 'OPEN' | 'CLOSED' | 'CANCELLED';

/** Where the window stands: from `attendance.windowBeforeMin` before the session to its end, the end excluded. */
export function windowOf({ state, opensAt, endsAt }: Omit<TakingCodes, 'mode'>, now: number): WindowState {
  if (state === 'CANCELLED') return 'CANCELLED';
  if (now < opensAt) return 'NOT_OPEN_YET';
  return now < endsAt ? 'OPEN' : 'CLOSED';
}

export type RoomRefusal = 'session_cancelled' | 'online_only' | 'not_open_yet' | 'session_over';

/** Why no room code is taken now; null when one is. */
export function refuseRoom(session: TakingCodes, now: number): RoomRefusal | null {
  const window = windowOf(session, now);
  if (window === 'CANCELLED') return 'session_cancelled';
  if (session.mode === 'ONLINE') return 'online_only';
  if (window === 'NOT_OPEN_YET') return 'not_open_yet';
  return window === 'CLOSED' ? 'session_over' : null;
}

/**
 * Of a person's sessions around now, the ones that take codes; when none does, the one whose refusal helps most:
 * the next to open, otherwise the last.
 */
export function sessionsToTry<T extends TakingCodes>(sessions: readonly T[], now: number): { open: T[]; nearest: T | undefined } {
  const open = sessions.filter((one) => refuseRoom(one, now) === null);
  const byTime = sessions.toSorted((a, b) => a.opensAt - b.opensAt);
  const running = byTime.find((one) => windowOf(one, now) === 'OPEN');
  const next = byTime.find((one) => one.opensAt > now && one.state !== 'CANCELLED');
  return { open, nearest: running ?? next ?? byTime.at(-1) };
}

/** The scan that a repeat answers again: the last scan of the room, if it is of this kind. */
export function standingScan<E extends Evidence>(evidence: readonly E[], kind: 'ROOM_CHECK_IN' | 'ROOM_CHECK_OUT'): Evidence | undefined {
  const last = inOrder(evidence).findLast((one) => one.kind === 'ROOM_CHECK_IN' || one.kind === 'ROOM_CHECK_OUT');
  return last?.kind === kind ? last : undefined;
}
