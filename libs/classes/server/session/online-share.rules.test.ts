import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlineShare } from './online-share.rules.ts';

describe('onlineShare', () => {
  it.each<[string, Parameters<typeof onlineShare>[0], number, { online: number; planned: number; allowed: number; over: boolean }]>([
    ['half of the programme is the limit', { ROOM: 80, ONLINE: 80 }, 0.5, { online: 80, planned: 160, allowed: 80, over: false }],
    ['one period more is too much', { ROOM: 79, ONLINE: 81 }, 0.5, { online: 81, planned: 160, allowed: 80, over: true }],
    ['a timetable that is still being made is measured by the programme', { ONLINE: 40 }, 0.5, { online: 40, planned: 160, allowed: 80, over: false }],
    ['a timetable longer than the programme is measured by itself', { ROOM: 100, ONLINE: 100 }, 0.5, { online: 100, planned: 200, allowed: 100, over: false }],
    ['room and online together has its room, and so has a field study', { BOTH: 120, FIELD: 40 }, 0, { online: 0, planned: 160, allowed: 0, over: false }],
    ['none where none is allowed', { ONLINE: 1 }, 0, { online: 1, planned: 160, allowed: 0, over: true }],
    ['all where all may be', { ONLINE: 160 }, 1, { online: 160, planned: 160, allowed: 160, over: false }],
    ['parts of a period are not given away', { ONLINE: 49 }, 0.305, { online: 49, planned: 160, allowed: 48, over: true }],
    ['0.3 of 160 is 48', { ONLINE: 48 }, 0.3, { online: 48, planned: 160, allowed: 48, over: false }],
  ])('%s', (_what, periods, maxShare, expected) => {
    expect(onlineShare(periods, 160, { online: { maxShare } })).toEqual(expected);
  });

  it('more in the room never makes it too much, more online never less', () => {
    const some = fc.integer({ min: 0, max: 200 });
    fc.assert(fc.property(some, some, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 1000 }), (ROOM, ONLINE, programme, permille) => {
      const over = (periods: Parameters<typeof onlineShare>[0]) => onlineShare(periods, programme, { online: { maxShare: permille / 1000 } }).over;
      if (!over({ ROOM, ONLINE })) expect(over({ ROOM: ROOM + 1, ONLINE })).toBe(false);
      if (over({ ROOM, ONLINE })) expect(over({ ROOM, ONLINE: ONLINE + 1 })).toBe(true);
    }));
  });
});
