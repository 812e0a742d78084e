import type { SessionPlan } from './evidence.rules.ts';

/**
 * Draws the instants of a session's presence prompts: the teaching time (without breaks) falls into `count` equal parts,
 * each has one instant, none so late that its answer could not come before the end of its part.
 * @param openSec how long a prompt waits for its answer, `online.promptOpenSec`
 * @param random answers 0 ≤ n < 1, unpredictably
 */
export function drawPrompts({ periods }: SessionPlan, count: number, openSec: number, random: () => number): number[] {
  const total = periods.reduce((sum, one) => sum + one.endsAt - one.startsAt, 0);
  const part = total / count;
  return Array.from({ length: count }, (_, i) => instantAt(periods, Math.floor(i * part + random() * Math.max(1, part - openSec * 1000))));
}

/** The instant at which this much teaching time has passed. */
function instantAt(periods: SessionPlan['periods'], taught: number): number {
  let left = taught;
  for (const { startsAt, endsAt } of periods) {
    if (left < endsAt - startsAt) return startsAt + left;
    left -= endsAt - startsAt;
  }
  return periods.at(-1)?.endsAt ?? 0;
}

/** Instants drawn for a session that has been moved since do not fit any more. */
export function promptsFit(promptsAt: readonly number[], { startsAt, endsAt }: { startsAt: number; endsAt: number }, count: number): boolean {
  return promptsAt.length === count && promptsAt.every((at) => at >= startsAt && at < endsAt);
}

/** The prompt that waits for an answer now, numbered from 1; null when none does. It waits for `openSec`, never beyond the session. */
export function promptDue(promptsAt: readonly number[], { endsAt, openSec }: { endsAt: number; openSec: number }, now: number): { no: number; openUntil: number } | null {
  const index = promptsAt.findLastIndex((at) => at <= now);
  const at = promptsAt[index];
  if (at === undefined) return null;
  const openUntil = Math.min(at + openSec * 1000, endsAt);
  return now < openUntil ? { no: index + 1, openUntil } : null;
}
