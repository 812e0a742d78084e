import { describe, expect, it } from 'vitest';
import { isWhole, sideOf, windowOf } from './edit-window.rules.ts';

describe('a window as it is chosen', () => {
  it.each([
    [{ from: null, fromSession: null, until: null, untilSession: null }],
    [{ from: '2026-11-21T00:30:00.000Z', fromSession: null, until: null, untilSession: 5 }],
    [{ from: null, fromSession: 5, until: '2026-12-31T16:59:00.000Z', untilSession: null }],
  ])('%j comes back as it was', (window) => {
    expect(windowOf(sideOf(window.from, window.fromSession, '07:30'), sideOf(window.until, window.untilSession, '23:59'))).toEqual(window);
  });

  it('is shown in the time of the province', () => expect(sideOf('2026-11-21T00:30:00.000Z', null, '')).toEqual({ choice: 'AT', day: '2026-11-21', time: '07:30' }));

  it.each([[{ choice: '', day: '', time: '' }, true], [{ choice: '5', day: '', time: '' }, true], [{ choice: 'AT', day: '', time: '07:30' }, false], [{ choice: 'AT', day: '2026-11-21', time: '7' }, false]])('%j', (side, whole) => {
    expect(isWhole(side)).toBe(whole);
  });
});
