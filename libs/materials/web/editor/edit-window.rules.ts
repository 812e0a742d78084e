import { dayOf, instantOf } from '@halong/platform/contract';
import type { ItemWindow } from '@halong/materials/contract';

/** One side of a window as it is chosen: nothing, a session by its number, or a day and an hour of the province. */
export interface Side {
  /** '' nothing, 'AT' a day and an hour, a number as text: that session. */
  choice: string;
  day: string;
  time: string;
}

const timeOf = (instant: string): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

export function sideOf(at: string | null, session: number | null, time: string): Side {
  if (session !== null) return { choice: String(session), day: '', time };
  return at === null ? { choice: '', day: '', time } : { choice: 'AT', day: dayOf(new Date(at)), time: timeOf(at) };
}

export const isWhole = ({ choice, day, time }: Side): boolean => choice !== 'AT' || (day !== '' && /^\d\d:\d\d$/.test(time));

const instantOfSide = ({ choice, day, time }: Side): string | null => (choice === 'AT' ? instantOf(day, time).toISOString() : null);
const sessionOfSide = ({ choice }: Side): number | null => (choice === '' || choice === 'AT' ? null : Number(choice));

export const windowOf = (from: Side, until: Side): ItemWindow => ({ from: instantOfSide(from), fromSession: sessionOfSide(from), until: instantOfSide(until), untilSession: sessionOfSide(until) });
