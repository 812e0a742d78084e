import { scoreProblem, type RegradeState } from '@halong/assessment/contract';
import { addDays, dayOf, instantOf } from '@halong/platform/contract';
import type { RuleSet } from '@halong/regulations/contract';

export type RegradeActor = 'CLASS_COORDINATOR' | 'TRAINING_MANAGER' | 'SYSTEM';
const staff: readonly RegradeActor[] = ['CLASS_COORDINATOR', 'TRAINING_MANAGER'];

/** Domain §2.3. REMARKING again adds a marker; SYSTEM closes what is decided when the sheet is locked. */
const lifecycle: Record<RegradeState, readonly { to: RegradeState; by: readonly RegradeActor[] }[]> = {
  SUBMITTED: [{ to: 'ACCEPTED', by: staff }, { to: 'REFUSED', by: staff }],
  ACCEPTED: [{ to: 'REMARKING', by: staff }, { to: 'REFUSED', by: staff }],
  REMARKING: [{ to: 'REMARKING', by: staff }, { to: 'UPHELD', by: staff }, { to: 'CHANGED', by: staff }],
  REFUSED: [{ to: 'CLOSED', by: [...staff, 'SYSTEM'] }],
  UPHELD: [{ to: 'CLOSED', by: [...staff, 'SYSTEM'] }],
  CHANGED: [{ to: 'CLOSED', by: [...staff, 'SYSTEM'] }],
  CLOSED: [],
};

export const nextRegradeStates = (state: RegradeState, roles: readonly string[]): RegradeState[] => lifecycle[state].filter(({ by }) => by.some((role) => roles.includes(role))).map(({ to }) => to);

/** Nothing is decided yet: the sheet is not locked while one of these is there. */
export const openRegradeStates: readonly RegradeState[] = ['SUBMITTED', 'ACCEPTED', 'REMARKING'];

/** The end of the last day on which a request can be sent: so many whole days after that of the publication. */
export function windowEnd(publishedAt: Date, { windowDays }: RuleSet['regrade']): Date {
  return new Date(instantOf(addDays(dayOf(publishedAt), windowDays + 1)).getTime() - 1);
}

export type RegradeOutcome = { ok: true; score: number; state: 'UPHELD' | 'CHANGED' } | { ok: false; problem: 'not_marked'; count: number } | { ok: false; problem: 'third' };

const toStep = (value: number, step: number): number => Math.round(Math.floor(value / step + 0.5 + 1e-9) * step * 100) / 100;

/** The two of three scores that lie closest; of two pairs equally close the higher one, in favour of the trainee. */
function closest(scores: readonly number[]): readonly number[] {
  const [low = 0, middle = 0, high = 0] = [...scores].sort((a, b) => a - b);
  return middle - low < high - middle ? [low, middle] : [middle, high];
}

/**
 * What the new scores make of the old one: one counts as it is, two count by their mean unless they lie too far apart, of three the closest two.
 * A lower result replaces the old score only where the rules allow it.
 */
export function regradeOutcome(oldScore: number, scores: readonly (number | null)[], rules: Pick<RuleSet, 'regrade' | 'marking' | 'gradeStep' | 'scale' | 'passRatio' | 'gradeBands'>): RegradeOutcome {
  const given = scores.filter((one) => one !== null);
  if (given.length < scores.length || scores.length === 0) return { ok: false, problem: 'not_marked', count: Math.max(1, scores.length - given.length) };
  const [first = 0, second = first] = given;
  if (given.length === 2 && Math.abs(first - second) > rules.marking.diffThreshold + 1e-9) return { ok: false, problem: 'third' };
  const counted = given.length > 2 ? closest(given) : given;
  const found = toStep(counted.reduce((sum, one) => sum + one, 0) / counted.length, rules.gradeStep);
  const score = rules.regrade.allowLower ? found : Math.max(found, oldScore);
  if (scoreProblem(score, rules)) throw new Error(`A regrade made ${score}, which is no score`);
  return { ok: true, score, state: score === oldScore ? 'UPHELD' : 'CHANGED' };
}
