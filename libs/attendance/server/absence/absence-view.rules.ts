import type { AbsenceSummary, SessionMark, TraineeAbsence } from '@halong/attendance/contract';
import type { RuleSet } from '@halong/regulations/contract';
import { absenceByPart, isBarred, type PartAbsence, type PartPlan, type SessionOutcome } from '../attendance/absence.rules.ts';

export interface PlannedSession {
  id: number;
  unitId: number | null;
  day: string;
  /** Epoch milliseconds, both. */
  startsAt: number;
  endsAt: number;
  periods: number;
}

export interface ProgrammeUnit {
  id: number;
  parentId: number | null;
  kind: string;
  titleVi: string;
  titleEn: string;
  periods: number;
}

export interface ClassPlan {
  rules: RuleSet;
  programmePeriods: number;
  units: ProgrammeUnit[];
  sessions: PlannedSession[];
}

export interface StoredOutcome {
  enrolmentId: number;
  sessionId: number;
  status: SessionOutcome['status'];
  credited: number;
  toDecide: number;
  upcoming: number;
  total: number;
  toReview: boolean;
}

/** A part of the programme as absence counts it; `partId` 0 is what belongs to no part. */
export interface Part extends PartPlan {
  titleVi: string;
  titleEn: string;
}

const whole = { titleVi: 'Toàn khóa', titleEn: 'Whole class' };

/** The part a topic belongs to: the PART above it or itself; 0 when there is none, so that a programme of mere topics is one whole. */
export function partOf(units: readonly ProgrammeUnit[], unitId: number | null): number {
  const byId = new Map(units.map((one) => [one.id, one]));
  for (let unit = unitId === null ? undefined : byId.get(unitId); unit; unit = unit.parentId === null ? undefined : byId.get(unit.parentId)) {
    if (unit.kind === 'PART') return unit.id;
  }
  return 0;
}

/** The parts with sessions or plan. What belongs to no part is planned with what the parts leave of the programme, or with its sessions if these are more. */
export function partsOf({ units, sessions, programmePeriods }: Omit<ClassPlan, 'rules'>): Part[] {
  const parts = units.filter((one) => one.kind === 'PART').map(({ id, periods, titleVi, titleEn }): Part => ({ partId: id, plannedPeriods: periods, titleVi, titleEn }));
  const loose = sessions.filter((one) => partOf(units, one.unitId) === 0).reduce((sum, one) => sum + one.periods, 0);
  const rest = programmePeriods - parts.reduce((sum, one) => sum + one.plannedPeriods, 0);
  if (loose === 0 && parts.length > 0) return parts;
  return [...parts, { partId: 0, plannedPeriods: Math.max(loose, rest), ...whole }];
}

/** Where nothing is stored, a session that is over was missed and one to come is to come. */
function outcomesOf(plan: ClassPlan, stored: readonly StoredOutcome[], now: number): SessionOutcome[] {
  const bySession = new Map(stored.map((one) => [one.sessionId, one]));
  return plan.sessions.map(({ id, unitId, endsAt, periods }) => {
    const partId = partOf(plan.units, unitId);
    const found = bySession.get(id);
    if (found) return { ...found, partId };
    const over = now >= endsAt;
    return { partId, status: over ? 'UNEXCUSED' : 'PENDING', credited: 0, toDecide: 0, upcoming: over ? 0 : periods, total: periods };
  });
}

/** What one outcome comes to. Who has to be looked at comes first, then excuses, then what is not over. */
export function markOf({ status, credited, toDecide, upcoming, total }: Omit<SessionOutcome, 'partId'>, toReview: boolean): SessionMark {
  if (toReview || toDecide > 0) return 'TO_DECIDE';
  if (status === 'EXCUSED') return 'EXCUSED';
  if (upcoming > 0) return 'COMING';
  if (credited === 0) return 'NONE';
  return credited === total ? 'ALL' : 'SOME';
}

/** Each session of the plan for one person, in the order of the plan. */
export function marksOf(plan: ClassPlan, stored: readonly StoredOutcome[], now: number): TraineeAbsence['marks'] {
  const reviewed = new Map(stored.map((one) => [one.sessionId, one.toReview]));
  return outcomesOf(plan, stored, now).map((one, at) => ({ mark: markOf(one, reviewed.get(plan.sessions[at]!.id) ?? false), credited: one.credited, total: one.total }));
}

export interface Absence {
  enrolmentId: number;
  parts: (PartAbsence & Pick<Part, 'titleVi' | 'titleEn'>)[];
  barred: boolean;
  periodsLeftBeforeBarred: number;
  periodsCredited: number;
  periodsTotal: number;
  periodsHeld: number;
  toReview: number;
}

/** Absence of one person over the whole class, from what is stored of each session. `now` in epoch milliseconds. */
export function absenceOf(plan: ClassPlan, enrolmentId: number, stored: readonly StoredOutcome[], now: number): Absence {
  const parts = partsOf(plan);
  const outcomes = outcomesOf(plan, stored, now);
  const judged = absenceByPart(parts, outcomes, plan.rules).map((one, i) => ({ ...one, titleVi: parts[i]!.titleVi, titleEn: parts[i]!.titleEn }));
  const sum = (of: (one: SessionOutcome) => number): number => outcomes.reduce((total, one) => total + of(one), 0);
  return {
    enrolmentId, parts: judged, barred: isBarred(judged),
    periodsLeftBeforeBarred: judged.length === 0 ? 0 : Math.min(...judged.map((one) => one.periodsLeftBeforeBarred)),
    periodsCredited: sum((one) => one.credited), periodsTotal: sum((one) => one.total), periodsHeld: sum((one) => one.total - one.upcoming),
    toReview: stored.filter((one) => one.toReview).length,
  };
}

/** As the contract has it. */
export const presentAbsence = (absence: Absence): AbsenceSummary => absence;
