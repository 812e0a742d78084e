import type { Sentence } from '@halong/attendance/contract';
import type { StoredEvidence } from './evidence.rows.ts';
import { inOrder, type PresenceRules } from './evidence.rules.ts';
import { unite } from './interval.rules.ts';

export interface TimelineEntry {
  /** Epoch milliseconds. */
  at: number;
  what: Sentence;
  tone: 'ok' | 'warn' | 'plain';
  documentFileId: number | null;
}

const entry = (at: number, tone: TimelineEntry['tone'], code: Sentence['code'], params: Sentence['params'] = {}, documentFileId: number | null = null): TimelineEntry => ({
  at, tone, what: { code, params }, documentFileId,
});

/** Coming, losing the line, coming back: from the intervals of all connections, short breaks bridged. */
function onlineEntries(evidence: readonly StoredEvidence[], rules: PresenceRules, bounds: { endsAt: number; now: number }): TimelineEntry[] {
  const bridge = rules.online.lostAfterSec * 1000;
  const stretches = unite(evidence.flatMap((one) => (one.kind === 'ONLINE_INTERVAL' ? [{ from: one.from, to: one.to }] : [])), bridge, 'moments');
  const stillThere = bounds.now - bridge - rules.online.batchSec * 1000;
  return stretches.flatMap(({ from, to }, i) => {
    const last = i === stretches.length - 1;
    const joined = entry(from, 'ok', i === 0 ? 'SAW_ONLINE' : 'SAW_ONLINE_AGAIN');
    if (last && (to + bridge >= bounds.endsAt || to > stillThere)) return [joined];
    return [joined, entry(to, 'warn', last ? 'SAW_ONLINE_LEFT' : 'SAW_LOST')];
  });
}

/** Prompts by number, with when the person saw and answered each. */
export function promptsSeen(evidence: readonly StoredEvidence[]): { no: number; shownAt: number; answeredAt: number | null }[] {
  const ordered = inOrder(evidence);
  return ordered
    .flatMap((one) => {
      if (one.kind !== 'PROMPT_SHOWN') return [];
      const answer = ordered.find((other) => other.kind === 'PROMPT_ANSWERED' && other.promptId === one.promptId);
      return [{ no: Number(one.promptId), shownAt: one.at, answeredAt: answer?.at ?? null }];
    })
    .sort((a, b) => a.no - b.no);
}

function promptEntries(evidence: readonly StoredEvidence[], rules: PresenceRules, now: number): TimelineEntry[] {
  return promptsSeen(evidence).flatMap(({ no, shownAt, answeredAt }) => {
    if (answeredAt !== null) return [entry(answeredAt, 'ok', 'SAW_PROMPT_ANSWERED', { no, seconds: Math.max(0, Math.round((answeredAt - shownAt) / 1000)) })];
    return now >= shownAt + rules.online.promptOpenSec * 1000 ? [entry(shownAt, 'warn', 'SAW_PROMPT_MISSED', { no })] : [];
  });
}

function humanEntry(one: StoredEvidence): TimelineEntry[] {
  const words = { by: one.note.by ?? '', reason: one.note.reason ?? '' };
  switch (one.kind) {
    case 'ROOM_CHECK_IN':
      return [entry(one.at, 'ok', 'SAW_CHECK_IN')];
    case 'ROOM_CHECK_OUT':
      return [one.note.by ? entry(one.at, 'plain', 'SAW_CHECK_OUT_BY_HAND', words) : entry(one.at, 'plain', 'SAW_CHECK_OUT')];
    case 'MANUAL':
      return [entry(one.at, one.status === 'UNEXCUSED' ? 'warn' : 'plain', 'SAW_MARK', { ...words, status: one.status })];
    case 'EXCUSED':
      return [entry(one.at, 'plain', 'SAW_EXCUSED', { ...words, document: one.note.document ?? '' }, one.documentId)];
    case 'PERIOD_DECISION':
      return [entry(one.at, 'plain', one.credited ? 'SAW_PERIOD_CREDITED' : 'SAW_PERIOD_REFUSED', { ...words, period: one.period })];
    default:
      return [];
  }
}

/** What happened to one person in one session, in order of time. Instants are epoch milliseconds. */
export function timelineOf(evidence: readonly StoredEvidence[], rules: PresenceRules, session: { startsAt: number; endsAt: number }, now: number): TimelineEntry[] {
  const bells = [
    ...(now >= session.startsAt ? [entry(session.startsAt, 'plain', 'SAW_START')] : []),
    ...(now >= session.endsAt ? [entry(session.endsAt, 'plain', 'SAW_END')] : []),
  ];
  const happened = [
    ...evidence.flatMap(humanEntry),
    ...onlineEntries(evidence, rules, { endsAt: session.endsAt, now }),
    ...promptEntries(evidence, rules, now),
  ];
  return [...bells, ...happened].sort((a, b) => a.at - b.at);
}
