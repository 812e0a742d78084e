import { describe, expect, it } from 'vitest';
import { countingMarkers, othersVisible, outcomeOf, type MarkerResult } from './outcome.rules.ts';

const single = { markers: 1, diffThreshold: null, step: 0.25 };
const double = { markers: 2, diffThreshold: 1, step: 0.25 };
const marked = (...totals: (number | null)[]): MarkerResult[] =>
  totals.map((total, at) => ({ markerNo: at + 1, state: total === null ? 'MARKING' : 'MARKED', total }));

describe('outcomeOf', () => {
  it.each([
    ['one marker', marked(7.5), single, null, { kind: 'READY', mark: 7.5, source: 'SINGLE', difference: null }],
    ['nobody yet', [], single, null, { kind: 'WAITING', difference: null }],
    ['zero is a mark', marked(0), single, null, { kind: 'READY', mark: 0, source: 'SINGLE', difference: null }],
    ['the second is not done', marked(7, null), double, null, { kind: 'WAITING', difference: null }],
    ['two that are near', marked(7, 8), double, null, { kind: 'READY', mark: 7.5, source: 'AVERAGE', difference: 1 }],
    ['an average is rounded to the step, a half up', marked(7, 7.25), double, null, { kind: 'READY', mark: 7.25, source: 'AVERAGE', difference: 0.25 }],
    ['two too far apart', marked(6, 7.25), double, null, { kind: 'APART', difference: 1.25 }],
    ['a third is named and not done', marked(6, 7.25, null), double, null, { kind: 'WAITING', difference: 1.25 }],
    ['the third decides', marked(6, 7.25, 7), double, null, { kind: 'READY', mark: 7, source: 'THIRD', difference: 1.25 }],
    ['no threshold: always the average', marked(4, 9), { ...double, diffThreshold: null }, null, { kind: 'READY', mark: 6.5, source: 'AVERAGE', difference: 5 }],
    ['agreed instead of a third', marked(6, 8), double, 7.25, { kind: 'READY', mark: 7.25, source: 'AGREED', difference: 2 }],
    ['agreed after the third', marked(6, 8, 7), double, 6.5, { kind: 'READY', mark: 6.5, source: 'AGREED', difference: 2 }],
    ['agreed before everybody is done counts for nothing', marked(6, null), double, 7, { kind: 'WAITING', difference: null }],
  ] as const)('%s', (_, results, terms, agreed, expected) => expect(outcomeOf(results, terms, agreed)).toEqual(expected));
});

it('two markers see each other when both are done and not before', () => {
  expect(othersVisible(marked(7, null), 2)).toBe(false);
  expect(othersVisible(marked(7, 7), 2)).toBe(true);
  expect(othersVisible(marked(7, 9, null), 2)).toBe(true);
});

it('a script shows its writer the sheets that count', () => {
  expect(countingMarkers('THIRD', marked(6, 8, 7))).toEqual([3]);
  expect(countingMarkers('AVERAGE', marked(6, 7))).toEqual([1, 2]);
});
