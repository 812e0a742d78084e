import { Injectable } from '@nestjs/common';
import { attendanceErrors as errors } from '@halong/attendance/contract';
import { AppError, dayOf, formatDay, platformErrors, timeOf, type Actor, type ErrorDef } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { AttendanceSessions } from './attendance-sessions.ts';
import { changingRoles, maySeeAttendance } from './attendance.policy.ts';
import { refuseChange, type AttendanceChange, type ChangeRefusal } from './lock.rules.ts';
import { lockInstant, type SessionFacts } from './session-facts.ts';

const refusals: Record<ChangeRefusal, ErrorDef> = {
  role_not_allowed: platformErrors.forbidden, locked: errors.locked, reason_missing: errors.reason_missing, document_missing: errors.document_missing,
};

export interface Change {
  kind: AttendanceChange['kind'];
  /** The name in the audit. */
  action: string;
  reason: string;
  documentId?: number;
  /** A leave may be entered before the session; presence not before it began. */
  beforehand?: boolean;
}

/** "10:45 23/11/2026". */
export const whenText = (at: number): string => `${timeOf(at)} ${formatDay(dayOf(at))}`;

/** May this person enter this now? */
@Injectable()
export class ChangeRights {
  constructor(
    private readonly sessions: AttendanceSessions,
    private readonly clock: Clock,
  ) {}

  /** Answers the session. @throws AppError not_found, forbidden, session_cancelled, not_begun, locked, reason_missing, document_missing */
  async require(actor: Actor, sessionId: number, change: Change): Promise<SessionFacts> {
    const session = await this.sessions.get(sessionId);
    if (!maySeeAttendance(actor, session)) throw new AppError(platformErrors.not_found);
    const roles = changingRoles(actor, session);
    if (roles.length === 0) throw new AppError(platformErrors.forbidden);
    if (session.state === 'CANCELLED') throw new AppError(errors.session_cancelled);
    const now = this.clock.millis();
    if (!change.beforehand && now < session.startsAt) throw new AppError(errors.not_begun, { startsAt: timeOf(session.startsAt), day: formatDay(session.day) });
    const refusal = refuseChange({ ...change, roles, sessionEndsAt: session.endsAt, lockedAt: session.lockedAt, now }, session.rules);
    if (refusal) throw new AppError(refusals[refusal], refusal === 'locked' ? { at: whenText(lockInstant(session)) } : {});
    return session;
  }
}
