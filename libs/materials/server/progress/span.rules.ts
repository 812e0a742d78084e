/** Stretches of a recording in milliseconds, or of pages: [from, to) with the end not included. */
export type Span = readonly [from: number, to: number];

/** Sorted, without gaps of nothing between them and without overlaps. Order and repetition do not matter. */
export function union(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([from, to]) => to > from).toSorted(([a], [b]) => a - b);
  const united: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = united.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else united.push([from, to]);
  }
  return united;
}

export const lengthOf = (spans: readonly Span[]): number => union(spans).reduce((sum, [from, to]) => sum + to - from, 0);

/** What lies between the two. */
export const within = (spans: readonly Span[], start: number, end: number): Span[] => union(spans.map(([from, to]): Span => [Math.max(start, from), Math.min(end, to)]));

/** The beginning of what was told, as far as the credit goes. */
export function upTo(spans: readonly Span[], credit: number): Span[] {
  const taken: Span[] = [];
  let left = credit;
  for (const [from, to] of union(spans)) {
    if (left <= 0) break;
    taken.push([from, Math.min(to, from + left)]);
    left -= to - from;
  }
  return taken;
}

export const pagesOf = (pages: readonly number[]): Span[] => union(pages.map((page): Span => [page, page + 1]));
