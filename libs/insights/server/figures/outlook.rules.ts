import { elapsedShare, neededPeriods, trafficLight, type LedgerRules } from '@halong/completion/server';
import type { Outlook, YearFigures } from '@halong/completion/contract';

/** What the ledger says of one person in one year. */
export interface PersonSums {
  counted: number;
  onTheWay: number;
  expected: number;
  /** Entries of classes that are not lost. */
  entries: number;
  /** First day of employment anywhere; null when it is not known, which means long ago. */
  since: string | null;
}

/** How the year will end with what is planned. */
export function outlookOf({ counted, onTheWay, expected, entries }: PersonSums, needed: number): Outlook {
  if (needed === 0) return 'EXEMPT';
  if (counted >= needed) return 'ENOUGH';
  if (counted + onTheWay + expected >= needed) return 'WILL_BE_ENOUGH';
  return entries === 0 ? 'NO_CLASS' : 'SHORT';
}

/** The figures of one person as people read them; `on` is the day the light is judged on. */
export function figuresOf(year: number, sums: PersonSums, on: string, rules: LedgerRules): YearFigures {
  const { counted, onTheWay, expected, since } = sums;
  const needed = neededPeriods({ personType: 'CIVIL_SERVANT', year, exemptions: [], ...(since === null ? {} : { employedFrom: since }) }, rules);
  const light = trafficLight({ year, counted, onTheWay, expected }, needed, on, rules);
  return { year, needed, counted, onTheWay, expected, light, outlook: outlookOf(sums, needed) };
}

/** The day that a year is judged on: today in the running year, its last day once it is over, its first before. */
export function judgedOn(year: number, today: string): string {
  const thisYear = Number(today.slice(0, 4));
  if (year === thisYear) return today;
  return year < thisYear ? `${year}-12-31` : `${year}-01-01`;
}

/** The same day of the year before; 29 February becomes the 28th. */
export function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('-02-29') ? `${before.slice(0, 4)}-02-28` : before;
}

/** What amber asks for on this day: the share of the needed periods that should be attended by now. */
export const amberShare = (year: number, on: string, rules: LedgerRules): number => elapsedShare(year, on) * rules.credit.onTrackRatio;
