import {
  inOrder,
  onlinePresence,
  periodDecision,
  promptsOf,
  roomPresence,
  sessionBounds,
  statusDecision,
  type Evidence,
  type PresenceRules,
  type RoomPresence,
  type SessionPlan,
} from './evidence.rules.ts';
import { clip, coveredMs, unite, without, type Interval } from './interval.rules.ts';
import { judgePeriod, type Params, type PeriodFacts, type PeriodVerdict } from './period.rules.ts';

export type PresenceStatus = 'PRESENT' | 'LATE' | 'LEFT_EARLY' | 'EXCUSED' | 'UNEXCUSED' | 'PENDING';
export type PresenceWay = 'ROOM' | 'ONLINE' | 'BOTH' | 'NONE';

export type ReviewReason = 'PERIODS_TO_DECIDE' | 'PROMPTS_UNANSWERED' | 'CHECK_OUT_ONLY' | 'WAY_NOT_PLANNED' | 'NO_PERIOD_CREDITED';

/** Time of one period in which the person was not there: before arriving, after scanning out, or without a connection. */
export interface Gap extends Interval {
  period: number;
  kind: 'BEFORE_ARRIVAL' | 'DISCONNECTED' | 'OUT';
}

export interface Presence {
  status: PresenceStatus;
  way: PresenceWay;
  arrivedAt: number | null;
  /** Null while the person is still there. */
  leftAt: number | null;
  /** The last heartbeat of somebody who is there online only; null for everybody else. Once it is old, they have left. */
  seenUntil: number | null;
  periods: PeriodVerdict[];
  minutesPresent: number;
  periodsCredited: number;
  review: { needed: boolean; reasons: { code: ReviewReason; params: Params }[] };
  gaps: Gap[];
  /** Room and online together, each moment once, inside the session and not after now. */
  intervals: readonly Interval[];
}

interface Facts extends PeriodFacts {
  bounds: Interval;
  scans: RoomPresence;
  wayNotPlanned: boolean;
}

function gather(plan: SessionPlan, ordered: readonly Evidence[], rules: PresenceRules, now: number): Facts {
  const bounds = sessionBounds(plan);
  const scans = roomPresence(ordered, bounds, rules);
  const happened = (one: Interval): boolean => one.from <= now && one.from < bounds.to && one.to > bounds.from;
  const [inRoom, overNetwork] = [scans.intervals.filter(happened), onlinePresence(ordered, rules).filter(happened)];
  const room = plan.mode === 'ONLINE' ? [] : inRoom;
  const online = plan.mode === 'ONLINE' || plan.mode === 'BOTH' ? overNetwork : [];
  const raw = unite([...room, ...online], 0, 'moments');
  return {
    bounds,
    scans,
    room,
    online,
    present: clip(raw, { from: bounds.from, to: Math.min(bounds.to, now) }),
    arrivedAt: raw[0]?.from ?? null,
    marked: markOf(ordered),
    wayNotPlanned: room.length + online.length < inRoom.length + overNetwork.length,
    now,
  };
}

function markOf(ordered: readonly Evidence[]): PeriodFacts['marked'] {
  const decision = statusDecision(ordered);
  if (!decision) return null;
  return decision.kind === 'EXCUSED' ? 'EXCUSED' : decision.status;
}

/** Heartbeats come into the evidence in batches: who was seen this recently may still be there. */
export const stillConnected = (seenUntil: number, { online }: Pick<PresenceRules, 'online'>, now: number): boolean => now - seenUntil <= (online.batchSec + online.lostAfterSec) * 1000;

function leavingOf({ room, online, scans, bounds, now }: Facts, rules: PresenceRules): Pick<Presence, 'leftAt' | 'seenUntil'> {
  const inRoom = room.length > 0 && scans.checkedOutAt === null;
  const lastSeen = Math.max(...[...room, ...online].map((one) => one.to));
  if (!Number.isFinite(lastSeen)) return { leftAt: null, seenUntil: null };
  if (now >= bounds.to) return { leftAt: inRoom ? bounds.to : lastSeen, seenUntil: null };
  if (inRoom) return { leftAt: null, seenUntil: null };
  const connected = online.some((one) => stillConnected(one.to, rules, now));
  return connected ? { leftAt: null, seenUntil: lastSeen } : { leftAt: lastSeen, seenUntil: null };
}

const leftEarly = ({ room, online, scans, bounds }: Facts, rules: PresenceRules): boolean => {
  const out = room.length > 0 ? scans.checkedOutAt : null;
  if (out === null || online.some((one) => one.to > out)) return false;
  return bounds.to - out > rules.leftEarly.minutes * 60_000;
};

/** The session is over and not one period counts; a period refused by the lecturer still says that the person had come. */
function nothingCounts({ arrivedAt, bounds, now }: Facts, periods: readonly PeriodVerdict[]): boolean {
  const refused = (one: PeriodVerdict): boolean => arrivedAt !== null && one.why.code === 'NOT_CREDITED_BY_HAND';
  return now >= bounds.to && periods.every((one) => one.state === 'NOT_CREDITED' && !refused(one));
}

