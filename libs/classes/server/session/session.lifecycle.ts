import type { SessionState } from '@halong/classes/contract';

/**
 * Domain §2.3. The clock begins and ends a session; attendance locks it after its hours and unlocks it with a reason.
 * What was live cannot be undone: it ends, or is broken off with a reason.
 */
export const sessionLifecycle: Readonly<Record<SessionState, readonly SessionState[]>> = {
  SCHEDULED: ['LIVE', 'CANCELLED'],
  LIVE: ['ENDED', 'CANCELLED'],
  ENDED: ['ATTENDANCE_LOCKED'],
  ATTENDANCE_LOCKED: ['ENDED'],
  CANCELLED: [],
};

export const maySessionGo = (from: SessionState, to: SessionState): boolean => sessionLifecycle[from].includes(to);

/** The states a session passes from now on by the clock: none, begins, ends, or both when nobody looked in between. */
export function dueStates(state: SessionState, startsAt: Date, endsAt: Date, now: Date): SessionState[] {
  const begins = state === 'SCHEDULED' && startsAt <= now;
  const ends = (begins || state === 'LIVE') && endsAt <= now;
  return [...(begins ? (['LIVE'] as const) : []), ...(ends ? (['ENDED'] as const) : [])];
}
