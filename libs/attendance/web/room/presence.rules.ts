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

/** What the page shows: the line of this tab, and what is known besides. */
export type RoomState = Presence['phase'] | 'signed-out' | 'cancelled';

const beingThere: readonly Presence['phase'][] = ['joining', 'connected', 'lost'];

/** Whether this tab still tries to be there. */
export const isHere = (state: RoomState): boolean => beingThere.some((one) => one === state);

interface Besides {
  /** Nobody is signed in any more. */
  signedOut: boolean;
  /** The session as it was last fetched; undefined before that. */
  session: { state: string; endsAt: number } | undefined;
  /** Epoch milliseconds of the product's clock. */
  now: number;
}

/**
 * A session that is over stays so without a line and without a sign-in. Whoever left or was refused has been told why;
 * to the others an ended sign-in is why the line is lost.
 */
export function roomStateOf({ phase }: Pick<Presence, 'phase'>, { signedOut, session, now }: Besides): RoomState {
  if (session?.state === 'CANCELLED') return 'cancelled';
  if (phase === 'over' || phase === 'left' || phase === 'refused') return phase;
  if (session && now >= session.endsAt) return 'over';
  return signedOut ? 'signed-out' : phase;
}

/** What to do about a refusal: join again at once, try later, or stop. Failures of the system pass. */
export function afterRefusal({ code, status }: Pick<Problem, 'code' | 'status'>): 'rejoin' | 'later' | 'stop' {
  if (code === 'attendance.connection_gone') return 'rejoin';
  if (code === opensLater || status === 0 || status === 401 || status === 429 || status >= 500) return 'later';
  return 'stop';
}
