/**
 * How often one address may ask. A whole office behind one address checks a pile of papers in a minute;
 * guessing a code of 60 bits needs more than 10^16 such minutes.
 */
export const verifyBrake = { bucket: 60, perSecond: 1 } as const;

export interface Bucket {
  tokens: number;
  at: number;
}

/** Takes one token from a bucket that fills by the clock. `wait` is 0, or the milliseconds until there is one. */
export function takeFrom(bucket: Bucket | undefined, now: number): { wait: number; bucket: Bucket } {
  const before = bucket ?? { tokens: verifyBrake.bucket, at: now };
  const tokens = Math.min(verifyBrake.bucket, before.tokens + (Math.max(0, now - before.at) / 1_000) * verifyBrake.perSecond);
  if (tokens < 1) return { wait: Math.ceil(((1 - tokens) / verifyBrake.perSecond) * 1_000), bucket: { tokens, at: now } };
  return { wait: 0, bucket: { tokens: tokens - 1, at: now } };
}

/** Addresses are counted by the network a household or office gets: the address itself, or the first 64 bits of IPv6. */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':');
}
