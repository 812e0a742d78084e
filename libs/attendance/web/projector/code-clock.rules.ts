/** Where the code on the wall stands. */
export type CodePhase =
  /** It holds; `left` whole seconds to the next one, `share` of its time that is left, 0–1. */
  | { kind: 'fresh'; left: number; share: number }
  /** The next one is on the way. */
  | { kind: 'turning' }
  /** No news from the server: what is on the screen is not accepted any more. */
  | { kind: 'stale' };

/** The server takes a code for a moment longer than it is shown; after that nobody should type it in. */
export const turningMs = 3_000;

/** `changesAt` and `now` are epoch milliseconds of the server's clock, `rotateSec` is how long a code is shown. */
export function codePhase({ changesAt, rotateSec }: { changesAt: number; rotateSec: number }, now: number): CodePhase {
  const leftMs = changesAt - now;
  if (leftMs > 0) return { kind: 'fresh', left: Math.ceil(leftMs / 1_000), share: Math.min(1, leftMs / (rotateSec * 1_000)) };
  return leftMs > -turningMs ? { kind: 'turning' } : { kind: 'stale' };
}

/** How long to wait (ms) before asking for the next code: just after the change, then again and again while it does not come. */
export const nextAskMs = (changesAt: number, now: number): number => (changesAt > now ? changesAt - now + 60 : 1_000);
