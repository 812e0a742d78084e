/**
 * What was really shown since the batch before. Pages that stood in the window for a second; stretches of a recording that
 * were played (not those that were jumped over), in seconds.
 */
export interface SeenBatch {
  pages?: number[];
  ranges?: { from: number; to: number }[];
  /** Where the person is now: the page, or the second of the recording. */
  position: number;
  speed: number;
  durationMs?: number;
}

export type OnSeen = (batch: SeenBatch) => void;

/** How often a batch leaves; on hiding and closing it leaves at once. */
export const batchMs = 10_000;
/** How long a page has to stand in the window. */
export const pageMs = 1_000;
