import type { AttendanceEvidence } from '@halong/attendance/contract';

interface Stretch {
  from: number;
  to: number;
}

export interface EvidenceChart {
  periods: (Stretch & { no: number })[];
  present: Stretch[];
  /** Lost connections and time out of the room; not the time before arriving. */
  gaps: Stretch[];
  /** Presence prompts that were answered. */
  pings: number[];
}

type Known = Pick<AttendanceEvidence, 'stretches' | 'gaps' | 'prompts'> & { session: Pick<AttendanceEvidence['session'], 'periods'> };

/**
 * One person's session as stretches in minutes from its first bell; what lies outside the bells is cut off.
 * Undefined for a session without periods.
 */
export function chartOf({ session, stretches, gaps, prompts }: Known): EvidenceChart | undefined {
  const first = session.periods.at(0);
  const last = session.periods.at(-1);
  if (!first || !last) return undefined;
  const zero = Date.parse(first.startsAt);
  const end = (Date.parse(last.endsAt) - zero) / 60_000;
  const minute = (instant: string): number => (Date.parse(instant) - zero) / 60_000;
  const inside = ({ from, to }: { from: string; to: string }): Stretch[] => {
    const cut = { from: Math.max(0, minute(from)), to: Math.min(end, minute(to)) };
    return cut.from < cut.to ? [cut] : [];
  };
  return {
    periods: session.periods.map((one) => ({ no: one.no, from: minute(one.startsAt), to: minute(one.endsAt) })),
    present: stretches.flatMap(inside),
    gaps: gaps.filter((one) => one.kind !== 'BEFORE_ARRIVAL').flatMap(inside),
    pings: prompts.flatMap((one) => (one.answeredAt === null ? [] : [minute(one.answeredAt)])).filter((at) => at >= 0 && at <= end),
  };
}

export type GapKind = 'lost' | 'out' | 'both';

/** What the gaps of the picture are called; undefined when there are none. */
export function gapKindOf(gaps: AttendanceEvidence['gaps']): GapKind | undefined {
  const lost = gaps.some((one) => one.kind === 'DISCONNECTED');
  const out = gaps.some((one) => one.kind === 'OUT');
  if (lost && out) return 'both';
  if (lost) return 'lost';
  return out ? 'out' : undefined;
}
