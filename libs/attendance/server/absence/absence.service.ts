import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor, type PageQuery } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { grouped } from '../attendance/grouped.ts';
import { maySeeAttendance } from '../attendance/attendance.policy.ts';
import { absenceOf, marksOf, presentAbsence, type Absence, type StoredOutcome } from './absence-view.rules.ts';
import { AbsenceRepository, type ClassForAbsence } from './absence.repository.ts';

/** One session of one enrolment for the yearly ledger; `day` yyyy-MM-dd, counts in periods. */
export interface AttendedSession {
  enrolmentId: number;
  classId: number;
  sessionId: number;
  day: string;
  credited: number;
  /** Not over when last judged. */
  upcoming: number;
  total: number;
}

/** Attendance for the domains downstream. Everything is read for whole sets: three statements a class, whatever its size. */
@Injectable()
export class Attendance {
  constructor(
    private readonly absences: AbsenceRepository,
    private readonly clock: Clock,
  ) {}

  /** Absence by part of everybody who was ever admitted to the class, by enrolment. @throws AppError platform.not_found */
  async absenceOfClass(classId: number): Promise<Map<number, Absence>> {
    return this.absenceIn(classId, await this.absences.enrolmentsOf(classId));
  }

  /** The same for these of its enrolments. @throws AppError platform.not_found */
  async absenceIn(classId: number, enrolmentIds: readonly number[]): Promise<Map<number, Absence>> {
    return this.judge(await this.classOf(classId), enrolmentIds);
  }

  /** The same for these enrolments, also of different classes; unknown ids are left out. */
  async absenceOf(enrolmentIds: readonly number[]): Promise<Map<number, Absence>> {
    const result = new Map<number, Absence>();
    for (const [classId, ids] of await this.absences.classesOf(enrolmentIds)) {
      for (const [id, absence] of await this.absenceIn(classId, ids)) result.set(id, absence);
    }
    return result;
  }

  /** Credited and coming periods of each session between two days (yyyy-MM-dd, both included); cancelled sessions are left out. */
  async attended(enrolmentIds: readonly number[], from: string, to: string): Promise<AttendedSession[]> {
    const rows = enrolmentIds.length === 0 ? [] : await this.absences.ledger(enrolmentIds, from, to, this.clock.now());
    return rows.map((row) => ({ ...row, credited: Number(row.credited), upcoming: Number(row.upcoming), total: Number(row.total) }));
  }

  /** @throws AppError platform.not_found for those who may not see the class's attendance */
  async page(actor: Actor, classId: number, query: PageQuery) {
    const found = await this.classOf(classId);
    if (!maySeeAttendance(actor, found.people)) throw new AppError(platformErrors.not_found);
    const { rows, total } = await this.absences.page(classId, query);
    const { plan } = found;
    const byEnrolment = await this.outcomesIn(found, rows.map((row) => row.enrolmentId));
    const now = this.clock.millis();
    const items = rows.map(({ enrolmentId, fullName, unitName }) => {
      const stored = byEnrolment.get(enrolmentId) ?? [];
      return { ...presentAbsence(absenceOf(plan, enrolmentId, stored, now)), fullName, unitName, marks: marksOf(plan, stored, now) };
    });
    const sessions = plan.sessions.map(({ id, day, startsAt, periods }) => ({ id, day, startsAt: new Date(startsAt).toISOString(), periods }));
    return { items, total, page: query.page, size: query.size, sessions };
  }

  /** @throws AppError platform.not_found when the actor is not in the class */
  async mine(actor: Actor, classId: number) {
    const enrolmentId = actor.personId === null ? undefined : await this.absences.enrolmentOf(classId, actor.personId);
    if (enrolmentId === undefined) throw new AppError(platformErrors.not_found);
    const absences = await this.absenceIn(classId, [enrolmentId]);
    return presentAbsence(absences.get(enrolmentId)!);
  }

  private async classOf(classId: number): Promise<ClassForAbsence> {
    const found = await this.absences.classOf(classId);
    if (!found) throw new AppError(platformErrors.not_found);
    return found;
  }

  private async judge(found: ClassForAbsence, enrolmentIds: readonly number[]): Promise<Map<number, Absence>> {
    const byEnrolment = await this.outcomesIn(found, enrolmentIds);
    const now = this.clock.millis();
    return new Map(enrolmentIds.map((id) => [id, absenceOf(found.plan, id, byEnrolment.get(id) ?? [], now)]));
  }

  private async outcomesIn({ people }: ClassForAbsence, enrolmentIds: readonly number[]): Promise<Map<number, StoredOutcome[]>> {
    return grouped(enrolmentIds.length === 0 ? [] : await this.absences.outcomes(people.classId, enrolmentIds), (one) => one.enrolmentId);
  }
}
