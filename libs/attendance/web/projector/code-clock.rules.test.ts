import { describe, expect, it } from 'vitest';
import { codePhase, nextAskMs, turningMs } from './code-clock.rules.ts';

const code = { changesAt: 1_000_000, rotateSec: 15 };

describe('codePhase', () => {
  it.each([
    [-15_000, { kind: 'fresh', left: 15, share: 1 }],
    [-20_000, { kind: 'fresh', left: 20, share: 1 }],
    [-7_500, { kind: 'fresh', left: 8, share: 0.5 }],
    [-1, { kind: 'fresh', left: 1, share: 1 / 15_000 }],
    [0, { kind: 'turning' }],
    [turningMs - 1, { kind: 'turning' }],
    [turningMs, { kind: 'stale' }],
    [600_000, { kind: 'stale' }],
  ])('%d ms from the change', (offset, phase) => {
    expect(codePhase(code, code.changesAt + offset)).toEqual(phase);
  });
});

describe('nextAskMs', () => {
  it.each([[-5_000, 5_060], [-1, 61], [0, 1_000], [9_000, 1_000]])('%d ms from the change', (offset, wait) => {
    expect(nextAskMs(code.changesAt, code.changesAt + offset)).toBe(wait);
  });
});
