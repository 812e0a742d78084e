import type { EnrolmentState } from '@halong/enrolment/contract';
import { yearLedger, type LedgerEntry, type LedgerRules } from './ledger.rules.ts';

/** What the ledger keeps of one person, class and year, in periods. */
export interface LedgerRow {
  enrolmentId: number;
  personId: number;
  year: number;
  state: 'COUNTED' | 'ON_THE_WAY' | 'NONE';
  attended: number;
  expected: number;
}

export interface LedgerFacts {
  enrolmentId: number;
  personId: number;
  classId: number;
  enrolmentState: EnrolmentState;
  classState: string;
  /** The year the class belongs to: it shows there while it has no session yet. */
  classYear: number;
  /** The day of the decision that recognises the results. */
  recognisedOn: string | null;
  sessions: readonly { day: string; credited: number; upcoming: number }[];
}

/** Completed by the result; lost by leaving, failing or a class that was cancelled; open otherwise, also while somebody barred can still make up. */
export function outcomeOf({ enrolmentState, classState, recognisedOn }: Pick<LedgerFacts, 'enrolmentState' | 'classState' | 'recognisedOn'>): LedgerEntry['outcome'] {
  if (enrolmentState === 'COMPLETED' || enrolmentState === 'PASSED') return 'COMPLETED';
  if (['FAILED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'].includes(enrolmentState) || classState === 'CANCELLED') return 'LOST';
  return recognisedOn !== null && enrolmentState !== 'DEFERRED' ? 'LOST' : 'OPEN';
}

/** The rows of one enrolment, one for each year that has a session, oldest first. Nothing is to come for who is deferred. */
export function ledgerRows(facts: LedgerFacts, rules: LedgerRules): LedgerRow[] {
  const { enrolmentId, personId, classId, classYear, recognisedOn, enrolmentState } = facts;
  const outcome = outcomeOf(facts);
  const entries = facts.sessions.map(({ day, credited, upcoming }): LedgerEntry => ({
    classId, day, completedOn: recognisedOn, outcome, credited, upcoming: enrolmentState === 'DEFERRED' ? 0 : upcoming,
  }));
  const yearOf = ({ day, completedOn }: LedgerEntry): number => Number((rules.credit.allocation === 'BY_COMPLETION_DATE' ? (completedOn ?? day) : day).slice(0, 4));
  const years = [...new Set(entries.length === 0 && outcome === 'OPEN' ? [classYear] : entries.map(yearOf))].sort((a, b) => a - b);
  return years.map((year) => {
    const { counted, onTheWay, expected } = yearLedger(entries, year, rules);
    const lost = entries.filter((entry) => yearOf(entry) === year).reduce((sum, { credited }) => sum + credited, 0);
    if (outcome === 'LOST' && rules.credit.requireCompletion) return { enrolmentId, personId, year, state: 'NONE', attended: lost, expected: 0 };
    if (outcome === 'COMPLETED' || counted > 0) return { enrolmentId, personId, year, state: 'COUNTED', attended: counted, expected };
    return { enrolmentId, personId, year, state: 'ON_THE_WAY', attended: onTheWay, expected };
  });
}
