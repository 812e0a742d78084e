import type { LatePolicy, Lateness } from '@halong/assessment/contract';
import { latenessOf } from '@halong/assessment/contract';

interface Dated {
  opensAt: Date | null;
  dueAt: Date;
  cutoffAt: Date | null;
  attempts: number;
}

export interface Terms extends Dated {
  waiveLate: boolean;
  /** Other than what counts for everybody. */
  extended: boolean;
}

export interface Override {
  opensAt: Date | null;
  dueAt: Date | null;
  cutoffAt: Date | null;
  attempts: number | null;
  waiveLate: boolean;
}

const same = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/**
 * What counts for one owner: field by field the person's override before the group's before the assignment.
 * Whoever gets a later due time without a cut-off of their own can submit until then: the cut-off never lies before the due time.
 */
export function termsFor({ opensAt, dueAt, cutoffAt, attempts }: Dated, personal?: Override, group?: Override): Terms {
  const stands = [personal, group].filter((one): one is Override => one !== undefined);
  const first = <K extends keyof Override>(field: K): NonNullable<Override[K]> | undefined => stands.map((one) => one[field]).find((value) => value !== null) ?? undefined;
  const due = first('dueAt') ?? dueAt;
  const cutoff = first('cutoffAt') ?? cutoffAt;
  const terms = { opensAt: first('opensAt') ?? opensAt, dueAt: due, cutoffAt: cutoff !== null && cutoff < due ? due : cutoff, attempts: first('attempts') ?? attempts };
  const waiveLate = stands.some((one) => one.waiveLate);
  const datesStand = same(terms.opensAt, opensAt) && same(terms.dueAt, dueAt) && same(terms.cutoffAt, cutoffAt);
  return { ...terms, waiveLate, extended: waiveLate || terms.attempts !== attempts || !datesStand };
}

/** How late work is by these terms; waiving takes the deduction away and not the fact. */
export function judge(arrivedAt: Date, { dueAt, waiveLate }: Pick<Terms, 'dueAt' | 'waiveLate'>, policy: LatePolicy): Lateness {
  const lateness = latenessOf(arrivedAt, dueAt, policy);
  return waiveLate ? { ...lateness, deduction: 0 } : lateness;
}

/** Dates stand in order, whichever of them are there. */
export function inOrder({ opensAt, dueAt, cutoffAt }: Pick<Terms, 'opensAt' | 'dueAt' | 'cutoffAt'>): boolean {
  return (opensAt === null || opensAt < dueAt) && (cutoffAt === null || dueAt <= cutoffAt);
}

/** The same moment of the day, so many days later. */
export const shifted = <T extends Date | null>(at: T, days: number): T => (at === null ? at : new Date(at.getTime() + days * 86_400_000)) as T;

/** Classes in which work is given out and taken. */
const working = ['DECIDED', 'RUNNING', 'EXAM', 'GRADING'];
export const takesWork = (classState: string): boolean => working.includes(classState);
