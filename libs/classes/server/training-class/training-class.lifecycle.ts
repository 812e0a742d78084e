import type { Role } from '@halong/platform/contract';
import type { ClassFact, TrainingClassState } from '@halong/classes/contract';

export type ClassFacts = Partial<Record<ClassFact, string | number | boolean>>;

/** SYSTEM is the schedule: opening day, closing day. */
export type ClassActor = Role | 'SYSTEM';

interface Step {
  to: TrainingClassState;
  by: readonly ClassActor[];
  needs: readonly ClassFact[];
}

const staff: readonly ClassActor[] = ['CLASS_COORDINATOR', 'TRAINING_MANAGER'];
const step = (to: TrainingClassState, by: readonly ClassActor[] = staff, needs: readonly ClassFact[] = []): Step => ({ to, by, needs });
const withReason = (to: TrainingClassState): Step => step(to, staff, ['reason']);
const setAside = [withReason('POSTPONED'), withReason('CANCELLED')];

/**
 * Domain §2.3. The rules freeze at DECIDED, which needs the opening decision with number, date and signed file.
 * A postponed class is taken up before its decision, so that it gets a new one.
 */
export const trainingClassLifecycle = {
  PLANNED: [step('NOMINATING'), ...setAside],
  NOMINATING: [step('LIST_FINALISED', staff, ['finalList']), ...setAside],
  LIST_FINALISED: [step('DECIDED', staff, ['decisionNumber', 'decisionDate', 'decisionFileId']), withReason('NOMINATING'), ...setAside],
  DECIDED: [step('RUNNING', [...staff, 'SYSTEM']), ...setAside],
  RUNNING: [step('EXAM', [...staff, 'SYSTEM']), ...setAside],
  EXAM: [step('GRADING')],
  GRADING: [step('RESULT_RECOGNISED', ['TRAINING_MANAGER', 'CLASS_COORDINATOR'], ['gradeSheetsPublished'])],
  RESULT_RECOGNISED: [step('CERTIFIED', ['CERTIFICATE_OFFICER'])],
  CERTIFIED: [step('EVALUATED')],
  EVALUATED: [step('ARCHIVED')],
  ARCHIVED: [],
  POSTPONED: [withReason('PLANNED'), withReason('NOMINATING'), withReason('LIST_FINALISED'), withReason('CANCELLED')],
  CANCELLED: [],
} satisfies Record<TrainingClassState, readonly Step[]>;

export type TransitionCheck<Fact extends string> =
  | { ok: true }
  | { ok: false; refusal: 'unknown_transition' | 'role_not_allowed' }
  | { ok: false; refusal: 'facts_missing'; missing: Fact[] };

const stepsFrom = (state: TrainingClassState): readonly Step[] => trainingClassLifecycle[state];

/** Where somebody with these roles may take the class, with what they must bring. */
export function nextClassStates(state: TrainingClassState, roles: readonly ClassActor[]): { to: TrainingClassState; needs: readonly ClassFact[] }[] {
  return stepsFrom(state)
    .filter((one) => one.by.some((role) => roles.includes(role)))
    .map(({ to, needs }) => ({ to, needs }));
}

const isThere = (fact: string | number | boolean | undefined): boolean => (typeof fact === 'string' ? fact.trim() !== '' : fact !== undefined && fact !== false);

/** Whether this step may be taken; otherwise why not, and which facts are missing. */
export function checkClassTransition(from: TrainingClassState, to: TrainingClassState, roles: readonly ClassActor[], facts: ClassFacts): TransitionCheck<ClassFact> {
  const found = stepsFrom(from).find((one) => one.to === to);
  if (!found) return { ok: false, refusal: 'unknown_transition' };
  if (!found.by.some((role) => roles.includes(role))) return { ok: false, refusal: 'role_not_allowed' };
  const missing = found.needs.filter((fact) => !isThere(facts[fact]));
  return missing.length === 0 ? { ok: true } : { ok: false, refusal: 'facts_missing', missing };
}
