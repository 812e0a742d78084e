import { describe, expect, it } from 'vitest';
import { merged, nothingTold } from './told.rules.ts';

describe('merged', () => {
  it('keeps what did not arrive together with what came since', () => {
    const one = merged(nothingTold, { ranges: [{ from: 0, to: 10 }], position: 10, speed: 2, durationMs: 90_000.4 });
    expect(one).toEqual({ pages: [], ranges: [{ from: 0, to: 10 }], place: 10, speed: 2, durationMs: 90_000 });
    expect(merged(one, { ranges: [{ from: 10, to: 15 }], position: 15, speed: 1 })).toEqual({
      pages: [], ranges: [{ from: 0, to: 10 }, { from: 10, to: 15 }], place: 15, speed: 2, durationMs: 90_000,
    });
  });

  it('names a page once', () => expect(merged(merged(nothingTold, { pages: [1, 2], position: 2, speed: 1 }), { pages: [2, 3], position: 3, speed: 1 }).pages).toEqual([1, 2, 3]));
});
