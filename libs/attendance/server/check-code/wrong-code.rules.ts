import type { RuleSet } from '@halong/regulations/contract';

/** What is remembered of one trainee's attempts in one session. Times are epoch milliseconds. */
export interface CodeAttempts {
  wrong: number;
  pausedUntil: number | null;
}

export const noAttempts: CodeAttempts = { wrong: 0, pausedUntil: null };

/** Seconds until the trainee may try again, rounded up; 0 when they may try now. */
export function pauseLeftSec({ pausedUntil }: CodeAttempts, now: number): number {
  return pausedUntil === null || now >= pausedUntil ? 0 : Math.ceil((pausedUntil - now) / 1000);
}

/**
 * The next state after one attempt. A right code, or the end of a pause, starts the count anew;
 * an attempt during the pause is refused unread and does not make it longer.
 */
export function afterAttempt(state: CodeAttempts, attempt: { at: number; correct: boolean }, rules: Pick<RuleSet, 'attendance'>): CodeAttempts {
  if (pauseLeftSec(state, attempt.at) > 0) return state;
  if (attempt.correct) return noAttempts;
  const wrong = state.pausedUntil === null ? state.wrong + 1 : 1;
  const { wrongCodes, wrongCodePauseSec } = rules.attendance;
  return { wrong, pausedUntil: wrong >= wrongCodes ? attempt.at + wrongCodePauseSec * 1000 : null };
}
