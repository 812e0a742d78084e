import { dayOf, instantOf } from '@halong/platform/contract';

const minute = 60_000;
/** Minutes after the start at which each period begins and ends: four periods with a break in the middle. */
const periods = [[0, 45], [45, 90], [105, 145], [145, 185]] as const;
const whole = 185;

export interface LiveSession {
  /** yyyy-MM-dd. */
  day: string;
  /** Begin and end of each period, epoch milliseconds. */
  times: [number, number][];
}

/** A session that began twenty minutes before `now`, kept within the day of `now`. */
export function liveSession(now: Date): LiveSession {
  const day = dayOf(now);
  const [first, last] = [instantOf(day, '00:00').getTime(), instantOf(day, '23:59').getTime() - whole * minute];
  const began = Math.floor(now.getTime() / minute - 20) * minute;
  const from = Math.max(Math.min(began, last), first);
  return { day, times: periods.map(([begins, ends]) => [from + begins * minute, from + ends * minute]) };
}
