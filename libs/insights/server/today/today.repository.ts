import { Injectable } from '@nestjs/common';
import { Database, type SqlValue } from '@halong/platform/server';
import type { LedScope } from './today.policy.ts';
import type { DeskSessionRow, MySessionRow, PersonYearRow } from './today.rows.ts';

const facts = `s.id, s.session_no, s.class_id, c.code, c.name_vi, c.name_en, s.topic, s.starts_at, s.ends_at, s.mode, s.state, COALESCE(r.name, s.place) AS place,
  (SELECT MIN(period_no) FROM classes_session_period WHERE session_id = s.id) AS first_period,
  (SELECT MAX(period_no) FROM classes_session_period WHERE session_id = s.id) AS last_period,
  (SELECT GROUP_CONCAT(TRIM(CONCAT(l.title, ' ', p.full_name)) ORDER BY l.id SEPARATOR ', ') FROM classes_session_lecturer sl
     JOIN classes_lecturer l ON l.id = sl.lecturer_id JOIN organisation_person p ON p.id = l.person_id WHERE sl.session_id = s.id) AS lecturers`;
const studying = "('ADMITTED', 'ACTIVE', 'EXAM_ELIGIBLE', 'EXAM_BARRED')";

/** The hot reads of every morning: two prepared statements for a trainee. */
@Injectable()
export class TodayRepository {
  /** Person, from and to → sessions. Open so that the bench can ask the same question by hand. */
  static readonly mySessionsSql = `SELECT ${facts}, (SELECT COUNT(*) FROM classes_session x WHERE x.class_id = s.class_id AND x.state <> 'CANCELLED') AS sessions_total,
         COALESCE(JSON_VALUE(c.rules, '$.attendance.windowBeforeMin'), 0) AS window_before,
         a.status, a.way, a.arrived_at, a.periods_credited, a.periods_total
       FROM enrolment_enrolment e
       JOIN classes_class c ON c.id = e.class_id
       JOIN classes_session s ON s.class_id = c.id AND s.starts_at >= ? AND s.starts_at < ? AND s.state <> 'CANCELLED'
       LEFT JOIN classes_room r ON r.id = s.room_id
       LEFT JOIN attendance_record a ON a.session_id = s.id AND a.enrolment_id = e.id
       WHERE e.person_id = ? AND e.state IN ${studying} AND c.state IN ('DECIDED', 'RUNNING', 'EXAM')
       ORDER BY s.starts_at, s.id LIMIT 10`;

  static readonly personYearSql = `SELECT p.full_name, p.gender,
         COALESCE(SUM(CASE WHEN l.state = 'COUNTED' THEN l.periods_attended END), 0) AS counted,
         COALESCE(SUM(CASE WHEN l.state = 'ON_THE_WAY' THEN l.periods_attended END), 0) AS on_the_way,
         COALESCE(SUM(CASE WHEN l.state = 'ON_THE_WAY' THEN l.periods_expected END), 0) AS expected,
         COALESCE((SELECT JSON_VALUE(rules, '$.minAnnualPeriods.CIVIL_SERVANT') FROM regulations_rule_set
           WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from DESC, version DESC, id LIMIT 1), 0) AS needed
       FROM organisation_person p LEFT JOIN completion_ledger l ON l.person_id = p.id AND l.year = ?
       WHERE p.id = ? GROUP BY p.id, p.full_name, p.gender`;

  constructor(private readonly db: Database) {}

  mySessions(personId: number, from: Date, to: Date): Promise<MySessionRow[]> {
    return this.db.rows(TodayRepository.mySessionsSql, [from, to, personId]);
  }

  personYear(personId: number, year: number, day: string): Promise<PersonYearRow | undefined> {
    return this.db.row(TodayRepository.personYearSql, [day, day, year, personId]);
  }

