export interface Range {
  from: number;
  to: number;
}

/** Joins stretches that touch or overlap, in order. */
export function unite(ranges: readonly Range[], gap = 0): Range[] {
  const united: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && from <= last.to + gap) last.to = Math.max(last.to, to);
    else if (to > from) united.push({ from, to });
  }
  return united;
}

/** Follows the hand of a recording. What lies between two looks was played when the hand moved as the clock and the speed say. */
export class PlayedRanges {
  private ranges: Range[] = [];
  private last: { second: number; atMs: number; speed: number } | undefined;

  /** The hand stands at `second` while it plays. */
  look(second: number, atMs: number, speed: number): void {
    const before = this.last;
    this.last = { second, atMs, speed };
    if (!before || second <= before.second) return;
    const could = ((atMs - before.atMs) / 1_000) * Math.max(speed, before.speed);
    if (second - before.second <= could * 1.25 + 0.5) this.ranges = unite([...this.ranges, { from: before.second, to: second }], 0.05);
  }

  /** It stopped, or was moved by hand: what comes next does not follow from here. */
  stop(): void {
    this.last = undefined;
  }

  /** What was played since the last time, to a tenth of a second. */
  take(): Range[] {
    const taken = this.ranges.map(({ from, to }) => ({ from: Math.round(from * 10) / 10, to: Math.round(to * 10) / 10 })).filter(({ from, to }) => to > from);
    this.ranges = [];
    return taken;
  }
}

/** Which pages have stood in the window long enough. */
export class ShownPages {
  private readonly since = new Map<number, number>();
  private readonly seen = new Set<number>();

  constructor(private readonly enoughMs: number) {}

  /** The pages that stand in the window now. */
  look(pages: readonly number[], atMs: number): void {
    for (const page of [...this.since.keys()]) {
      if (atMs - this.since.get(page)! >= this.enoughMs) this.seen.add(page);
      if (!pages.includes(page)) this.since.delete(page);
    }
    for (const page of pages) if (!this.since.has(page)) this.since.set(page, atMs);
  }

  /** Nobody looks (a hidden window): time does not run. */
  hide(atMs: number): void {
    this.look([], atMs);
  }

  take(): number[] {
    const taken = [...this.seen].sort((a, b) => a - b);
    this.seen.clear();
    return taken;
  }
}
