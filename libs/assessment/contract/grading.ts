import type { GradeBand } from '@halong/regulations/contract';
import type { GradeCategory, GradeComponentItem, Mark } from './grade-sheet.ts';
import { bandOf, counting, passMark, passResult, weigh, type ComponentScore, type GradedComponent, type GradeRules, type PassResult, type Weighed } from './grading.rules.ts';

/** By what a trainee is graded: the plan of the class and its rules. */
export interface GradingPlan {
  components: readonly GradeComponentItem[];
  categories: readonly GradeCategory[];
  rules: GradeRules;
}

/** What else is known of the trainee. */
export interface GradingFacts {
  barred: boolean;
  /** Any component was sat again: other minimums hold. */
  hasResit: boolean;
  /** A final average set by hand, with a reason; null is none. */
  override: number | null;
}

export interface Graded {
  average: number | null;
  band: GradeBand | null;
  result: PassResult;
}

export interface GradedItem extends GradedComponent {
  item: GradeComponentItem;
}

export interface Formula extends Graded {
  terms: Weighed<GradedItem>[];
  /** What the rule alone gives; differs from `average` when that is set by hand. */
  computed: number | null;
}

export const plainFacts: GradingFacts = { barred: false, hasResit: false, override: null };

function scoreOf(mark: Mark | undefined): ComponentScore {
  if (mark?.kind === 'SCORE') return { kind: 'score', value: mark.value };
  return { kind: mark?.kind === 'EXCUSED' ? 'excused' : 'blank' };
}

/** The marks of one trainee as the rules take them; a component without a mark is blank. */
export function gradedComponents(components: readonly GradeComponentItem[], marks: ReadonlyMap<string, Mark>): GradedItem[] {
  return components.map((item, at) => ({ item, componentId: at + 1, weight: item.weight, required: item.required, category: item.category, score: scoreOf(marks.get(item.key)) }));
}

/**
 * Average, classification and result of one trainee. Somebody barred has no classification; a final average set by hand
 * decides over pass and classification by the plain minimums of the bands.
 */
export function gradeOf(plan: GradingPlan, marks: ReadonlyMap<string, Mark>, facts: GradingFacts = plainFacts): Graded {
  return graded(gradedComponents(plan.components, marks), plan, facts).grade;
}

/** The formula with one person's own numbers. */
export function formulaOf(plan: GradingPlan, marks: ReadonlyMap<string, Mark>, facts: GradingFacts = plainFacts): Formula {
  const components = gradedComponents(plan.components, marks);
  const { computed, grade } = graded(components, plan, facts);
  return { terms: weigh(components, plan.categories), computed, ...grade };
}

function graded(components: readonly GradedItem[], { categories, rules }: GradingPlan, { barred, hasResit, override }: GradingFacts): { computed: number | null; grade: Graded } {
  const { average: found, scores } = counting(components, categories);
  const computed = found.known ? found.value : null;
  if (override !== null && !barred) {
    return { computed, grade: { average: override, band: bandOf(override, [], false, rules), result: override >= passMark(rules) ? 'PASSED' : 'FAILED' } };
  }
  const band = barred || computed === null ? null : bandOf(computed, scores, hasResit, rules);
  return { computed, grade: { average: computed, band, result: passResult(components, barred, rules) } };
}