  /** Sessions that the actor leads, in this span and in these states. */
  ledSessions(scope: LedScope, from: Date, to: Date, states: readonly string[]): Promise<DeskSessionRow[]> {
    const { where, params } = this.led(scope);
    return this.db.rows(
      `SELECT ${facts},
         (SELECT COUNT(*) FROM enrolment_enrolment e WHERE e.class_id = s.class_id AND e.state IN ${studying}) AS expected,
         (SELECT COUNT(*) FROM attendance_record a WHERE a.session_id = s.id AND a.arrived_at IS NOT NULL) AS present,
         (SELECT COUNT(*) FROM attendance_record a WHERE a.session_id = s.id AND a.to_review = 1) AS to_review
       FROM classes_session s JOIN classes_class c ON c.id = s.class_id LEFT JOIN classes_room r ON r.id = s.room_id
       WHERE s.starts_at >= ? AND s.starts_at < ? AND s.state IN (?) AND ${where} ORDER BY s.starts_at, s.id LIMIT 100`,
      [from, to, states, ...params],
    );
  }

  waitingNominations(scope: LedScope): Promise<{ id: number; code: string; waiting: number; nomination_deadline: string | null }[]> {
    const { where, params } = this.led(scope);
    return this.db.rows(
      `SELECT c.id, c.code, c.nomination_deadline, COUNT(*) AS waiting FROM enrolment_nomination n JOIN classes_class c ON c.id = n.class_id
       LEFT JOIN classes_session s ON FALSE
       WHERE n.state = 'SUBMITTED' AND ${where} GROUP BY c.id, c.code, c.nomination_deadline ORDER BY c.nomination_deadline, c.id LIMIT 50`,
      params,
    );
  }

  /** A sheet that was never opened is late as well. */
  lateSheets(scope: LedScope, today: string): Promise<{ id: number; code: string; closing_date: string; days: number; trainees: number; blank: number }[]> {
    const { where, params } = this.led(scope);
    return this.db.rows(
      `SELECT x.id, x.code, x.closing_date, DATEDIFF(?, x.closing_date) AS days, COUNT(e.id) AS trainees,
         SUM(NOT EXISTS (SELECT 1 FROM assessment_grade g WHERE g.enrolment_id = e.id AND g.kind <> 'BLANK')) AS blank
       FROM (SELECT DISTINCT c.id, c.code, c.closing_date FROM classes_class c JOIN classes_session s ON s.class_id = c.id LEFT JOIN assessment_grade_sheet h ON h.class_id = c.id
         WHERE c.state = 'GRADING' AND c.closing_date < ? AND COALESCE(h.state, 'OPEN') = 'OPEN' AND ${where}) x
       JOIN enrolment_enrolment e ON e.class_id = x.id AND e.state IN ${studying} GROUP BY x.id, x.code, x.closing_date ORDER BY x.closing_date, x.id LIMIT 50`,
      [today, today, ...params],
    );
  }

  barredPeople(scope: LedScope): Promise<{ id: number; code: string; people: number }[]> {
    const { where, params } = this.led(scope);
    return this.db.rows(
      `SELECT x.id, x.code, COUNT(*) AS people FROM (SELECT DISTINCT c.id, c.code FROM classes_class c JOIN classes_session s ON s.class_id = c.id
         WHERE c.state IN ('RUNNING', 'EXAM') AND ${where}) x
       JOIN completion_result d ON d.class_id = x.id AND d.complete = 0 AND JSON_SEARCH(d.tree, 'one', 'BARRED', NULL, '$.groups[*].leaves[*].why') IS NOT NULL
       JOIN enrolment_enrolment e ON e.id = d.enrolment_id AND e.state IN ${studying} GROUP BY x.id, x.code ORDER BY x.id LIMIT 50`,
      params,
    );
  }

  private led({ everything, institutionIds, classIds, personId }: LedScope): { where: string; params: SqlValue[] } {
    if (everything) return { where: '1 = 1', params: [] };
    return {
      where: `(c.institution_id IN (?) OR c.id IN (?)
        OR EXISTS (SELECT 1 FROM classes_staff st WHERE st.class_id = c.id AND st.person_id = ?)
        OR EXISTS (SELECT 1 FROM classes_session_lecturer sl JOIN classes_lecturer l ON l.id = sl.lecturer_id WHERE sl.session_id = s.id AND l.person_id = ?))`,
      params: [[...institutionIds, 0], [...classIds, 0], personId, personId],
    };
  }
}
