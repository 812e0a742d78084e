import { describe, expect, it } from 'vitest';
import { PlayedRanges, ShownPages, unite } from './seen.rules.ts';

describe('stretches', () => {
  it.each([
    { name: 'apart', ranges: [{ from: 5, to: 6 }, { from: 1, to: 2 }], united: [{ from: 1, to: 2 }, { from: 5, to: 6 }] },
    { name: 'overlapping', ranges: [{ from: 1, to: 4 }, { from: 3, to: 6 }], united: [{ from: 1, to: 6 }] },
    { name: 'touching', ranges: [{ from: 1, to: 2 }, { from: 2, to: 3 }], united: [{ from: 1, to: 3 }] },
    { name: 'within', ranges: [{ from: 1, to: 9 }, { from: 2, to: 3 }], united: [{ from: 1, to: 9 }] },
    { name: 'empty', ranges: [{ from: 2, to: 2 }], united: [] },
  ])('$name', ({ ranges, united }) => expect(unite(ranges)).toEqual(united));
});

describe('what was played', () => {
  /** Looks of the player: second of the recording, milliseconds on the wall, speed. */
  const watch = (...looks: ([number, number, number] | 'stop')[]) => {
    const played = new PlayedRanges();
    for (const one of looks) if (one === 'stop') played.stop(); else played.look(...one);
    return played.take();
  };
  it.each([
    { name: 'at normal speed', looks: [[0, 0, 1], [1, 1_000, 1], [2, 2_000, 1]], ranges: [{ from: 0, to: 2 }] },
    { name: 'at double speed', looks: [[0, 0, 2], [2, 1_000, 2], [4, 2_000, 2]], ranges: [{ from: 0, to: 4 }] },
    { name: 'jumped ahead without a word', looks: [[0, 0, 1], [1, 1_000, 1], [60, 1_250, 1], [61, 2_250, 1]], ranges: [{ from: 0, to: 1 }, { from: 60, to: 61 }] },
    { name: 'moved by hand', looks: [[0, 0, 1], [1, 1_000, 1], 'stop', [30, 1_100, 1], [31, 2_100, 1]], ranges: [{ from: 0, to: 1 }, { from: 30, to: 31 }] },
    { name: 'back and again', looks: [[10, 0, 1], [12, 2_000, 1], [11, 2_100, 1], [13, 4_100, 1]], ranges: [{ from: 10, to: 13 }] },
    { name: 'paused', looks: [[5, 0, 1], [5, 60_000, 1]], ranges: [] },
  ] as { name: string; looks: ([number, number, number] | 'stop')[]; ranges: unknown }[])('$name', ({ looks, ranges }) => expect(watch(...looks)).toEqual(ranges));

  it('is told once', () => {
    const played = new PlayedRanges();
    played.look(0, 0, 1);
    played.look(1, 1_000, 1);
    expect(played.take()).toHaveLength(1);
    expect(played.take()).toEqual([]);
  });
});

describe('which pages were shown', () => {
  it('counts a page after a second in the window, not one that flew by', () => {
    const shown = new ShownPages(1_000);
    shown.look([1], 0);
    shown.look([1, 2], 900);
    shown.look([2, 3], 1_100);
    shown.look([7], 1_200);
    shown.look([7], 2_300);
    expect(shown.take()).toEqual([1, 7]);
    expect(shown.take()).toEqual([]);
  });

  it('stops counting while nobody looks', () => {
    const shown = new ShownPages(1_000);
    shown.look([4], 0);
    shown.hide(500);
    shown.look([4], 60_000);
    shown.look([4], 60_500);
    expect(shown.take()).toEqual([]);
  });
});
