import { Injectable } from '@nestjs/common';
import { attendanceErrors as errors, type AttendanceEvidence } from '@halong/attendance/contract';
import { AppError, dayOf, formatDay, platformErrors, timeOf, type Actor, type ErrorDef } from '@halong/platform/contract';
import { Audit, Clock, Database } from '@halong/platform/server';
import { AttendanceSessions } from './attendance-sessions.ts';
import { changingRoles, maySeeAttendance } from './attendance.policy.ts';
import { AttendanceViews } from './attendance.service.ts';
import { EvidenceRepository } from './evidence.repository.ts';
import type { NewEvidence } from './evidence.rows.ts';
import type { ManualStatus } from './evidence.rules.ts';
import { ExcuseDocuments } from './excuse-documents.ts';
import { refuseChange, type AttendanceChange, type ChangeRefusal } from './lock.rules.ts';
import { judgePresence, type Presence } from './presence.rules.ts';
import { RecordRepository } from './record.repository.ts';
import { Recorder } from './recorder.ts';
import { lockInstant, type SessionFacts } from './session-facts.ts';

const refusals: Record<ChangeRefusal, ErrorDef> = {
  role_not_allowed: platformErrors.forbidden, locked: errors.locked, reason_missing: errors.reason_missing, document_missing: errors.document_missing,
};

interface Change {
  kind: AttendanceChange['kind'];
  action: string;
  reason: string;
  documentId?: number;
  /** A leave may be entered before the session; presence not before it began. */
  beforehand?: boolean;
}

