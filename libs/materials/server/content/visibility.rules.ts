/** What decides when trainees see an item. Sessions stand for their instants; one that the timetable does not have opens nothing. */
export interface Window {
  visibleFrom: Date | null;
  visibleUntil: Date | null;
  fromSessionNo: number | null;
  fromSessionStarts: Date | null;
  untilSessionNo: number | null;
  untilSessionEnds: Date | null;
}

export interface Shown {
  state: 'NOT_YET' | 'OPEN' | 'OVER';
  from: Date | null;
  until: Date | null;
}

/** From an instant or the start of a session, until an instant or the end of one: the later beginning, the earlier end. */
export function shownAt(window: Window, now: Date): Shown {
  const from = latest(window.visibleFrom, window.fromSessionStarts);
  const until = earliest(window.visibleUntil, window.untilSessionEnds);
  const unknown = window.fromSessionNo !== null && window.fromSessionStarts === null;
  if (unknown || (from && from > now)) return { state: 'NOT_YET', from: unknown ? null : from, until };
  return { state: until && until <= now ? 'OVER' : 'OPEN', from, until };
}

/** The end lies after the beginning, as far as both are known. */
export function isTurned(window: Window): boolean {
  const from = latest(window.visibleFrom, window.fromSessionStarts);
  const until = earliest(window.visibleUntil, window.untilSessionEnds);
  return from !== null && until !== null && until <= from;
}

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));
