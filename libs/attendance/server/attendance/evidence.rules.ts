import type { RuleSet } from '@halong/regulations/contract';
import { unite, type Interval } from './interval.rules.ts';

/** The part of the frozen rules by which presence is judged. */
export type PresenceRules = Pick<RuleSet, 'late' | 'leftEarly' | 'attendance' | 'online'>;

export type ManualStatus = 'PRESENT' | 'LATE' | 'LEFT_EARLY' | 'UNEXCUSED';

interface Recorded {
  id: number;
  /** When the server recorded it; for a scan, when it happened. Epoch milliseconds. */
  at: number;
}

/** One immutable record about one person in one session. A correction is a further record. */
export type Evidence = Recorded &
  (
    | { kind: 'ROOM_CHECK_IN' }
    | { kind: 'ROOM_CHECK_OUT' }
    /** Heartbeats of one connection; entering is the first, `to` the last one. They are the same when nothing followed. */
    | { kind: 'ONLINE_INTERVAL'; from: number; to: number; connectionId: string }
    | { kind: 'PROMPT_SHOWN'; promptId: string }
    | { kind: 'PROMPT_ANSWERED'; promptId: string }
    /** `periods`: the numbers that are credited; without it PRESENT credits all, UNEXCUSED none, the others leave them as computed. */
    | { kind: 'MANUAL'; status: ManualStatus; periods?: readonly number[]; by: string }
    | { kind: 'EXCUSED'; documentId: number; by: string }
    | { kind: 'PERIOD_DECISION'; period: number; credited: boolean; by: string }
  );
export type EvidenceOf<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

export interface PlannedPeriod {
  no: number;
  startsAt: number;
  endsAt: number;
}

/** A session as the timetable has it; the time between two periods is a break. */
export interface SessionPlan {
  periods: readonly PlannedPeriod[];
  mode: 'ROOM' | 'ONLINE' | 'BOTH' | 'FIELD';
}

/** From the start of the first period to the end of the last. Throws a RangeError for a session without periods. */
export function sessionBounds({ periods }: SessionPlan): Interval {
  if (periods.length === 0) throw new RangeError('A session has at least one period');
  return { from: Math.min(...periods.map((one) => one.startsAt)), to: Math.max(...periods.map((one) => one.endsAt)) };
}

/** Each record once, in order of time, then of id: what follows does not depend on how the records arrived. */
export function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [one.id, one])).values()].sort((a, b) => a.at - b.at || a.id - b.id);
}

export interface RoomPresence {
  intervals: Interval[];
  /** The check-out after which nobody came back; null while the person is in the room. */
  checkedOutAt: number | null;
  /** Somebody scanned out who had never scanned in. */
  checkOutOnly: boolean;
}

/**
 * Check-in to check-out, or to the session's end. A check-in counts only in the window of the session's code.
 * A second check-in while in the room changes nothing; at one instant out comes before in.
 */
export function roomPresence(ordered: readonly Evidence[], bounds: Interval, rules: PresenceRules): RoomPresence {
  const opens = bounds.from - rules.attendance.windowBeforeMin * 60_000;
  const scans = ordered
    .filter((one) => one.kind === 'ROOM_CHECK_OUT' || (one.kind === 'ROOM_CHECK_IN' && one.at >= opens && one.at < bounds.to))
    .sort((a, b) => a.at - b.at || b.kind.localeCompare(a.kind));
  const intervals: Interval[] = [];
  let since: number | null = null;
  let checkedOutAt: number | null = null;
  for (const { kind, at } of scans) {
    if (kind === 'ROOM_CHECK_IN') {
      since ??= at;
      checkedOutAt = null;
    } else if (since !== null) {
      intervals.push({ from: since, to: at });
      [since, checkedOutAt] = [null, at];
    }
  }
  if (since !== null) intervals.push({ from: since, to: bounds.to });
  return { intervals: unite(intervals), checkedOutAt, checkOutOnly: scans.length > 0 && intervals.length === 0 };
}

/**
 * Time online, with visits of a single heartbeat as moments. Two batches of one connection belong together when no more than
 * `online.lostAfterSec` lies between their heartbeats.
 */
export function onlinePresence(ordered: readonly Evidence[], rules: PresenceRules): Interval[] {
  const connections = new Map<string, Interval[]>();
  for (const one of ordered) {
    if (one.kind !== 'ONLINE_INTERVAL') continue;
    connections.set(one.connectionId, [...(connections.get(one.connectionId) ?? []), { from: one.from, to: one.to }]);
  }
  return unite([...connections.values()].flatMap((batches) => unite(batches, rules.online.lostAfterSec * 1000, 'moments')), 0, 'moments');
}

/** How many presence prompts this person saw and how many of those they answered; repeated answers count once. */
export function promptsOf(ordered: readonly Evidence[]): { shown: number; answered: number } {
  const shown = new Set(ordered.flatMap((one) => (one.kind === 'PROMPT_SHOWN' ? [one.promptId] : [])));
  const answered = new Set(ordered.flatMap((one) => (one.kind === 'PROMPT_ANSWERED' && shown.has(one.promptId) ? [one.promptId] : [])));
  return { shown: shown.size, answered: answered.size };
}

/** The latest word of a human about the status, if there is one. */
export function statusDecision(ordered: readonly Evidence[]): EvidenceOf<'MANUAL' | 'EXCUSED'> | undefined {
  return ordered.findLast((one) => one.kind === 'MANUAL' || one.kind === 'EXCUSED');
}

export interface PeriodDecision {
  credited: boolean;
  by: string;
  /** True when this period was named, false when it follows from a status for the whole session. */
  named: boolean;
}

/** The latest word of a human about one period, if there is one. */
export function periodDecision(ordered: readonly Evidence[], no: number): PeriodDecision | undefined {
  const decisions = ordered.flatMap((one): PeriodDecision[] => {
    if (one.kind === 'PERIOD_DECISION' && one.period === no) return [{ credited: one.credited, by: one.by, named: true }];
    if (one.kind !== 'MANUAL') return [];
    if (one.periods) return [{ credited: one.periods.includes(no), by: one.by, named: true }];
    if (one.status === 'PRESENT' || one.status === 'UNEXCUSED') return [{ credited: one.status === 'PRESENT', by: one.by, named: false }];
    return [];
  });
  return decisions.at(-1);
}
