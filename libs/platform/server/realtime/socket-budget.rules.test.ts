import { expect, it } from 'vitest';
import { socketBudget, spendOne, type Budget } from './socket-budget.rules.ts';

/** How many of these messages (ms) are answered. */
function answered(at: readonly number[]): number {
  let [budget, count]: [Budget | undefined, number] = [undefined, 0];
  for (const now of at) {
    const next = spendOne(budget, now);
    if (!next) continue;
    [budget, count] = [next, count + 1];
  }
  return count;
}

it('lets a page watch all it shows at once, then a few messages a second', () => {
  const flood = Array.from({ length: 2_000 }, () => 5_000);
  expect(answered(flood)).toBe(socketBudget.burst);
  expect(answered([...flood, ...flood.map(() => 6_000)])).toBe(socketBudget.burst + socketBudget.perSecond);
});

it('never lets a quiet page wait', () => {
  expect(answered(Array.from({ length: 3_000 }, (_, at) => at * 100))).toBe(3_000);
});
