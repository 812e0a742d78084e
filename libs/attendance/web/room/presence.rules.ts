import type { PresencePrompt } from '@halong/attendance/contract';
import type { Problem } from '@halong/platform/contract';

/** What the page says about the connection of this tab. Instants are epoch milliseconds of the product's clock. */
export interface Presence {
  phase: 'joining' | 'connected' | 'lost' | 'waiting' | 'over' | 'refused' | 'left';
  /** Last sign of life that the server acknowledged. */
  lastAt: number | undefined;
  /** A question that waits for an answer. */
  prompt: PresencePrompt | null;
  /** Why the server does not take this tab in. */
  problem: Problem | undefined;
  enrolmentId: number | undefined;
}

export const beforeJoining: Presence = { phase: 'joining', lastAt: undefined, prompt: null, problem: undefined, enrolmentId: undefined };

export type PresenceNews =
  | { kind: 'alive'; at: number; prompt: PresencePrompt | null; over: boolean; enrolmentId?: number }
  | { kind: 'answered'; promptNo: number }
  | { kind: 'silent' }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'left' };

/** The answer of the server to a refusal that time alone will change. */
const opensLater = 'attendance.not_open_yet';
const ended = 'attendance.session_over';

/** The page after a piece of news. What is over or left stays so. */
export function afterNews(now: Presence, news: PresenceNews): Presence {
  if (now.phase === 'left' || now.phase === 'over') return now;
  switch (news.kind) {
    case 'alive':
      return { phase: news.over ? 'over' : 'connected', lastAt: news.at, prompt: news.over ? null : news.prompt, problem: undefined, enrolmentId: news.enrolmentId ?? now.enrolmentId };
    case 'answered':
      return now.prompt?.no === news.promptNo ? { ...now, prompt: null } : now;
    case 'silent':
      return now.lastAt === undefined ? now : { ...now, phase: 'lost' };
    case 'refused':
      if (news.problem.code === ended) return { ...now, phase: 'over', prompt: null };
      return { ...now, phase: news.problem.code === opensLater ? 'waiting' : 'refused', prompt: null, problem: news.problem };
    case 'left':
      return { ...now, phase: 'left', prompt: null };
  }
}

/** What to do about a refusal: join again at once, try later, or stop. Failures of the system pass. */
export function afterRefusal({ code, status }: Pick<Problem, 'code' | 'status'>): 'rejoin' | 'later' | 'stop' {
  if (code === 'attendance.connection_gone') return 'rejoin';
  if (code === opensLater || status === 0 || status === 401 || status === 429 || status >= 500) return 'later';
  return 'stop';
}
