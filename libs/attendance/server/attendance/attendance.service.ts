import { Injectable } from '@nestjs/common';
import type { AttendanceEvidence, AttendanceFilter } from '@halong/attendance/contract';
import { AppError, platformErrors, type Actor, type PageQuery } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { RuleSets } from '@halong/regulations/server';
import { AttendanceSessions } from './attendance-sessions.ts';
import { attendanceCanOf, maySeeAttendance } from './attendance.policy.ts';
import { presentEvidence, presentRow, presentSession } from './attendance.presenter.ts';
import { RecordRepository } from './record.repository.ts';
import type { TraineeRow } from './record.rows.ts';
import { Recorder, type Judged } from './recorder.ts';
import { lockInstant, type SessionFacts } from './session-facts.ts';

/** What people see of attendance. */
@Injectable()
export class AttendanceViews {
  /** A version of the rules never changes, and there are few. */
  private readonly applied = new Map<number, NonNullable<AttendanceEvidence['appliedRules']>>();

  constructor(
    private readonly sessions: AttendanceSessions,
    private readonly records: RecordRepository,
    private readonly recorder: Recorder,
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found, also for sessions whose attendance the actor may not see */
  async list(actor: Actor, sessionId: number, query: PageQuery & { filter: AttendanceFilter }) {
    const session = await this.visible(actor, sessionId);
    const { rows, total } = await this.records.page(session, query.filter, query);
    const counts = await this.records.counts(session);
    const now = this.clock.millis();
    const items = rows.map((row) => presentRow(session, row, now));
    return { items, total, page: query.page, size: query.size, session: presentSession(session), counts, can: this.canOf(actor, session) };
  }

  /** @throws AppError platform.not_found */
  async evidence(actor: Actor, sessionId: number, enrolmentId: number): Promise<AttendanceEvidence> {
    const session = await this.visible(actor, sessionId);
    return this.present(actor, session, await this.traineeOf(session, enrolmentId), await this.recorder.judge(session, enrolmentId));
  }

  /** @throws AppError platform.not_found when the actor is not enrolled in the class */
  async mine(actor: Actor, sessionId: number): Promise<AttendanceEvidence> {
    const session = await this.sessions.get(sessionId);
    const enrolmentId = actor.personId === null ? undefined : await this.records.enrolmentOf(session.classId, actor.personId);
    if (enrolmentId === undefined) throw new AppError(platformErrors.not_found);
    return this.present(actor, session, await this.traineeOf(session, enrolmentId), await this.recorder.judge(session, enrolmentId));
  }

  /** The evidence panel of somebody who has just been judged. */
  async present(actor: Actor, session: SessionFacts, trainee: TraineeRow, { presence, evidence }: Judged): Promise<AttendanceEvidence> {
    const can = this.canOf(actor, session);
    const decide = can.mark ? presence.periods.map((one) => one.no) : [];
    return presentEvidence({ session, trainee, evidence, presence, appliedRules: await this.appliedRules(session), can: { ...can, decide }, now: this.clock.millis() });
  }

  /** @throws AppError platform.not_found when the person is not of this session */
  async traineeOf(session: SessionFacts, enrolmentId: number): Promise<TraineeRow> {
    const trainee = await this.records.one(session, enrolmentId);
    if (!trainee) throw new AppError(platformErrors.not_found);
    return trainee;
  }

  async visible(actor: Actor, sessionId: number): Promise<SessionFacts> {
    const session = await this.sessions.get(sessionId);
    if (!maySeeAttendance(actor, session)) throw new AppError(platformErrors.not_found);
    return session;
  }

  private canOf(actor: Actor, session: SessionFacts) {
    const now = this.clock.millis();
    return attendanceCanOf(actor, session, { locked: now >= lockInstant(session), begun: now >= session.startsAt, ended: now >= session.endsAt, cancelled: session.state === 'CANCELLED' });
  }

  private async appliedRules({ ruleSetId }: SessionFacts): Promise<AttendanceEvidence['appliedRules']> {
    if (ruleSetId === null) return null;
    const known = this.applied.get(ruleSetId);
    if (known) return known;
    const { nameVi, nameEn, version, legalBasis } = await this.ruleSets.get(ruleSetId);
    const applied = { ruleSetId, nameVi, nameEn, version, legalBasis };
    this.applied.set(ruleSetId, applied);
    return applied;
  }
}
