import type { Role } from '@halong/platform/contract';
import type { RuleSet } from '@halong/regulations/contract';

export interface AttendanceChange {
  /** EXCUSED needs a document and the coordinator; the others are marks of the lecturer. */
  kind: 'MANUAL' | 'PERIOD_DECISION' | 'EXCUSED';
  roles: readonly Role[];
  reason?: string;
  documentId?: number;
  sessionEndsAt: number;
  /** Closed by hand before its time, if it was. */
  lockedAt?: number | null;
  now: number;
}

export type ChangeRefusal = 'role_not_allowed' | 'locked' | 'reason_missing' | 'document_missing';

/** The instant from which only the coordinator changes attendance (domain rule D09). */
export function locksAt(sessionEndsAt: number, rules: Pick<RuleSet, 'attendance'>): number {
  return sessionEndsAt + rules.attendance.lockHours * 3_600_000;
}

/** Whether this change may be recorded; null when it may. The person's scope (is it their session?) is the policy's business. */
export function refuseChange(change: AttendanceChange, rules: Pick<RuleSet, 'attendance'>): ChangeRefusal | null {
  const coordinator = change.roles.includes('CLASS_COORDINATOR');
  if (!coordinator && (change.kind === 'EXCUSED' || !change.roles.includes('LECTURER'))) return 'role_not_allowed';
  const locked = change.now >= Math.min(change.lockedAt ?? Infinity, locksAt(change.sessionEndsAt, rules));
  if (locked && !coordinator) return 'locked';
  if (locked && !change.reason?.trim()) return 'reason_missing';
  return change.kind === 'EXCUSED' && change.documentId === undefined ? 'document_missing' : null;
}
