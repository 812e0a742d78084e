import { weightsAreWhole, weightSum, wholeWeight, type Consequence, type GradeCategory, type GradeComponentItem, type Graded } from '@halong/assessment/contract';
import { ruleSet, type RuleSet } from '@halong/regulations/contract';
import type { GradeCell, TraineeRow } from '../grade-sheet/grade-sheet.rows.ts';

export type PlanProblem =
  | { code: 'weights_not_whole'; sum: number }
  | { code: 'plan_wrong' | 'category_wrong' | 'component_marked'; name: string }
  | { code: 'bands_wrong' };

const twice = (keys: readonly string[]): string | undefined => keys.find((key, at) => keys.indexOf(key) !== at);

function categoryProblem(category: GradeCategory, components: readonly GradeComponentItem[]): boolean {
  const own = components.filter((one) => one.category === category.key);
  if (own.length === 0) return true;
  if (category.dropLowest === 0) return false;
  const units = own.map(({ weight }) => Math.round(weight * wholeWeight));
  return own.length <= category.dropLowest || Math.max(...units) - Math.min(...units) > 1 || own.some(({ required }) => required);
}

/** Why components and categories cannot be the plan of the sheet; undefined when they can. */
export function planProblem({ components, categories }: { components: readonly GradeComponentItem[]; categories: readonly GradeCategory[] }, cells: readonly GradeCell[], before: readonly GradeComponentItem[]): PlanProblem | undefined {
  if (!weightsAreWhole(components)) return { code: 'weights_not_whole', sum: weightSum(components) / wholeWeight };
  const [sameComponent, sameCategory] = [twice(components.map(({ key }) => key)), twice(categories.map(({ key }) => key))];
  const stray = components.find(({ key, category }) => key === sameComponent || (category !== null && !categories.some((one) => one.key === category)));
  if (stray) return { code: 'plan_wrong', name: stray.nameVi };
  const wrong = categories.find((one) => one.key === sameCategory || categoryProblem(one, components));
  if (wrong) return { code: 'category_wrong', name: wrong.nameVi };
  const marked = new Set(cells.filter(({ mark }) => mark.kind !== 'BLANK').map(({ component }) => component));
  const lost = before.find(({ key }) => marked.has(key) && !components.some((one) => one.key === key));
  return lost && { code: 'component_marked', name: lost.nameVi };
}

export const rulesWith = (rules: RuleSet, { passRatio, gradeBands }: Pick<RuleSet, 'passRatio' | 'gradeBands'>): RuleSet => ({ ...rules, passRatio, gradeBands: [...gradeBands] });

export const bandsProblem = (rules: RuleSet): PlanProblem | undefined => (ruleSet.safeParse(rules).success ? undefined : { code: 'bands_wrong' });

/** Whether two values say the same, whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, inner]) => [key, sorted(inner)]))
    : Array.isArray(value) ? value.map(sorted) : value;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

const outcomeOf = ({ average, band, result }: Graded): Consequence['before'] => ({ average, band: band && { code: band.code, nameVi: band.nameVi, nameEn: band.nameEn }, result });

/** Those for whom something changes, in the order given. */
export function consequencesOf(trainees: readonly TraineeRow[], before: ReadonlyMap<number, Graded>, after: ReadonlyMap<number, Graded>, certificates: ReadonlyMap<number, string>): Consequence[] {
  return trainees.flatMap(({ enrolmentId, fullName, unitName }) => {
    const [was, is] = [before.get(enrolmentId), after.get(enrolmentId)];
    if (!was || !is) return [];
    const [passed, passes] = [was.result === 'PASSED', is.result === 'PASSED'];
    const changed = { band: was.band?.code !== is.band?.code, falls: passed && !passes, rises: !passed && passes };
    if (was.average === is.average && was.result === is.result && !changed.band) return [];
    return [{ enrolmentId, fullName, unitName, before: outcomeOf(was), after: outcomeOf(is), ...changed, certificate: is.result === 'PASSED' ? null : (certificates.get(enrolmentId) ?? null) }];
  });
}

/** How the sheet stands now and stood when the change was made. */
export interface UndoFacts {
  at: Date;
  now: Date;
  later: boolean;
  state: { then: string; now: string };
  recognised: { then: boolean; now: boolean };
  certificates: { then: number; now: number };
  /** A component that the undo would take away and that has marks. */
  marked: string | undefined;
}

export const undoMs = 86_400_000;

export type UndoProblem = { code: 'undo_too_late' | 'undo_later_change' | 'undo_moved' | 'undo_recognised' } | { code: 'undo_marked'; name: string };

/** Why a change can no longer be taken back: the day is over, or something has followed from it. */
export function undoProblem({ at, now, later, state, recognised, certificates, marked }: UndoFacts): UndoProblem | undefined {
  if (now.getTime() - at.getTime() > undoMs) return { code: 'undo_too_late' };
  if (later) return { code: 'undo_later_change' };
  if (recognised.then !== recognised.now || certificates.then !== certificates.now) return { code: 'undo_recognised' };
  if (state.then !== state.now) return { code: 'undo_moved' };
  return marked === undefined ? undefined : { code: 'undo_marked', name: marked };
}
