import { describe, expect, it } from 'vitest';
import { addressGroup, brakes, delayAfter, takeFrom, waitOf, withTry, type Bucket, type Failures } from './throttle.rules.ts';

describe('failures of an account', () => {
  it.each([[0, 0], [4, 0], [5, 1_000], [6, 2_000], [10, 32_000], [11, 60_000], [500, 60_000]])('after %d tries the next waits %d ms', (count, wait) => {
    expect(delayAfter(count, brakes.freeAtAddress)).toBe(wait);
  });

  it('never lock out: whoever waits as told may always try', () => {
    let failures: Failures | undefined;
    let now = 1_000;
    for (let round = 0; round < 100; round += 1) {
      now += waitOf(failures, now);
      expect(waitOf(failures, now)).toBe(0);
      failures = withTry(failures, now, brakes.freeAtAddress);
    }
    expect(waitOf(failures, now)).toBe(brakes.capMs);
  });

  it('do not grow when the clock goes back', () => expect(waitOf({ count: 9, until: 9e12 }, 1_000)).toBe(brakes.capMs));
});

describe('the bucket of an address', () => {
  const spend = (tries: { cost: number; force: boolean }[], start: Bucket | undefined, now: number) => {
    let bucket = start;
    let refused = 0;
    for (const { cost, force } of tries) {
      const taken = takeFrom(bucket, now, cost, force);
      bucket = taken.bucket;
      if (taken.wait > 0) refused += 1;
    }
    return { bucket, refused };
  };
  const good = { cost: brakes.costOfTry, force: false };
  const wrong = { cost: brakes.costOfFailure, force: true };

  it('lets 300 people in at once, every fifth of whom mistypes once', () => {
    const tries = Array.from({ length: 300 }, (_, index) => (index % 5 === 0 ? [good, wrong, good] : [good])).flat();
    expect(spend(tries, undefined, 0).refused).toBe(0);
  });

  it('slows down whoever only guesses and fills up again', () => {
    const guesses = Array.from({ length: 300 }, () => [good, wrong]).flat();
    const { bucket, refused } = spend(guesses, undefined, 0);
    expect(refused).toBeGreaterThan(100);
    expect(takeFrom(bucket, 0, 1, false).wait).toBeGreaterThan(0);
    expect(takeFrom(bucket, 1_000, 1, false).wait).toBe(0);
    expect(takeFrom(bucket, 3_600_000, 0, true).bucket.tokens).toBe(brakes.bucket);
  });
});

describe('one address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff:1:2:3', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s → %s', (address, group) => expect(addressGroup(address)).toBe(group));
});
