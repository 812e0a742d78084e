import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeld, rangeOf } from './range.rules.ts';

const etag = '"v1"';

describe('a part of a file', () => {
  it.each([
    [undefined, undefined, 'whole'],
    ['bytes=0-9', undefined, { start: 0, end: 9 }],
    ['bytes=90-', undefined, { start: 90, end: 99 }],
    ['bytes=90-500', undefined, { start: 90, end: 99 }],
    ['bytes=-10', undefined, { start: 90, end: 99 }],
    ['bytes=-500', undefined, { start: 0, end: 99 }],
    ['bytes=100-', undefined, 'none'],
    ['bytes=-0', undefined, 'none'],
    ['bytes=9-0', undefined, 'whole'],
    ['bytes=0-1,5-6', undefined, 'whole'],
    ['pages=1-2', undefined, 'whole'],
    ['bytes=-', undefined, 'whole'],
    ['bytes=0-9', etag, { start: 0, end: 9 }],
    ['bytes=0-9', '"v0"', 'whole'],
    ['bytes=0-9', 'Wed, 21 Oct 2026 07:28:00 GMT', 'whole'],
  ])('%s with If-Range %s of 100 bytes is %j', (range, ifRange, wanted) => {
    expect(rangeOf(range, ifRange, etag, 100)).toEqual(wanted);
  });

  it('never lies outside the file', () => {
    fc.assert(fc.property(fc.nat(), fc.option(fc.nat()), fc.option(fc.nat()), (bytes, first, last) => {
      const found = rangeOf(`bytes=${first ?? ''}-${last ?? ''}`, undefined, etag, bytes);
      if (typeof found === 'string') return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThanOrEqual(found.start);
      expect(found.end).toBeLessThan(bytes);
    }));
  });

  it.each([[undefined, false], [etag, true], ['"v0", "v1"', true], ['W/"v1"', true], ['*', true], ['"v0"', false]])('%s is held: %s', (header, held) => {
    expect(isHeld(header, etag)).toBe(held);
  });
});
