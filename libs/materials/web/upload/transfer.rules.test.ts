import { describe, expect, it } from 'vitest';
import { fingerprintOf, mayPass, percentOf, problemText } from './transfer.rules.ts';

describe('a file on its way', () => {
  it.each([[undefined, true], [0, true], [500, true], [503, true], [507, true], [409, true], [423, true], [400, false], [401, false], [404, false], [413, false]])('goes on after %s: %s', (status, goesOn) => {
    expect(mayPass(status)).toBe(goesOn);
  });

  it.each([[0, 10, 0], [5, 10, 50], [9_999, 10_000, 99], [10, 10, 100], [0, 0, 0]])('%i of %i is %i %%', (sent, total, percent) => {
    expect(percentOf(sent, total)).toBe(percent);
  });

  it('speaks in the words of the server when there are any', () => {
    expect(problemText('{"title":"Tệp rỗng."}')).toBe('Tệp rỗng.');
    for (const body of [undefined, '', 'Invalid', '{}', '{"title":7}']) expect(problemText(body)).toBeUndefined();
  });

  it('is the same only for the same file of the same account', () => {
    const file = { name: 'a.pdf', size: 5, lastModified: 1 };
    expect(fingerprintOf(file, 7)).toBe(fingerprintOf({ ...file }, 7));
    expect(new Set([fingerprintOf(file, 7), fingerprintOf(file, 8), fingerprintOf({ ...file, size: 6 }, 7), fingerprintOf({ ...file, lastModified: 2 }, 7)]).size).toBe(4);
  });
});
