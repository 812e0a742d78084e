import type { AssignmentDetail, AssignmentKind, LatePolicy, LatePolicyChoice } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';

/** What stands in the form; numbers as they are typed. */
export interface AssignmentForm {
  kind: AssignmentKind;
  title: string;
  brief: string;
  groupWork: boolean;
  confirmAll: boolean;
  component: string;
  opensAt: string | null;
  dueAt: string | null;
  cutoffAt: string | null;
  late: LatePolicy;
  attempts: string;
  declaration: string;
  blind: boolean;
  double: boolean;
  threshold: string;
  references: DocumentView[];
}

export const emptyForm = (policy: LatePolicy, declaration: string): AssignmentForm => ({
  kind: 'ESSAY', title: '', brief: '', groupWork: false, confirmAll: false, component: '', opensAt: null, dueAt: null, cutoffAt: null, late: policy, attempts: '1', declaration,
  blind: false, double: false, threshold: '1', references: [],
});

export function formOf(detail: AssignmentDetail): AssignmentForm {
  const { kind, title, brief, groupWork, confirmAll, opensAt, dueAt, cutoffAt, late, blind, references } = detail;
  return {
    kind, title, brief, groupWork, confirmAll, opensAt, dueAt, cutoffAt, late, blind, references, component: detail.component ?? '', attempts: String(detail.attempts),
    declaration: detail.declaration ?? '', double: detail.markers === 2, threshold: String(detail.diffThreshold ?? ''),
  };
}

/** "1,5" and "1.5" are the same; what is no number is 0. */
export const numberOf = (text: string): number => Number(text.replace(',', '.')) || 0;

export const isReady = ({ title, dueAt, opensAt, cutoffAt }: AssignmentForm): boolean =>
  title.trim().length >= 3 && dueAt !== null && (opensAt === null || opensAt < dueAt) && (cutoffAt === null || dueAt <= cutoffAt);

/** As the server takes it. */
export function bodyOf(form: AssignmentForm) {
  const { double, threshold, component, declaration, attempts, references, dueAt, ...rest } = form;
  return {
    ...rest, title: form.title.trim(), dueAt: dueAt ?? '', component: component === '' ? null : component, declaration: declaration.trim() === '' ? null : declaration.trim(),
    attempts: Math.min(20, Math.max(1, Math.round(numberOf(attempts)))), markers: double ? 2 as const : 1 as const, diffThreshold: double && threshold.trim() !== '' ? numberOf(threshold) : null,
    references: references.map(({ id }) => id),
  };
}

const same = (a: LatePolicy, b: LatePolicy) => a.deductionPerDay === b.deductionPerDay && a.floor === b.floor && a.partDay === b.partDay && a.graceMinutes === b.graceMinutes;

/** The ready policy that this is; undefined: one of its own. */
export const chosenPolicy = (choices: readonly LatePolicyChoice[], late: LatePolicy): LatePolicyChoice | undefined => choices.find(({ policy }) => same(policy, late));
