import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAttempt, noAttempts, pauseLeftSec, type CodeAttempts } from './wrong-code.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const run = (attempts: { at: number; correct: boolean }[]): CodeAttempts => attempts.reduce((state, one) => afterAttempt(state, one, rules), noAttempts);
const wrong = (...at: number[]) => at.map((one) => ({ at: one, correct: false }));
const right = (at: number) => ({ at, correct: true });

describe('wrong codes', () => {
  it('the fifth pauses for 60 seconds', () => {
    expect(run(wrong(0, 1, 2, 3))).toEqual({ wrong: 4, pausedUntil: null });
    const paused = run(wrong(0, 1, 2, 3, 1000));
    expect(paused.pausedUntil).toBe(61_000);
    expect([1000, 1001, 60_999, 61_000].map((now) => pauseLeftSec(paused, now))).toEqual([60, 60, 1, 0]);
  });

  it('a right code starts the count anew', () => {
    expect(run([...wrong(0, 1, 2, 3), right(4), ...wrong(5, 6, 7, 8)])).toEqual({ wrong: 4, pausedUntil: null });
  });

  it('during the pause nothing counts, not even the right code', () => {
    const paused = run(wrong(0, 0, 0, 0, 0));
    expect(run([...wrong(0, 0, 0, 0, 0, 30_000, 59_999), right(59_999)])).toEqual(paused);
  });

  it('after the pause there are five attempts again', () => {
    expect(run(wrong(0, 0, 0, 0, 0, 60_000, 60_001, 60_002, 60_003))).toEqual({ wrong: 4, pausedUntil: null });
    expect(run(wrong(0, 0, 0, 0, 0, 60_000, 60_001, 60_002, 60_003, 60_004)).pausedUntil).toBe(120_004);
  });

  it('never more than five wrong codes are read in any 60 seconds after the first', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }), (pauses) => {
      const read: number[] = [];
      let [state, at] = [noAttempts, 0];
      for (const pause of pauses) {
        at += pause;
        if (pauseLeftSec(state, at) === 0) read.push(at);
        state = afterAttempt(state, { at, correct: false }, rules);
      }
      read.forEach((one, i) => {
        const sixth = read[i + 5];
        if (i % 5 === 0 && sixth !== undefined) expect(sixth - one).toBeGreaterThanOrEqual(60_000);
      });
    }));
  });
});
