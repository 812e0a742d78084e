import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTurned, shownAt, type Window } from './visibility.rules.ts';

const open: Window = { visibleFrom: null, visibleUntil: null, fromSessionNo: null, fromSessionStarts: null, untilSessionNo: null, untilSessionEnds: null };
const [before, at, after] = ['2026-11-22T00:00:00Z', '2026-11-22T01:00:00Z', '2026-11-22T02:00:00Z'].map((text) => new Date(text)) as [Date, Date, Date];

describe('shownAt', () => {
  it.each<[string, Partial<Window>, string]>([
    ['nothing said', {}, 'OPEN'],
    ['from an instant ago', { visibleFrom: before }, 'OPEN'],
    ['from this very instant', { visibleFrom: at }, 'OPEN'],
    ['from later', { visibleFrom: after }, 'NOT_YET'],
    ['until this very instant', { visibleUntil: at }, 'OVER'],
    ['until later', { visibleUntil: after }, 'OPEN'],
    ['from the start of a session that runs', { fromSessionNo: 5, fromSessionStarts: before }, 'OPEN'],
    ['from the start of a session to come', { fromSessionNo: 5, fromSessionStarts: after }, 'NOT_YET'],
    ['from a session that the timetable does not have', { fromSessionNo: 50 }, 'NOT_YET'],
    ['until the end of a session that is over', { untilSessionNo: 5, untilSessionEnds: before }, 'OVER'],
    ['until the end of a session that the timetable does not have', { untilSessionNo: 50 }, 'OPEN'],
    ['both an instant ago and a session to come', { visibleFrom: before, fromSessionNo: 5, fromSessionStarts: after }, 'NOT_YET'],
  ])('%s', (_, window, state) => expect(shownAt({ ...open, ...window }, at).state).toBe(state));

  it('opens once and closes once', () => {
    const instant = fc.option(fc.date({ noInvalidDate: true }), { nil: null });
    fc.assert(fc.property(instant, instant, fc.array(fc.date({ noInvalidDate: true }), { minLength: 2 }), (visibleFrom, visibleUntil, moments) => {
      const states = moments.toSorted((a, b) => a.getTime() - b.getTime()).map((now) => ['NOT_YET', 'OPEN', 'OVER'].indexOf(shownAt({ ...open, visibleFrom, visibleUntil }, now).state));
      return isTurned({ ...open, visibleFrom, visibleUntil }) || states.every((state, index) => index === 0 || state >= (states[index - 1] ?? 0));
    }));
  });
});

describe('isTurned', () => {
  it.each<[Partial<Window>, boolean]>([
    [{}, false],
    [{ visibleFrom: at }, false],
    [{ visibleFrom: at, visibleUntil: after }, false],
    [{ visibleFrom: at, visibleUntil: at }, true],
    [{ visibleFrom: after, visibleUntil: at }, true],
    [{ fromSessionNo: 5, fromSessionStarts: after, visibleUntil: at }, true],
  ])('%o', (window, turned) => expect(isTurned({ ...open, ...window })).toBe(turned));
});
