import type { Points, RubricContent, RubricCriterion } from '@halong/assessment/contract';

export type RubricFault = { kind: 'weights'; sum: number } | { kind: 'levels'; criterion: string };

const whole = 1;
/** Weights are typed as percent with at most two digits behind the comma. */
const tolerance = 0.000_05;

function levelsFit({ levels }: RubricCriterion, scale: number): boolean {
  return levels.every(({ from, to }, at) => from <= to && to <= scale && (at === 0 || from > (levels[at - 1]?.to ?? 0)));
}

/** What is wrong with a rubric; nothing when it can be marked by. */
export function rubricFault({ criteria, scale }: RubricContent): RubricFault | undefined {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - whole) > tolerance) return { kind: 'weights', sum: Math.round(sum * 10_000) / 100 };
  const bad = criteria.find((criterion) => !levelsFit(criterion, scale));
  if (bad) return { kind: 'levels', criterion: bad.title };
  const twice = criteria.find(({ key }, at) => criteria.findIndex((other) => other.key === key) !== at);
  return twice && { kind: 'levels', criterion: twice.title };
}

/** Keys of points that the rubric does not have or that leave its scale. */
export function badPoints(content: RubricContent, points: Points): string[] {
  const keys = new Set(content.criteria.map(({ key }) => key));
  return Object.entries(points).filter(([key, value]) => !keys.has(key) || value < 0 || value > content.scale).map(([key]) => key);
}
