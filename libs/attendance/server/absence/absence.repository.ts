import { Injectable } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { foldVietnamese, type PageQuery } from '@halong/platform/contract';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';
import type { ProgrammeCategoryCode } from '@halong/regulations/contract';
import { rulesOfClass } from '@halong/regulations/server';
import { grouped } from '../attendance/grouped.ts';
import { fromJson } from '../attendance/session-facts.repository.ts';
import type { ClassPlan, PlannedSession, StoredOutcome } from './absence-view.rules.ts';
import type { SessionPeople } from '../attendance/attendance.policy.ts';

interface ClassRow {
  id: number;
  institution_id: number;
  rules: unknown;
  category: ProgrammeCategoryCode;
  programme_periods: number;
  version_id: number;
  institution_path: string | null;
  lecturers: unknown;
  staff: unknown;
}

export interface ClassForAbsence {
  people: SessionPeople;
  plan: ClassPlan;
}

const left = leftStates.map((state) => `'${state}'`).join(', ');

/** Reads whole classes at once: the number of statements does not depend on the number of trainees or sessions. */
@Injectable()
export class AbsenceRepository {
  constructor(private readonly db: Database) {}

  async classOf(classId: number): Promise<ClassForAbsence | undefined> {
    const row = await this.db.row<ClassRow>(
      `SELECT c.id, c.institution_id, c.rules, p.category, v.periods AS programme_periods, v.id AS version_id,
         (SELECT GROUP_CONCAT(x.ancestor_id) FROM organisation_unit_ancestor x WHERE x.unit_id = c.institution_id) AS institution_path,
         (SELECT JSON_ARRAYAGG(JSON_OBJECT('personId', l.person_id)) FROM classes_lecturer l WHERE l.id IN
           (SELECT sl.lecturer_id FROM classes_session_lecturer sl JOIN classes_session s ON s.id = sl.session_id WHERE s.class_id = c.id)) AS lecturers,
         (SELECT JSON_ARRAYAGG(JSON_OBJECT('personId', f.person_id, 'role', f.role)) FROM classes_staff f WHERE f.class_id = c.id) AS staff
       FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id JOIN catalogue_programme p ON p.id = v.programme_id WHERE c.id = ?`,
      [classId],
    );
    if (!row) return undefined;
    const units = await this.db.rows<ClassPlan['units'][number]>(
      'SELECT id, parent_id AS parentId, kind, title_vi AS titleVi, title_en AS titleEn, periods FROM catalogue_programme_unit WHERE version_id = ? ORDER BY position, id', [row.version_id],
    );
    return {
      people: {
        classId, institutionId: row.institution_id, institutionPath: (row.institution_path ?? '').split(',').filter(Boolean).map(Number),
        lecturers: fromJson(row.lecturers, []), staff: fromJson(row.staff, []),
      },
      plan: {
        rules: rulesOfClass(row.rules, row.category), programmePeriods: row.programme_periods, units, sessions: await this.sessionsOf(classId),
      },
    };
  }

  /** Sessions that take or took place, in order of time. */
  private async sessionsOf(classId: number): Promise<PlannedSession[]> {
    const rows = await this.db.rows<{ id: number; unit: number | null; day: string; starts_at: Date; ends_at: Date; periods: number }>(
      `SELECT s.id, s.programme_unit_id AS unit, s.day, s.starts_at, s.ends_at, GREATEST(1, (SELECT COUNT(*) FROM classes_session_period p WHERE p.session_id = s.id)) AS periods
       FROM classes_session s WHERE s.class_id = ? AND s.state <> 'CANCELLED' ORDER BY s.starts_at`,
      [classId],
    );
    return rows.map((row) => ({ id: row.id, unitId: row.unit, day: row.day, startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime(), periods: Number(row.periods) }));
  }

  /** Records of these people in sessions of the class that were not cancelled. */
  async outcomes(classId: number, enrolmentIds: readonly number[]): Promise<StoredOutcome[]> {
    const rows = await this.db.rows<StoredOutcome>(
      `SELECT r.enrolment_id AS enrolmentId, r.session_id AS sessionId, r.status, r.periods_credited AS credited, r.periods_to_decide AS toDecide,
         r.periods_upcoming AS upcoming, r.periods_total AS total, r.to_review AS toReview
       FROM attendance_record r JOIN classes_session s ON s.id = r.session_id WHERE s.class_id = ? AND s.state <> 'CANCELLED' AND r.enrolment_id IN (?)`,
      [classId, enrolmentIds],
    );
    return rows.map((row) => ({ ...row, toReview: Boolean(row.toReview) }));
  }

  async page(classId: number, query: PageQuery): Promise<{ rows: { enrolmentId: number; fullName: string; unitName: string }[]; total: number }> {
    const words = searchWords(foldVietnamese(query.search));
    const where = `FROM enrolment_enrolment e WHERE e.class_id = ? AND e.state NOT IN (${left})${words.map(() => ' AND e.search_key LIKE ?').join('')}`;
    const params: SqlValue[] = [classId, ...words.map(containing)];
    const rows = await this.db.rows<{ enrolmentId: number; fullName: string; unitName: string }>(
      `SELECT e.id AS enrolmentId, e.full_name AS fullName, ${frozenUnitName('e')} AS unitName ${where} ORDER BY e.sort_name, e.id LIMIT ? OFFSET ?`,
      [...params, query.size, (query.page - 1) * query.size],
    );
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n ${where}`, params);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Everybody who was ever admitted, with the class; for those who ask by enrolment. */
  async classesOf(enrolmentIds: readonly number[]): Promise<Map<number, number[]>> {
    const rows = await this.db.rows<{ id: number; class_id: number }>('SELECT id, class_id FROM enrolment_enrolment WHERE id IN (?)', [enrolmentIds]);
    return new Map([...grouped(rows, (row) => row.class_id)].map(([classId, of]) => [classId, of.map((row) => row.id)]));
  }

  async enrolmentsOf(classId: number): Promise<number[]> {
    return (await this.db.rows<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE class_id = ?', [classId])).map((row) => row.id);
  }

  async enrolmentOf(classId: number, personId: number): Promise<number | undefined> {
    return (await this.db.row<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE class_id = ? AND person_id = ?', [classId, personId]))?.id;
  }

  /** One line for each enrolment and session between two days; without a record nothing is credited, and what has not ended is to come. */
  async ledger(enrolmentIds: readonly number[], from: string, to: string, now: Date) {
    return this.db.rows<{ enrolmentId: number; classId: number; sessionId: number; day: string; credited: number; upcoming: number; total: number }>(
      `SELECT e.id AS enrolmentId, s.class_id AS classId, s.id AS sessionId, s.day, COALESCE(r.periods_credited, 0) AS credited,
         COALESCE(r.periods_upcoming, IF(s.ends_at > ?, GREATEST(1, (SELECT COUNT(*) FROM classes_session_period p WHERE p.session_id = s.id)), 0)) AS upcoming,
         COALESCE(r.periods_total, GREATEST(1, (SELECT COUNT(*) FROM classes_session_period p WHERE p.session_id = s.id))) AS total
       FROM enrolment_enrolment e JOIN classes_session s ON s.class_id = e.class_id LEFT JOIN attendance_record r ON r.session_id = s.id AND r.enrolment_id = e.id
       WHERE e.id IN (?) AND s.day BETWEEN ? AND ? AND s.state <> 'CANCELLED' ORDER BY s.day, s.id`,
      [now, enrolmentIds, from, to],
    );
  }
}
