import { inOrder, statusDecision, type Evidence, type PresenceRules } from './evidence.rules.ts';
import type { Params, PeriodReason } from './period.rules.ts';
import type { Presence, ReviewReason } from './presence.rules.ts';

export type SentenceCode =
  | PeriodReason
  | ReviewReason
  | 'TITLE_ALL'
  | 'TITLE_SOME'
  | 'TITLE_RUNNING'
  | 'TITLE_EXCUSED'
  | 'STATUS_BY_HAND'
  | 'STATUS_EXCUSED'
  | 'GAP_DISCONNECTED'
  | 'GAP_OUT'
  | 'RULE_ROOM'
  | 'RULE_ONLINE';

/** A text of the contract's `presence.texts.ts` with what goes into it; `at` is epoch milliseconds, `needed` a percentage, `neededMinutes` that share of the period. */
export interface Sentence {
  code: SentenceCode;
  params: Params;
}

export interface PresenceExplanation {
  title: Sentence;
  /** Why, in the order of the session: the human's word, each period that is not simply credited, what to review. */
  lines: Sentence[];
  /** The rules that were applied. */
  rules: Sentence[];
}

function titleOf({ status, periods, periodsCredited: credited }: Presence): Sentence {
  const total = periods.length;
  if (credited === total) return { code: 'TITLE_ALL', params: { total } };
  if (status === 'EXCUSED' && credited === 0) return { code: 'TITLE_EXCUSED', params: {} };
  const running = periods.some((one) => one.state === 'UPCOMING');
  return { code: running ? 'TITLE_RUNNING' : 'TITLE_SOME', params: { credited, total } };
}

function decisionLine(evidence: readonly Evidence[]): Sentence[] {
  const decision = statusDecision(inOrder(evidence));
  if (!decision) return [];
  return [{ code: decision.kind === 'EXCUSED' ? 'STATUS_EXCUSED' : 'STATUS_BY_HAND', params: { by: decision.by, at: decision.at } }];
}

const silent: readonly PeriodReason[] = ['ROOM_WHOLE', 'ONLINE_ENOUGH', 'NOT_STARTED', 'RUNNING'];
const explainedByGap: readonly PeriodReason[] = ['ONLINE_TOO_SHORT', 'ROOM_INTERRUPTED'];

function periodLines({ periods, gaps }: Presence): Sentence[] {
  return periods.filter((one) => !silent.includes(one.why.code)).flatMap(({ no, why }): Sentence[] => {
    const lost = explainedByGap.includes(why.code) ? gaps.filter((gap) => gap.period === no && gap.kind !== 'BEFORE_ARRIVAL') : [];
    const gapLines = (['DISCONNECTED', 'OUT'] as const).flatMap((kind): Sentence[] => {
      const minutes = Math.round(lost.filter((gap) => gap.kind === kind).reduce((sum, gap) => sum + gap.to - gap.from, 0) / 60_000);
      return minutes > 0 ? [{ code: `GAP_${kind}`, params: { minutes, period: no } }] : [];
    });
    return [...gapLines, { code: why.code, params: why.params }];
  });
}

/** Why the person has this result: what to say, in codes; the contract's `presence.texts.ts` has the words in both languages. */
export function explainPresence(presence: Presence, evidence: readonly Evidence[], rules: PresenceRules): PresenceExplanation {
  const needed = Math.round(rules.online.minPresence * 100);
  const applied: Sentence[] = [];
  if (presence.way === 'ROOM' || presence.way === 'BOTH') applied.push({ code: 'RULE_ROOM', params: { late: rules.late.minutes } });
  if (presence.way === 'ONLINE' || presence.way === 'BOTH') applied.push({ code: 'RULE_ONLINE', params: { needed } });
  return {
    title: titleOf(presence),
    lines: [...decisionLine(evidence), ...periodLines(presence), ...presence.review.reasons],
    rules: applied,
  };
}
