import { isIPv6 } from 'node:net';

/**
 * Two brakes, neither of which locks anybody out:
 * failures of one account make the next try wait 1, 2, 4 … up to 60 seconds, after five at one address and after
 * fifty at all addresses together, so a stranger elsewhere cannot delay the owner;
 * an address has a bucket of tries that 300 people behind one router do not empty, while wrong ones empty it.
 */
export const brakes = {
  freeAtAddress: 5,
  freeEverywhere: 50,
  capMs: 60_000,
  forgetMs: 30 * 60_000,
  bucket: 600,
  perSecond: 10,
  costOfTry: 1,
  costOfFailure: 4,
} as const;

export interface Failures {
  count: number;
  /** Milliseconds since 1970: no try before. */
  until: number;
}

/** How long the next try waits after so many failures, in milliseconds. */
export const delayAfter = (count: number, free: number): number => (count < free ? 0 : Math.min(brakes.capMs, 1_000 * 2 ** (count - free)));

/** Milliseconds to wait now; a clock that was moved back never makes it longer than the cap. */
export const waitOf = (failures: Failures | undefined, now: number): number => Math.min(brakes.capMs, Math.max(0, (failures?.until ?? 0) - now));

/** A try counts as a failure until it has succeeded: tries that run at the same time count each other. */
export function withTry(failures: Failures | undefined, now: number, free: number): Failures {
  const count = (failures?.count ?? 0) + 1;
  return { count, until: now + delayAfter(count, free) };
}

export interface Bucket {
  tokens: number;
  at: number;
}

/** Takes from the bucket; without enough inside it answers how many milliseconds to wait. `force` takes what is there. */
export function takeFrom(bucket: Bucket | undefined, now: number, cost: number, force: boolean): { wait: number; bucket: Bucket } {
  const { tokens, at } = bucket ?? { tokens: brakes.bucket, at: now };
  const filled = Math.min(brakes.bucket, tokens + (Math.max(0, now - at) / 1_000) * brakes.perSecond);
  if (!force && filled < cost) return { wait: Math.ceil(((cost - filled) / brakes.perSecond) * 1_000), bucket: { tokens: filled, at: now } };
  return { wait: 0, bucket: { tokens: Math.max(0, filled - cost), at: now } };
}

/** Who counts as one address: an IPv4 address, or the /64 that one IPv6 household has. */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const full = plain.includes('::') ? [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back] : front;
  return `${full.slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16)).join(':')}::/64`;
}
