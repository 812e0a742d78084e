/** How far the product's clock is ahead of this device's, in milliseconds, and by how much that may be wrong. */
export interface Reading {
  offset: number;
  doubt: number;
}

/** `said`: what the product's clock showed in an answer that was asked for at `sentAt` and came at `heardAt` of this device. Epoch milliseconds. */
export function readingOf(said: number, sentAt: number, heardAt: number): Reading {
  const way = Math.max(0, heardAt - sentAt) / 2;
  return { offset: Math.round(said - (heardAt - way)), doubt: way };
}

/**
 * What is believed after one more reading: the closer one of two that can both be true; otherwise the fresh one,
 * because a clock was moved or this device slept.
 */
export function agreed(known: Reading | undefined, fresh: Reading): Reading {
  if (!known) return fresh;
  const fits = Math.abs(known.offset - fresh.offset) <= known.doubt + fresh.doubt;
  return fits && known.doubt <= fresh.doubt ? known : fresh;
}
