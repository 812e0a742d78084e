/** Items by key, each group in the order of the items. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * Batches whose sizes are powers of two, the largest first: statements that list many rows come in so few
 * lengths that each stays prepared. 50 → 32, 16, 2.
 */
export function batches<T>(items: readonly T[], largest = 64): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < items.length; ) {
    const size = Math.min(largest, 2 ** Math.floor(Math.log2(items.length - from)));
    parts.push(items.slice(from, from + size));
    from += size;
  }
  return parts;
}
