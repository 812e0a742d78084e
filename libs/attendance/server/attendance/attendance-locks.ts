import { Injectable } from '@nestjs/common';
import { attendanceErrors as errors } from '@halong/attendance/contract';
import { Sessions } from '@halong/classes/server';
import { AppError, platformErrors, timeOf, type Actor } from '@halong/platform/contract';
import { Audit, Clock, Database, Outbox } from '@halong/platform/server';
import { attendanceLocked } from '../attendance.messages.ts';
import { Announcer } from './announcer.ts';
import { AttendanceSessions } from './attendance-sessions.ts';
import { changingRoles, maySeeAttendance } from './attendance.policy.ts';
import { whenText } from './change-rights.ts';
import { locksAt } from './lock.rules.ts';
import { LockRepository } from './lock.repository.ts';
import { Recorder } from './recorder.ts';
import { lockInstant, type SessionFacts } from './session-facts.ts';

/** Writes that attendance is closed, for everybody who has to know. */
@Injectable()
export class Closing {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly locks: LockRepository,
    private readonly classSessions: Sessions,
    private readonly announcer: Announcer,
  ) {}

  /** @param by the account, null for the clock */
  async close(session: SessionFacts, by: number | null, toReview: number): Promise<Date> {
    const at = this.clock.now();
    await this.locks.setLocked(session.id, at, by);
    await this.lockSession(session.id);
    await this.audit.record({ action: 'attendance.lock', subjectType: 'class_session', subjectId: session.id, actorId: by, before: { locked: false }, after: { locked: true, toReview } });
    await this.outbox.publish(attendanceLocked, { sessionId: session.id, classId: session.classId });
    this.announcer.changed(session.id, []);
    return at;
  }

  /** A session that the clock has not ended yet is left alone; the next round of the job finds it. */
  async lockSession(sessionId: number): Promise<void> {
    await this.classSessions.setState(sessionId, 'ATTENDANCE_LOCKED');
  }
}

/** Closes the attendance of a session: by hand ("Chốt") or by the clock after `attendance.lockHours`. */
@Injectable()
export class AttendanceLocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: AttendanceSessions,
    private readonly locks: LockRepository,
    private readonly recorder: Recorder,
    private readonly closing: Closing,
  ) {}

  /**
   * @param openCases close although some people are still to review
   * @returns when it was closed
   * @throws AppError not_found, forbidden, session_cancelled, not_ended, already_locked, still_to_review
   */
  async close(actor: Actor, sessionId: number, openCases: boolean): Promise<Date> {
    return this.db.transaction(async () => {
      const session = await this.sessions.ensure(await this.sessions.get(sessionId));
      const lockedAt = await this.locks.lockedAt(sessionId);
      this.authorise(actor, { ...session, lockedAt: lockedAt?.getTime() ?? null });
      await this.recorder.judgeAll(session);
      const count = await this.locks.toReview(sessionId);
      if (count > 0 && !openCases) throw new AppError(errors.still_to_review, { count });
      return this.closing.close(session, actor.accountId, count);
    });
  }

  /** Locks by the clock what is due. Answers how many sessions. */
  async lockDue(): Promise<number> {
    let locked = 0;
    for (const sessionId of await this.locks.ended(this.clock.now())) locked += await this.lockIfDue(sessionId);
    return locked;
  }

  private async lockIfDue(sessionId: number): Promise<number> {
    const seen = await this.sessions.get(sessionId);
    if (seen.lockedAt === null && this.clock.millis() < locksAt(seen.endsAt, seen.rules)) return 0;
    return this.db.transaction(async () => {
      const session = await this.sessions.ensure(seen);
      if ((await this.locks.lockedAt(sessionId)) !== null) {
        await this.closing.lockSession(sessionId);
        return 0;
      }
      await this.recorder.judgeAll(session);
      await this.closing.close(session, null, await this.locks.toReview(sessionId));
      return 1;
    });
  }

  private authorise(actor: Actor, session: SessionFacts): void {
    if (!maySeeAttendance(actor, session)) throw new AppError(platformErrors.not_found);
    if (changingRoles(actor, session).length === 0) throw new AppError(platformErrors.forbidden);
    if (session.state === 'CANCELLED') throw new AppError(errors.session_cancelled);
    const now = this.clock.millis();
    if (now < session.endsAt) throw new AppError(errors.not_ended, { endsAt: timeOf(session.endsAt) });
    if (now >= lockInstant(session)) throw new AppError(errors.already_locked, { at: whenText(lockInstant(session)) });
  }
}
