import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressGroup, takeFrom, verifyBrake, type Bucket } from './bucket.rules.ts';

/** How many of these attempts (ms) pass. */
function passed(at: readonly number[]): number {
  let [bucket, count]: [Bucket | undefined, number] = [undefined, 0];
  for (const now of at) {
    const taken = takeFrom(bucket, now);
    bucket = taken.bucket;
    if (taken.wait === 0) count += 1;
  }
  return count;
}

describe('bucket', () => {
  it('lets a pile of papers through at once, then one a second', () => {
    const now = 1_000_000;
    const burst = Array.from({ length: 100 }, () => now);
    expect(passed(burst)).toBe(60);
    expect(passed([...burst, now + 999, now + 1_000, now + 1_500])).toBe(61);
  });

  it('says how long to wait, and then it is enough', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 61, maxLength: 90 }), (gaps) => {
      let [bucket, now]: [Bucket | undefined, number] = [undefined, 0];
      for (const gap of gaps) {
        now += gap;
        const taken = takeFrom(bucket, now);
        bucket = taken.bucket;
        if (taken.wait > 0) expect(takeFrom(bucket, now + taken.wait).wait).toBe(0);
      }
    }));
  });

  it('never lets more through than the bucket and the time allow', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 }), (gaps) => {
      let now = 0;
      const at = gaps.map((gap) => (now += gap));
      expect(passed(at)).toBeLessThanOrEqual(verifyBrake.bucket + (now / 1_000) * verifyBrake.perSecond);
    }));
  });
});

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:DB8:1:2::5', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