function computeStatus(facts: Facts, rules: PresenceRules, periods: readonly PeriodVerdict[]): PresenceStatus {
  const { arrivedAt, bounds } = facts;
  if (nothingCounts(facts, periods)) return 'UNEXCUSED';
  if (arrivedAt === null) {
    const byHand = periods.filter((one) => one.why.code === 'CREDITED_BY_HAND');
    if (byHand.length === 0) return 'PENDING';
    return byHand[0] === periods[0] ? 'PRESENT' : 'LATE';
  }
  if (arrivedAt - bounds.from > rules.late.minutes * 60_000) return 'LATE';
  return leftEarly(facts, rules) ? 'LEFT_EARLY' : 'PRESENT';
}

function wayOf({ room, online }: Facts): PresenceWay {
  if (room.length > 0) return online.length > 0 ? 'BOTH' : 'ROOM';
  return online.length > 0 ? 'ONLINE' : 'NONE';
}

/** Prompts never make anybody absent: too few answers only ask a human to look. A status given by hand is that look. */
function reviewOf(facts: Facts, ordered: readonly Evidence[], rules: PresenceRules, periods: readonly PeriodVerdict[]): Presence['review'] {
  const reasons: Presence['review']['reasons'] = [];
  const toDecide = periods.filter((one) => one.state === 'TO_DECIDE').map((one) => one.no);
  if (toDecide.length > 0) reasons.push({ code: 'PERIODS_TO_DECIDE', params: { periods: toDecide.join(', ') } });
  if (facts.marked === null) {
    const { shown, answered } = promptsOf(ordered);
    const over = facts.now >= facts.bounds.to;
    const creditedOnline = periods.some((one) => one.why.code === 'ONLINE_ENOUGH');
    const needed = rules.online.promptsNeeded;
    if (over && creditedOnline && answered < needed) reasons.push({ code: 'PROMPTS_UNANSWERED', params: { answered, shown, needed } });
    if (facts.arrivedAt !== null && nothingCounts(facts, periods)) reasons.push({ code: 'NO_PERIOD_CREDITED', params: {} });
    if (facts.scans.checkOutOnly) reasons.push({ code: 'CHECK_OUT_ONLY', params: {} });
    if (facts.wayNotPlanned) reasons.push({ code: 'WAY_NOT_PLANNED', params: {} });
  }
  return { needed: reasons.length > 0, reasons };
}

function gapsOf(plan: SessionPlan, { present, arrivedAt, room, online, now }: Facts): Gap[] {
  if (arrivedAt === null) return [];
  const lastEnd = (intervals: readonly Interval[], at: number): number =>
    Math.max(-Infinity, ...intervals.filter((one) => one.to <= at).map((one) => one.to));
  const kindOf = (gap: Interval): Gap['kind'] => {
    if (gap.to <= arrivedAt) return 'BEFORE_ARRIVAL';
    return lastEnd(room, gap.from) >= lastEnd(online, gap.from) ? 'OUT' : 'DISCONNECTED';
  };
  // Who came for a moment only has arrived, although no time of theirs ends the gap.
  const atArrival = (gap: Interval): Interval[] =>
    gap.from < arrivedAt && arrivedAt < gap.to ? [{ from: gap.from, to: arrivedAt }, { from: arrivedAt, to: gap.to }] : [gap];
  return plan.periods.flatMap(({ no, startsAt, endsAt }) =>
    without({ from: startsAt, to: Math.min(endsAt, now) }, present).flatMap(atArrival).map((gap) => ({ ...gap, period: no, kind: kindOf(gap) })),
  );
}

/**
 * Who was there, when and for which periods: a pure fold over immutable evidence by the frozen rules (domain rules D04–D09).
 * The order of the evidence, repeated records, several tabs and reconnects change nothing.
 * The latest word of a human (by time, then id) wins for what it names. `now` is server time; times are epoch milliseconds.
 * Throws a RangeError for a session without periods.
 */
export function judgePresence(plan: SessionPlan, evidence: readonly Evidence[], rules: PresenceRules, now: number): Presence {
  const ordered = inOrder(evidence);
  const facts = gather(plan, ordered, rules, now);
  const periods = plan.periods.map((period) => judgePeriod(period, facts, rules, periodDecision(ordered, period.no)));
  const presentMs = plan.periods.reduce((sum, one) => sum + coveredMs(clip(facts.present, { from: one.startsAt, to: one.endsAt })), 0);
  return {
    status: facts.marked ?? computeStatus(facts, rules, periods),
    way: wayOf(facts),
    arrivedAt: facts.arrivedAt,
    ...leavingOf(facts, rules),
    periods,
    minutesPresent: Math.floor(presentMs / 60_000),
    periodsCredited: periods.filter((one) => one.state === 'CREDITED').length,
    review: reviewOf(facts, ordered, rules, periods),
    gaps: gapsOf(plan, facts),
    intervals: facts.present,
  };
}
