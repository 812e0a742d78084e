import { defaultRuleSets } from '@halong/regulations/contract';
import { describe, expect, it } from 'vitest';
import { nextRegradeStates, regradeOutcome, windowEnd } from './regrade.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const never = { ...rules, regrade: { ...rules.regrade, allowLower: false } };

describe('what the new scores make of the old one', () => {
  it.each([
    ['one marker', 6, [7], rules, { ok: true, score: 7, state: 'CHANGED' }],
    ['the same', 6, [6], rules, { ok: true, score: 6, state: 'UPHELD' }],
    ['lower replaces', 6, [5], rules, { ok: true, score: 5, state: 'CHANGED' }],
    ['lower does not where the rules say so', 6, [5], never, { ok: true, score: 6, state: 'UPHELD' }],
    ['two count by their mean, half a step up', 6, [7, 7.25], rules, { ok: true, score: 7.25, state: 'CHANGED' }],
    ['exactly the threshold apart', 6, [7, 8], rules, { ok: true, score: 7.5, state: 'CHANGED' }],
    ['too far apart', 6, [7, 8.25], rules, { ok: false, problem: 'third' }],
    ['of three the closest two', 6, [7, 8.25, 8], rules, { ok: true, score: 8.25, state: 'CHANGED' }],
    ['of two pairs the higher', 6, [6, 7, 8], rules, { ok: true, score: 7.5, state: 'CHANGED' }],
    ['zero is a score', 6, [0], rules, { ok: true, score: 0, state: 'CHANGED' }],
    ['one is missing', 6, [7, null], rules, { ok: false, problem: 'not_marked', count: 1 }],
    ['nobody marks', 6, [], rules, { ok: false, problem: 'not_marked', count: 1 }],
  ] as const)('%s', (_, old, scores, given, expected) => expect(regradeOutcome(old, scores, given)).toEqual(expected));
});

it('the window ends with the last second of its last day in the province', () => {
  expect(windowEnd(new Date('2026-11-22T20:00:00Z'), { windowDays: 7, allowLower: true }).toISOString()).toBe('2026-11-30T16:59:59.999Z');
  expect(windowEnd(new Date('2026-11-22T03:00:00Z'), { windowDays: 0, allowLower: true }).toISOString()).toBe('2026-11-22T16:59:59.999Z');
});

it.each([
  ['SUBMITTED', ['CLASS_COORDINATOR'], ['ACCEPTED', 'REFUSED']], ['ACCEPTED', ['TRAINING_MANAGER'], ['REMARKING', 'REFUSED']], ['REMARKING', ['LECTURER'], []],
  ['CHANGED', ['SYSTEM'], ['CLOSED']], ['CLOSED', ['CLASS_COORDINATOR', 'SYSTEM'], []],
] as const)('from %s with %j: %j', (state, roles, expected) => expect(nextRegradeStates(state, roles)).toEqual(expected));
