import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, stepResult, sum } from './counting.mjs';

describe('countVitest', () => {
  it.each([
    ['nothing', 'No test files found, exiting with code 0', 0, 0],
    ['one run', ' Test Files  2 passed (2)\n      Tests  31 passed (31)\n', 31, 0],
    ['failures', ' Test Files  1 failed | 1 passed (2)\n      Tests  3 failed | 8 passed (11)\n', 8, 3],
    ['several runs', '      Tests  1 passed (1)\n… \n      Tests  1 failed | 2 passed (3)\n', 3, 1],
    ['a file that does not load', ' Test Files  1 failed | 1 passed (2)\n      Tests  4 passed (4)\n', 4, 1],
    ['only files that do not load', ' Test Files  2 failed (2)\n      Tests  no tests\n', 0, 2],
    ['skipped tests, which count as failed', '      Tests  4 passed | 2 skipped | 1 todo (7)\n', 4, 3],
    ['colours', '\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m5 passed\u001b[39m\u001b[22m (5)', 5, 0],
    ['a test that prints such words in a sentence', 'All Tests 9 passed', 0, 0],
  ])('%s', (_, text, passed, failed) => {
    expect(countVitest(text)).toEqual({ passed, failed });
  });
});

describe('countPlaywright', () => {
  it('takes a flaky or skipped test and a broken file for failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [{ message: 'cannot load' }] })).toEqual({ passed: 7, failed: 4 });
  });
});

describe('results', () => {
  it('count a crash without a failed test as one failure', () => {
    expect(stepResult(1, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1 });
    expect(stepResult(1, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 });
    expect(stepResult(0, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 });
  });

  it('are a failure when nothing ran', () => {
    expect(sum([])).toEqual({ passed: 0, failed: 1 });
    expect(sum([{ passed: 0, failed: 0 }])).toEqual({ passed: 0, failed: 1 });
    expect(sum([{ passed: 2, failed: 0 }, { passed: 1, failed: 1 }])).toEqual({ passed: 3, failed: 1 });
  });
});
