import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, coveredMs, unite, without, type Interval } from './interval.rules.ts';

const span = (from: number, to: number): Interval => ({ from, to });

describe('unite', () => {
  it.each([
    ['touching', [span(0, 5), span(5, 9)], [span(0, 9)]],
    ['apart', [span(6, 9), span(0, 5)], [span(0, 5), span(6, 9)]],
    ['inside', [span(0, 9), span(2, 3), span(8, 12)], [span(0, 12)]],
    ['empty and inverted', [span(3, 3), span(9, 2)], []],
  ] as const)('%s', (_, given, expected) => {
    expect(unite(given)).toEqual(expected);
  });

  it('bridges a short distance, and only that', () => {
    expect(unite([span(0, 5), span(7, 9), span(12, 13)], 2)).toEqual([span(0, 9), span(12, 13)]);
  });

  it('keeps moments that nothing covers when asked to', () => {
    expect(unite([span(3, 3), span(3, 3), span(5, 9), span(7, 7), span(9, 9), span(12, 12)], 0, 'moments')).toEqual([span(3, 3), span(5, 9), span(12, 12)]);
    expect(unite([span(3, 3), span(5, 9)], 2, 'moments')).toEqual([span(3, 9)]);
  });

  it('does not touch what it was given', () => {
    const given = [span(0, 5), span(3, 9)];
    unite(given);
    expect(given).toEqual([span(0, 5), span(3, 9)]);
  });
});

const anySpans = fc.array(fc.record({ from: fc.integer({ min: 0, max: 60 }), to: fc.integer({ min: 0, max: 60 }) }), { maxLength: 10 });
const moments = (spans: readonly Interval[]): number[] => Array.from({ length: 60 }, (_, at) => at).filter((at) => spans.some((one) => one.from <= at && at < one.to));

describe('whatever the spans', () => {
  it('the union covers the same moments, each once', () => {
    fc.assert(fc.property(anySpans, (spans) => {
      expect(moments(unite(spans))).toEqual(moments(spans));
      expect(coveredMs(spans)).toBe(moments(spans).length);
    }));
  });

  it('what is clipped and what is free make up the bounds', () => {
    fc.assert(fc.property(anySpans, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 60 }), (spans, from, to) => {
      const bounds = span(from, to);
      expect(coveredMs(clip(spans, bounds)) + coveredMs(without(bounds, spans))).toBe(to - from);
      expect(moments([...clip(spans, bounds), ...without(bounds, spans)])).toEqual(moments([bounds]));
    }));
  });
});
