import type { RuleSet } from '@halong/regulations/contract';
import { sessionBounds, type SessionPlan } from './evidence.rules.ts';
import { locksAt } from './lock.rules.ts';

/** Everything that attendance needs to know about one session; times are epoch milliseconds. */
export interface SessionFacts {
  id: number;
  classId: number;
  classCode: string;
  classNameVi: string;
  classNameEn: string;
  sessionNo: number;
  topic: string;
  day: string;
  state: 'SCHEDULED' | 'LIVE' | 'ENDED' | 'ATTENDANCE_LOCKED' | 'CANCELLED';
  roomName: string | null;
  plan: SessionPlan;
  startsAt: number;
  endsAt: number;
  /** Frozen onto the class when it was decided. */
  rules: RuleSet;
  ruleSetId: number | null;
  lecturers: { personId: number; name: string }[];
  staff: { personId: number; role: string }[];
  institutionId: number;
  /** The host institution and the units above it. */
  institutionPath: number[];
  /** Hex; null until somebody needed it. */
  secret: string | null;
  promptsAt: number[];
  lockedAt: number | null;
}

/** From this instant only the coordinator changes attendance: closed by hand, or by the clock. */
export function lockInstant(session: Pick<SessionFacts, 'endsAt' | 'rules' | 'lockedAt'>): number {
  return Math.min(session.lockedAt ?? Infinity, locksAt(session.endsAt, session.rules));
}

/** When codes and online presence are taken from. */
export function opensAt({ startsAt, rules }: Pick<SessionFacts, 'startsAt' | 'rules'>): number {
  return startsAt - rules.attendance.windowBeforeMin * 60_000;
}

/** Start and end as the periods have them. A session without periods counts as one long period. */
export function planOf(mode: SessionPlan['mode'], periods: SessionPlan['periods'], whole: { from: number; to: number }): SessionPlan & { startsAt: number; endsAt: number } {
  const all = periods.length > 0 ? periods : [{ no: 1, startsAt: whole.from, endsAt: whole.to }];
  const { from, to } = sessionBounds({ mode, periods: all });
  return { mode, periods: all, startsAt: from, endsAt: to };
}
