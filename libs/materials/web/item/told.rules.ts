import type { SeenBatch } from '../preview/seen.ts';

/** What waits to be told, in the words of the route. */
export interface Told {
  pages: number[];
  ranges: { from: number; to: number }[];
  place: number;
  speed: number;
  durationMs?: number;
}

export const nothingTold: Told = { pages: [], ranges: [], place: 0, speed: 1 };

/** Both together: the newer place, and the faster of two speeds, so that nothing fast hides behind something slow. */
export function merged(told: Told, batch: SeenBatch): Told {
  const some = told.pages.length > 0 || told.ranges.length > 0;
  const durationMs = batch.durationMs ?? told.durationMs;
  return {
    pages: [...new Set([...told.pages, ...(batch.pages ?? [])])],
    ranges: [...told.ranges, ...(batch.ranges ?? [])].slice(-200),
    place: batch.position,
    speed: some ? Math.max(told.speed, batch.speed) : batch.speed,
    ...(durationMs === undefined ? {} : { durationMs: Math.max(1, Math.round(durationMs)) }),
  };
}
