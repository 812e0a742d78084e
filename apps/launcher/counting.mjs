const colours = /\u001b\[[0-9;]*m/g;

const numberOf = (line, word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);

/**
 * Adds up the closing lines of every Vitest run in a text: `{passed, failed}`. A file that could not even be loaded
 * counts as a failed test, since the tests in it did not run; skipped and todo tests count as failed: there are none.
 */
export function countVitest(text) {
  const lines = text.replace(colours, '').split('\n');
  const total = { passed: 0, failed: 0 };
  let brokenFiles = 0;
  for (const line of lines) {
    if (/^\s*Test Files\s/.test(line)) brokenFiles = numberOf(line, 'failed');
    if (!/^\s*Tests\s/.test(line)) continue;
    total.passed += numberOf(line, 'passed');
    total.failed += Math.max(brokenFiles, numberOf(line, 'failed')) + numberOf(line, 'skipped') + numberOf(line, 'todo');
    brokenFiles = 0;
  }
  return total;
}

/** The same from Playwright's JSON report; a test that passed only on a retry is a failed one. */
export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
  return { passed: expected, failed: unexpected + flaky + skipped + (report.errors?.length ?? 0) };
}

/** What a step amounts to: a command that failed without a failed test (it crashed) is one failure. */
export function stepResult(code, { passed, failed }) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** A step that is right or wrong as a whole (lint, types, build). */
export const wholeStep = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The sum over all steps; nothing at all ran is a failure too. */
export function sum(results) {
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of results) {
    total.passed += passed;
    total.failed += failed;
  }
  return total.passed + total.failed === 0 ? { passed: 0, failed: 1 } : total;
}
