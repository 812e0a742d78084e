import type { RuleSet } from '@halong/regulations/contract';
import type { Presence } from './presence.rules.ts';

export type AbsenceRules = Pick<RuleSet, 'attendance' | 'late' | 'unexcusedWeight' | 'strictParticipation'>;

/** What one session left behind for one person, in periods. */
export interface SessionOutcome {
  partId: number;
  status: Presence['status'];
  credited: number;
  toDecide: number;
  /** Periods that are not over yet. */
  upcoming: number;
  total: number;
}

export interface PartPlan {
  partId: number;
  /** Periods of the whole part, held or not. */
  plannedPeriods: number;
}

export interface PartAbsence {
  partId: number;
  plannedPeriods: number;
  creditedPeriods: number;
  /** Periods missed as they were. */
  excused: number;
  unexcused: number;
  late: number;
  toDecide: number;
  /** Weighted absence: excused + unexcused × weight + one for each `late.toAbsentRatio` late arrivals. */
  absent: number;
  /** `absent` of the planned periods, 0–1 and above. */
  ratio: number;
  /** The largest absence that is still allowed, in periods. */
  limit: number;
  /** Whole periods that may still be missed without permission before the person is barred. */
  periodsLeftBeforeBarred: number;
  barred: boolean;
  /** Everything planned is held and decided. */
  finished: boolean;
}

/** Absences are compared in thousandths of a period, so that 0.1 × 30 is exactly 3. */
const thousandths = (value: number): number => Math.round(value * 1000);

/** The outcome of a judged session, as absence counts it. */
export function outcomeOf(partId: number, presence: Presence): SessionOutcome {
  const having = (state: Presence['periods'][number]['state']): number => presence.periods.filter((one) => one.state === state).length;
  return {
    partId,
    status: presence.status,
    credited: having('CREDITED'),
    toDecide: having('TO_DECIDE'),
    upcoming: having('UPCOMING'),
    total: presence.periods.length,
  };
}

const sum = (sessions: readonly SessionOutcome[], of: (one: SessionOutcome) => number): number => sessions.reduce((total, one) => total + of(one), 0);
const missed = (one: SessionOutcome): number => one.total - one.credited - one.toDecide - one.upcoming;

/**
 * Absence in one part of the programme (domain rules D04, D06). Periods to decide and periods to come are no absence yet.
 * Barred means more than `attendance.maxAbsence` of the part's planned periods.
 */
export function absenceOfPart({ partId, plannedPeriods }: PartPlan, sessions: readonly SessionOutcome[], rules: AbsenceRules): PartAbsence {
  const own = sessions.filter((one) => one.partId === partId);
  const excused = sum(own.filter((one) => one.status === 'EXCUSED'), missed);
  const unexcused = sum(own.filter((one) => one.status !== 'EXCUSED'), missed);
  const late = own.filter((one) => one.status === 'LATE').length;
  const toDecide = sum(own, (one) => one.toDecide);
  const weight = thousandths(rules.unexcusedWeight);
  const absent = excused * 1000 + unexcused * weight + Math.floor(late / rules.late.toAbsentRatio) * 1000;
  const limit = thousandths(rules.attendance.maxAbsence) * plannedPeriods;
  const held = sum(own, (one) => one.total - one.upcoming);
  return {
    partId,
    plannedPeriods,
    creditedPeriods: sum(own, (one) => one.credited),
    excused,
    unexcused,
    late,
    toDecide,
    absent: absent / 1000,
    ratio: plannedPeriods === 0 ? 0 : absent / 1000 / plannedPeriods,
    limit: limit / 1000,
    periodsLeftBeforeBarred: Math.max(0, Math.floor((limit - absent) / weight)),
    barred: absent > limit,
    finished: held >= plannedPeriods && toDecide === 0,
  };
}

/** Absence of one person in every part of the programme. */
export function absenceByPart(parts: readonly PartPlan[], sessions: readonly SessionOutcome[], rules: AbsenceRules): PartAbsence[] {
  return parts.map((part) => absenceOfPart(part, sessions, rules));
}

/** Barred from the exam as soon as one part is over its limit. */
export function isBarred(parts: readonly Pick<PartAbsence, 'barred'>[]): boolean {
  return parts.some((one) => one.barred);
}
