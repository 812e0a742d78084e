import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionPlan } from './evidence.rules.ts';
import { drawPrompts, promptDue, promptsFit } from './prompt.rules.ts';

const clock = (time: string): number => Date.parse(`2026-11-22T${time}:00+07:00`);
const bells = [['07:30', '08:15'], ['08:15', '09:00'], ['09:15', '10:00'], ['10:00', '10:45']] as const;
const plan: SessionPlan = { mode: 'BOTH', periods: bells.map(([from, to], i) => ({ no: i + 1, startsAt: clock(from), endsAt: clock(to) })) };
const openSec = 180;
const [startsAt, endsAt] = [clock('07:30'), clock('10:45')];

describe('presence prompts', () => {
  it('come at teaching time, in order, with time to answer', () => {
    const parts = fc.integer({ min: 0, max: 5 });
    fc.assert(fc.property(parts, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (count, random) => {
      const drawn = drawPrompts(plan, count, openSec, () => random);
      expect(promptsFit(drawn, { startsAt, endsAt }, count)).toBe(true);
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      for (const at of drawn) {
        expect(plan.periods.some((one) => at >= one.startsAt && at < one.endsAt)).toBe(true);
        expect(at + openSec * 1000).toBeLessThanOrEqual(endsAt);
      }
    }));
  });

  it('differ with the draw', () => {
    expect(drawPrompts(plan, 2, openSec, () => 0)).not.toEqual(drawPrompts(plan, 2, openSec, () => 0.5));
  });

  it('do not fit a session that was moved, nor other rules', () => {
    const drawn = drawPrompts(plan, 2, openSec, () => 0.3);
    expect(promptsFit(drawn, { startsAt: startsAt + 86_400_000, endsAt: endsAt + 86_400_000 }, 2)).toBe(false);
    expect(promptsFit(drawn, { startsAt, endsAt }, 3)).toBe(false);
  });

  it.each([
    ['07:49', null],
    ['07:50', 1],
    ['07:52', 1],
    ['07:53', null],
    ['10:43', 2],
    ['10:45', null],
  ])('at %s', (time, expected) => {
    expect(promptDue([clock('07:50'), clock('10:43')], { endsAt, openSec }, clock(time))?.no ?? null).toBe(expected);
  });

  it('never wait beyond the session', () => {
    expect(promptDue([clock('10:43')], { endsAt, openSec }, clock('10:44'))).toEqual({ no: 1, openUntil: endsAt });
  });

  it('wait as long as the rules say', () => {
    expect(promptDue([clock('07:50')], { endsAt, openSec: 600 }, clock('07:59'))).toEqual({ no: 1, openUntil: clock('08:00') });
    expect(promptDue([clock('07:50')], { endsAt, openSec: 60 }, clock('07:51'))).toBeNull();
  });
});
