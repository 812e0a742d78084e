import { Injectable } from '@nestjs/common';
import { attendanceErrors as errors, type AttendanceEvidence } from '@halong/attendance/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { Audit, Clock, Database } from '@halong/platform/server';
import { ChangeRights, type Change } from './change-rights.ts';
import type { ManualStatus } from './evidence.rules.ts';
import { ExcuseDocuments } from './excuse-documents.ts';
import { HumanWord, pieceOf } from './human-word.ts';
import { RecordRepository } from './record.repository.ts';
import { Recorder } from './recorder.ts';
import type { SessionFacts } from './session-facts.ts';

/** What lecturers and coordinators enter by hand about one person. */
@Injectable()
export class RollCall {
  constructor(
    private readonly word: HumanWord,
    private readonly clock: Clock,
    private readonly documents: ExcuseDocuments,
  ) {}

  /** @throws AppError not_found, forbidden, locked, not_begun, session_cancelled, period_unknown */
  mark(actor: Actor, sessionId: number, enrolmentId: number, { status, periods, reason }: { status: ManualStatus; periods?: number[]; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'MANUAL', action: 'attendance.mark', reason };
    return this.word.enter(actor, sessionId, enrolmentId, change, (session) => {
      assertPeriods(session, periods ?? []);
      return { kind: 'MANUAL', detail: { status, ...(periods && { periods }) } };
    });
  }

  /** @throws AppError as `mark` */
  decidePeriod(actor: Actor, sessionId: number, enrolmentId: number, decision: { period: number; credited: boolean; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'PERIOD_DECISION', action: 'attendance.decide_period', reason: decision.reason };
    return this.word.enter(actor, sessionId, enrolmentId, change, (session) => {
      assertPeriods(session, [decision.period]);
      return { kind: 'PERIOD_DECISION', detail: { period: decision.period, credited: decision.credited } };
    });
  }

  /** @throws AppError as `mark`, document_unknown unless the actor uploaded the document */
  excuse(actor: Actor, sessionId: number, enrolmentId: number, { documentFileId, reason }: { documentFileId: number; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'EXCUSED', action: 'attendance.excuse', reason, documentId: documentFileId, beforehand: true };
    return this.word.enter(actor, sessionId, enrolmentId, change, async () => {
      const document = await this.documents.nameOf(actor, documentFileId);
      return { kind: 'EXCUSED', detail: { documentId: documentFileId, document } };
    });
  }

  /** @param at epoch milliseconds, brought into the session and not after now; now when left out. @throws AppError as `mark` */
  checkOut(actor: Actor, sessionId: number, enrolmentId: number, { at, reason }: { at?: number; reason: string }): Promise<AttendanceEvidence> {
    const change: Change = { kind: 'MANUAL', action: 'attendance.check_out', reason };
    return this.word.enter(actor, sessionId, enrolmentId, change, ({ startsAt }) => {
      const now = this.clock.millis();
      return { kind: 'ROOM_CHECK_OUT', detail: {}, at: Math.min(Math.max(at ?? now, startsAt), now) };
    });
  }
}

function assertPeriods({ plan }: SessionFacts, wanted: readonly number[]): void {
  const period = wanted.find((no) => !plan.periods.some((one) => one.no === no));
  if (period !== undefined) throw new AppError(errors.period_unknown, { period });
}

/** Roll call of many in one go. */
@Injectable()
export class RollCallOfMany {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rights: ChangeRights,
    private readonly records: RecordRepository,
    private readonly recorder: Recorder,
  ) {}

  /** Marks these people as present. @throws AppError as `RollCall.mark`, trainee_unknown */
  async markPresent(actor: Actor, sessionId: number, { enrolmentIds, reason }: { enrolmentIds: readonly number[]; reason: string }): Promise<{ marked: number }> {
    return this.db.transaction(async () => {
      const session = await this.rights.require(actor, sessionId, { kind: 'MANUAL', action: 'attendance.mark_present', reason });
      const known = new Set(await this.records.enrolmentIds(session));
      const wanted = [...new Set(enrolmentIds)];
      if (wanted.some((id) => !known.has(id))) throw new AppError(errors.trainee_unknown);
      const now = this.clock.millis();
      await this.recorder.addMany(session, wanted.map((enrolmentId) => pieceOf(actor, enrolmentId, now, reason, { kind: 'MANUAL', detail: { status: 'PRESENT' } })));
      await this.audit.record({ action: 'attendance.mark_present', subjectType: 'class_session', subjectId: sessionId, reason, after: { enrolmentIds: wanted } });
      return { marked: wanted.length };
    });
  }
}
