import type { ProgressTerms } from './progress.rows.ts';
import { lengthOf, pagesOf, union, upTo, within, type Span } from './span.rules.ts';

/** Whatever a line delays may be made up for by this much. */
const evening = 2_000;

export interface Watch {
  /** Server time of this person's last batch, of any tab and device. */
  lastAt: number;
  spareMs: number;
}

/**
 * How much watching a batch may be worth, in milliseconds of content: the server time since the person's last batch times the speed,
 * never more than time times the allowed speed. Faster than allowed is worth nothing.
 */
export function creditOf(watch: Watch, now: number, speed: number, { maxSpeed, longestMs }: ProgressTerms): number {
  if (speed <= 0 || speed > maxSpeed) return 0;
  const passed = Math.min(longestMs, Math.max(0, now - watch.lastAt));
  return Math.floor(Math.min(passed * maxSpeed, passed * speed + watch.spareMs));
}

/** What is kept of an unused credit: enough for an uneven line, too little to skip with. */
export const spareOf = (credit: number, used: number): number => Math.max(0, Math.min(evening, credit - used));

/** How an item is measured: by pages, by time, or by having been opened. `total` 0: nobody knows how much there is. */
export interface Measure {
  by: 'PAGES' | 'TIME' | 'OPENING';
  total: number;
}

const byPages = ['WORD', 'SLIDES', 'SHEET'];
const byTime = ['VIDEO', 'AUDIO'];

/** Whatever a paper without a page count has, it has no more pages than this. */
const mostPages = 20_000;

/** A link and a file that the page cannot show count when they are opened; a PDF is never counted before its pages are. */
export function measureOf(item: { kind: string }, document: { kind: string; pages: number | null; durationMs: number | null } | null, toldMs: number | null): Measure {
  if (item.kind === 'PAGE' || document?.kind === 'IMAGE' || document?.kind === 'TEXT') return { by: 'PAGES', total: 1 };
  if (document && byTime.includes(document.kind)) return { by: 'TIME', total: document.durationMs ?? toldMs ?? 0 };
  if (document?.kind === 'PDF' || (document && byPages.includes(document.kind) && document.pages !== null)) return { by: 'PAGES', total: document.pages ?? 0 };
  return { by: 'OPENING', total: 1 };
}

export interface Told {
  pages: readonly number[];
  /** Milliseconds. */
  ranges: readonly Span[];
}

/** What was seen before together with what this batch adds, and how much of the credit that took. */
export function addSeen(seen: readonly Span[], told: Told, credit: number, measure: Measure, { pageMs }: ProgressTerms): { seen: Span[]; used: number } {
  if (measure.by === 'OPENING') return { seen: [[0, 1]], used: 0 };
  if (measure.by === 'PAGES') {
    const pages = upTo(within(pagesOf(told.pages), 1, (measure.total || mostPages) + 1), Math.floor(credit / pageMs));
    return { seen: union([...seen, ...pages]), used: lengthOf(pages) * pageMs };
  }
  const ranges = upTo(within(told.ranges, 0, measure.total), credit);
  return { seen: union([...seen, ...ranges]), used: lengthOf(ranges) };
}

/** Whole percent, rounded down; done from the share that the terms name. */
export function percentOf(seen: readonly Span[], { by, total }: Measure): number {
  if (by === 'OPENING') return seen.length > 0 ? 100 : 0;
  const reach = by === 'PAGES' ? within(seen, 1, total + 1) : within(seen, 0, total);
  return total <= 0 ? 0 : Math.min(100, Math.floor((lengthOf(reach) * 100) / total));
}
