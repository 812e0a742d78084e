import type { RuleSet } from '@halong/regulations/contract';

export type LedgerRules = Pick<RuleSet, 'minAnnualPeriods' | 'credit'>;
export type PersonType = keyof RuleSet['minAnnualPeriods'];

/**
 * One session of one person, or one verified record from outside. Days are yyyy-MM-dd in the province.
 * `outcome` is that of the person's enrolment: COMPLETED, still OPEN, or LOST (failed, dropped, cancelled).
 */
export interface LedgerEntry {
  classId: number | null;
  day: string;
  /** The day the class was completed, if it was. */
  completedOn: string | null;
  outcome: 'OPEN' | 'COMPLETED' | 'LOST';
  credited: number;
  /** Periods of the session that are still to come. */
  upcoming: number;
}

export interface YearLedger {
  year: number;
  /** Credited periods of completed classes (or all credited ones where the rules do not ask for completion). */
  counted: number;
  /** Credited already, but the class is still open. */
  onTheWay: number;
  /** Periods on the timetable that are still to come. */
  expected: number;
}

export interface Exemption {
  reason: string;
  from: string;
  to: string;
}

export interface YearlyDuty {
  personType: PersonType;
  year: number;
  /** First day of employment, if it lies in this year or later. */
  employedFrom?: string;
  exemptions: readonly Exemption[];
}

export type TrafficLight = 'GREEN' | 'AMBER' | 'RED' | 'EXEMPT';

const dayMs = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

function yearOf(entry: LedgerEntry, rules: LedgerRules): number {
  const day = rules.credit.allocation === 'BY_COMPLETION_DATE' ? (entry.completedOn ?? entry.day) : entry.day;
  return Number(day.slice(0, 4));
}

/** The three figures of one calendar year (domain rule B04). A lost class keeps its credited periods only where completion is not asked for. */
export function yearLedger(entries: readonly LedgerEntry[], year: number, rules: LedgerRules): YearLedger {
  const ledger: YearLedger = { year, counted: 0, onTheWay: 0, expected: 0 };
  for (const entry of entries) {
    if (yearOf(entry, rules) !== year) continue;
    if (entry.outcome === 'COMPLETED' || !rules.credit.requireCompletion) ledger.counted += entry.credited;
    else if (entry.outcome === 'OPEN') ledger.onTheWay += entry.credited;
    if (entry.outcome === 'OPEN') ledger.expected += entry.upcoming;
  }
  return ledger;
}

/** Days of the year on which the duty runs: employed, and not exempt for a reason the rules know. Overlapping exemptions count once. */
function dutyDays({ year, employedFrom, exemptions }: YearlyDuty, rules: LedgerRules): { days: number; ofYear: number } {
  const [first, next] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
  const start = rules.credit.newHireProRata && employedFrom ? Math.max(first, dayNumber(employedFrom)) : first;
  const valid = exemptions.filter((one) => rules.credit.exemptionReasons.includes(one.reason));
  let days = 0;
  for (let day = start; day < next; day += 1) {
    if (!valid.some((one) => dayNumber(one.from) <= day && day <= dayNumber(one.to))) days += 1;
  }
  return { days, ofYear: next - first };
}

/** Periods this person needs in the year (B03), in proportion to the days on duty (B05); half a period is rounded up. 0 means exempt. */
export function neededPeriods(duty: YearlyDuty, rules: LedgerRules): number {
  const { days, ofYear } = dutyDays(duty, rules);
  return Math.floor((2 * rules.minAnnualPeriods[duty.personType] * days + ofYear) / (2 * ofYear));
}

/** The part of the year that is over at the end of `today`, 0–1. */
export function elapsedShare(year: number, today: string): number {
  const [first, next] = [dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`)];
  return Math.min(1, Math.max(0, (dayNumber(today) + 1 - first) / (next - first)));
}

/** Domain rule B06: green when reached, amber when what is attended so far keeps pace with the year, red otherwise. */
export function trafficLight(ledger: YearLedger, needed: number, today: string, rules: LedgerRules): TrafficLight {
  if (needed === 0) return 'EXEMPT';
  if (ledger.counted >= needed) return 'GREEN';
  const attended = (ledger.counted + ledger.onTheWay) / needed;
  return attended >= elapsedShare(ledger.year, today) * rules.credit.onTrackRatio ? 'AMBER' : 'RED';
}
