import type { PeriodDecision, PlannedPeriod, PresenceRules } from './evidence.rules.ts';
import { clip, coveredMs, unite, type Interval } from './interval.rules.ts';

export type PeriodState = 'CREDITED' | 'NOT_CREDITED' | 'TO_DECIDE' | 'UPCOMING';

export type PeriodReason =
  | 'NOT_STARTED'
  | 'RUNNING'
  | 'ROOM_WHOLE'
  | 'ROOM_JOINED_LATE'
  | 'ROOM_LEFT_DURING'
  | 'ROOM_INTERRUPTED'
  | 'ONLINE_ENOUGH'
  | 'ONLINE_TOO_SHORT'
  | 'BEFORE_ARRIVAL'
  | 'AFTER_LEAVING'
  | 'NO_PRESENCE'
  | 'EXCUSED'
  | 'MARKED_WITHOUT_TIMES'
  | 'CREDITED_BY_HAND'
  | 'NOT_CREDITED_BY_HAND';

export type Params = Record<string, string | number>;

export interface PeriodVerdict {
  no: number;
  state: PeriodState;
  /** Whole minutes, rounded down, so that a text never shows more than there was. */
  minutesPresent: number;
  minutesTotal: number;
  /** 0–1, of milliseconds. */
  ratio: number;
  why: { code: PeriodReason; params: Params };
}

/** What one period is judged by; `room` runs to the session's end while nobody scanned out, `present` ends now at the latest. */
export interface PeriodFacts {
  room: readonly Interval[];
  online: readonly Interval[];
  present: readonly Interval[];
  arrivedAt: number | null;
  /** Status given by hand for the whole session, if any. */
  marked: 'PRESENT' | 'LATE' | 'LEFT_EARLY' | 'UNEXCUSED' | 'EXCUSED' | null;
  now: number;
}

type Outcome = [state: PeriodState, code: PeriodReason, params?: Params];

const minutes = (ms: number): number => Math.floor(ms / 60_000);

/** Whether `part` is at least `ratio` of `whole`; compared in thousandths, because 0.8 has no exact binary form. */
const reaches = (part: number, whole: number, ratio: number): boolean => part * 1000 >= Math.round(ratio * 1000) * whole;

/** What an online period asks for: percent of its time, and whole minutes rounded up, so that a text never asks for less than the rule. */
export function neededOnline({ online }: Pick<PresenceRules, 'online'>, totalMs: number): { needed: number; neededMinutes: number } {
  const thousandths = Math.round(online.minPresence * 1000);
  return { needed: Math.round(thousandths / 10), neededMinutes: Math.ceil((thousandths * totalMs) / 60_000_000) };
}

const touches = (period: PlannedPeriod, one: Interval): boolean => one.from < period.endsAt && (one.to > period.startsAt || one.from >= period.startsAt);

/** How the room's scans cover the period, with the tolerances for arriving and leaving; null when they do not touch it. */
function judgeRoom(period: PlannedPeriod, room: readonly Interval[], rules: PresenceRules): Outcome | null {
  const pieces = unite(clip(room, { from: period.startsAt, to: period.endsAt }));
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const late = first.from - period.startsAt;
  const early = period.endsAt - last.to;
  if (late > rules.late.minutes * 60_000) return ['TO_DECIDE', 'ROOM_JOINED_LATE', { late: minutes(late), at: first.from }];
  if (early > rules.leftEarly.minutes * 60_000) return ['TO_DECIDE', 'ROOM_LEFT_DURING', { early: minutes(early), at: last.to }];
  return pieces.length === 1 ? ['CREDITED', 'ROOM_WHOLE'] : ['TO_DECIDE', 'ROOM_INTERRUPTED'];
}

function whyAbsent(period: PlannedPeriod, { arrivedAt, present, marked }: PeriodFacts): Outcome {
  if (marked === 'EXCUSED') return ['NOT_CREDITED', 'EXCUSED'];
  if (arrivedAt === null && (marked === 'LATE' || marked === 'LEFT_EARLY')) return ['TO_DECIDE', 'MARKED_WITHOUT_TIMES'];
  if (arrivedAt === null) return ['NOT_CREDITED', 'NO_PRESENCE'];
  if (arrivedAt >= period.endsAt) return ['NOT_CREDITED', 'BEFORE_ARRIVAL', { at: arrivedAt }];
  const last = present.at(-1);
  return last && last.to <= period.startsAt ? ['NOT_CREDITED', 'AFTER_LEAVING', { at: last.to }] : ['NOT_CREDITED', 'NO_PRESENCE'];
}

function compute(period: PlannedPeriod, facts: PeriodFacts, rules: PresenceRules, presentMs: number): Outcome {
  if (facts.now < period.startsAt) return ['UPCOMING', 'NOT_STARTED'];
  const inRoom = judgeRoom(period, facts.room, rules);
  if (facts.now < period.endsAt) return inRoom?.[1] === 'ROOM_JOINED_LATE' ? inRoom : ['UPCOMING', 'RUNNING'];
  if (inRoom?.[0] === 'CREDITED') return inRoom;
  const total = period.endsAt - period.startsAt;
  const usedOnline = facts.online.some((one) => touches(period, one));
  if (usedOnline && reaches(presentMs, total, rules.online.minPresence)) return ['CREDITED', 'ONLINE_ENOUGH', neededOnline(rules, total)];
  if (inRoom) return inRoom;
  return usedOnline ? ['NOT_CREDITED', 'ONLINE_TOO_SHORT', neededOnline(rules, total)] : whyAbsent(period, facts);
}

/** A status for the whole session decides a period once it is over; a decision that names the period decides at once. */
function decide(period: PlannedPeriod, decision: PeriodDecision | undefined, now: number): Outcome | null {
  if (!decision || (!decision.named && now < period.endsAt)) return null;
  return decision.credited ? ['CREDITED', 'CREDITED_BY_HAND', { by: decision.by }] : ['NOT_CREDITED', 'NOT_CREDITED_BY_HAND', { by: decision.by }];
}

/**
 * One period, from the evidence and the last word of a human about it.
 * Room: whole when arrived at most `late.minutes` after its start and stayed; joined later or left during it is for the lecturer to decide.
 * Online: credited at `online.minPresence` of its time, room and online together.
 */
export function judgePeriod(period: PlannedPeriod, facts: PeriodFacts, rules: PresenceRules, decision?: PeriodDecision): PeriodVerdict {
  const total = period.endsAt - period.startsAt;
  const presentMs = coveredMs(clip(facts.present, { from: period.startsAt, to: period.endsAt }));
  const [state, code, params = {}] = decide(period, decision, facts.now) ?? compute(period, facts, rules, presentMs);
  const [minutesPresent, minutesTotal] = [minutes(presentMs), minutes(total)];
  const numbers = { period: period.no, minutes: minutesPresent, total: minutesTotal, percent: Math.floor((presentMs * 100) / total) };
  return { no: period.no, state, minutesPresent, minutesTotal, ratio: presentMs / total, why: { code, params: { ...numbers, ...params } } };
}
