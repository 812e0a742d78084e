/** A half-open span of time: `from` belongs to it, `to` does not. Epoch milliseconds. */
export interface Interval {
  from: number;
  to: number;
}

/**
 * The same time without overlap, in order. Pieces that touch, or lie at most `bridgeMs` apart, become one; inverted ones
 * vanish, and empty ones too, unless 'moments' keeps those that lie alone: they say that somebody was there and take no time.
 */
export function unite(intervals: readonly Interval[], bridgeMs = 0, empty: 'vanish' | 'moments' = 'vanish'): Interval[] {
  const united: Interval[] = [];
  const sorted = intervals.filter((one) => one.from < one.to || (empty === 'moments' && one.from === one.to)).sort((a, b) => a.from - b.from);
  for (const { from, to } of sorted) {
    const last = united.at(-1);
    if (last && from <= last.to + bridgeMs) last.to = Math.max(last.to, to);
    else united.push({ from, to });
  }
  return united;
}

/** The parts inside `bounds`. */
export function clip(intervals: readonly Interval[], bounds: Interval): Interval[] {
  return intervals
    .map((one) => ({ from: Math.max(one.from, bounds.from), to: Math.min(one.to, bounds.to) }))
    .filter((one) => one.from < one.to);
}

/** The time inside `bounds` that no interval covers. */
export function without(bounds: Interval, intervals: readonly Interval[]): Interval[] {
  const free: Interval[] = [];
  let from = bounds.from;
  for (const one of clip(unite(intervals), bounds)) {
    if (from < one.from) free.push({ from, to: one.from });
    from = one.to;
  }
  return from < bounds.to ? [...free, { from, to: bounds.to }] : free;
}

/** Milliseconds covered, each moment once. */
export function coveredMs(intervals: readonly Interval[]): number {
  return unite(intervals).reduce((sum, one) => sum + one.to - one.from, 0);
}
