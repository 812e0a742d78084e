import type { SessionState, TrainingClassState } from '@halong/classes/contract';

/** `LD-PX K01/2026`. */
export function classCode(programmeCode: string, intakeNo: number, year: number): string {
  return `${programmeCode} K${String(intakeNo).padStart(2, '0')}/${year}`;
}

const beforeDecision: readonly TrainingClassState[] = ['PLANNED', 'NOMINATING', 'LIST_FINALISED', 'POSTPONED'];
const open: readonly TrainingClassState[] = ['PLANNED', 'NOMINATING', 'LIST_FINALISED', 'DECIDED', 'RUNNING', 'EXAM'];
const replaceable: readonly TrainingClassState[] = ['PLANNED', 'NOMINATING', 'LIST_FINALISED', 'DECIDED'];
const teaching: readonly TrainingClassState[] = ['DECIDED', 'RUNNING', 'EXAM'];
const setAside: readonly TrainingClassState[] = ['POSTPONED', 'CANCELLED'];

/** Host, dates, capacity and quotas may still change: the decision will name them. */
export const isPlanning = (state: TrainingClassState): boolean => beforeDecision.includes(state);
/** Sessions may be added and changed. */
export const timetableOpen = (state: TrainingClassState): boolean => open.includes(state);
/** The whole timetable may be replaced: nobody has been taught by it yet. */
export const timetableReplaceable = (state: TrainingClassState): boolean => replaceable.includes(state);
/** Its sessions take place; the sessions of a class without decision do not begin. */
export const isTeaching = (state: TrainingClassState): boolean => teaching.includes(state);
/** Its sessions give up their rooms and people. */
export const isSetAside = (state: TrainingClassState): boolean => setAside.includes(state);

/**
 * Whether the schedule takes a running class to its exams (domain §2.3): its closing day has come, it was taught, and no session
 * is left to hold. A class without closing day waits for its coordinator.
 */
export function teachingIsOver(sessions: readonly SessionState[], closingDate: string | null, today: string): boolean {
  if (closingDate === null || today < closingDate) return false;
  const held = sessions.some((state) => state === 'ENDED' || state === 'ATTENDANCE_LOCKED');
  return held && !sessions.some((state) => state === 'SCHEDULED' || state === 'LIVE');
}

/** The states whose sessions begin by the clock. */
export const teachingStates = teaching;