/** The word of a human: every change is a further piece of evidence and is audited. */
@Injectable()
export class RollCall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sessions: AttendanceSessions,
    private readonly evidence: EvidenceRepository,
    private readonly records: RecordRepository,
    private readonly recorder: Recorder,
    private readonly views: AttendanceViews,
    private readonly documents: ExcuseDocuments,
  ) {}

  /** @throws AppError not_found, forbidden, locked, not_begun, session_cancelled, period_unknown */
  mark(actor: Actor, sessionId: number, enrolmentId: number, { status, periods, reason }: { status: ManualStatus; periods?: number[]; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'MANUAL', action: 'attendance.mark', reason };
    return this.change(actor, sessionId, enrolmentId, change, (session) => {
      for (const period of periods ?? []) this.assertPeriod(session, period);
      return { kind: 'MANUAL', detail: { status, ...(periods && { periods }) } };
    });
  }

  /** @throws AppError as `mark` */
  decidePeriod(actor: Actor, sessionId: number, enrolmentId: number, decision: { period: number; credited: boolean; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'PERIOD_DECISION', action: 'attendance.decide_period', reason: decision.reason };
    return this.change(actor, sessionId, enrolmentId, change, (session) => {
      this.assertPeriod(session, decision.period);
      return { kind: 'PERIOD_DECISION', detail: { period: decision.period, credited: decision.credited } };
    });
  }

  /** @throws AppError as `mark`, document_unknown unless the actor uploaded the document */
  async excuse(actor: Actor, sessionId: number, enrolmentId: number, { documentFileId, reason }: { documentFileId: number; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'EXCUSED', action: 'attendance.excuse', reason, documentId: documentFileId, beforehand: true };
    return this.change(actor, sessionId, enrolmentId, change, async () => {
      const document = await this.documents.nameOf(actor, documentFileId);
      return { kind: 'EXCUSED', detail: { documentId: documentFileId, document } };
    });
  }

  /** @param at epoch milliseconds; now when left out. @throws AppError as `mark` */
  checkOut(actor: Actor, sessionId: number, enrolmentId: number, { at, reason }: { at?: number; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'MANUAL', action: 'attendance.check_out', reason };
    return this.change(actor, sessionId, enrolmentId, change, (session) => {
      const left = Math.min(Math.max(at ?? this.clock.millis(), session.startsAt), this.clock.millis());
      return { kind: 'ROOM_CHECK_OUT', detail: {}, at: left };
    });
  }

  /** Marks many as present in one go. @throws AppError as `mark`, trainee_unknown */
  async markPresent(actor: Actor, sessionId: number, { enrolmentIds, reason }: { enrolmentIds: number[]; reason: string }): Promise<{ marked: number }> {
    return this.db.transaction(async () => {
      const session = await this.authorised(actor, sessionId, { kind: 'MANUAL', action: 'attendance.mark_present', reason });
      const known = new Set(await this.records.enrolmentIds(session));
      const wanted = [...new Set(enrolmentIds)];
      if (wanted.some((id) => !known.has(id))) throw new AppError(errors.trainee_unknown);
      const at = this.clock.millis();
      await this.recorder.addMany(session, wanted.map((enrolmentId) => this.piece(actor, enrolmentId, at, reason, { kind: 'MANUAL', detail: { status: 'PRESENT' } })));
      await this.audit.record({ action: 'attendance.mark_present', subjectType: 'class_session', subjectId: sessionId, reason, after: { enrolmentIds: wanted } });
      return { marked: wanted.length };
    });
  }

  private async change(
    actor: Actor, sessionId: number, enrolmentId: number, change: Change,
    decide: (session: SessionFacts) => Decision | Promise<Decision>,
  ): Promise<AttendanceEvidence> {
    return this.db.transaction(async () => {
      await this.evidence.lock([enrolmentId]);
      const session = await this.authorised(actor, sessionId, change);
      if (!(await this.records.one(session, enrolmentId))) throw new AppError(platformErrors.not_found);
      const known = await this.evidence.ofMany(sessionId, [enrolmentId]);
      const before = judgePresence(session.plan, known, session.rules, this.clock.millis());
      const decision = await decide(session);
      const judged = await this.recorder.add(session, known, this.piece(actor, enrolmentId, this.clock.millis(), change.reason, decision));
      await this.audit.record({
        action: change.action, subjectType: 'enrolment', subjectId: enrolmentId, reason: change.reason,
        before: { sessionId, ...briefOf(before) }, after: { sessionId, ...decision.detail, ...briefOf(judged.presence) },
      });
      return this.views.present(actor, session, enrolmentId, judged);
    });
  }

  private async authorised(actor: Actor, sessionId: number, change: Change): Promise<SessionFacts> {
    const session = await this.sessions.get(sessionId);
    if (!maySeeAttendance(actor, session)) throw new AppError(platformErrors.not_found);
    if (session.state === 'CANCELLED') throw new AppError(errors.session_cancelled);
    const now = this.clock.millis();
    if (!change.beforehand && now < session.startsAt) {
      throw new AppError(errors.not_begun, { startsAt: timeOf(session.startsAt), day: formatDay(session.day) });
    }
    const refusal = refuseChange({ ...change, roles: changingRoles(actor, session), sessionEndsAt: session.endsAt, lockedAt: session.lockedAt, now }, session.rules);
    if (refusal) throw new AppError(refusals[refusal], refusal === 'locked' ? { at: whenText(lockInstant(session)) } : {});
    return session;
  }

  private assertPeriod(session: SessionFacts, period: number): void {
    if (!session.plan.periods.some((one) => one.no === period)) throw new AppError(errors.period_unknown, { period });
  }

  /** Two words of one person at one instant are still two words: the key has a number nobody repeats. */
  private piece(actor: Actor, enrolmentId: number, now: number, reason: string, { kind, detail, at = now }: Decision): NewEvidence {
    const onceKey = `${actor.accountId}-${now}-${process.hrtime.bigint()}`;
    return { enrolmentId, kind, at, detail: { ...detail, by: actor.displayName, reason }, onceKey, byAccount: actor.accountId };
  }
}

interface Decision {
  kind: NewEvidence['kind'];
  detail: Record<string, unknown>;
  at?: number;
}

const briefOf = ({ status, periods }: Presence) => ({ status, credited: periods.filter((one) => one.state === 'CREDITED').map((one) => one.no) });
/** "10:45 23/11/2026". */
export const whenText = (at: number): string => `${timeOf(at)} ${formatDay(dayOf(at))}`;
