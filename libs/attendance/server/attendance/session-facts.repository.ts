import { Injectable } from '@nestjs/common';
import { Database, jsonIn } from '@halong/platform/server';
import type { ProgrammeCategoryCode } from '@halong/regulations/contract';
import { rulesOfClass } from '@halong/regulations/server';
import type { SessionPlan } from './evidence.rules.ts';
import { planOf, type SessionFacts } from './session-facts.ts';

interface SessionRow {
  id: number;
  class_id: number;
  code: string;
  name_vi: string;
  name_en: string;
  session_no: number;
  topic: string;
  day: string;
  state: SessionFacts['state'];
  starts_at: Date;
  ends_at: Date;
  mode: SessionPlan['mode'];
  room_name: string | null;
  rules: unknown;
  rule_set_id: number | null;
  category: ProgrammeCategoryCode;
  institution_id: number;
  institution_path: string | null;
  periods: string | null;
  lecturers: unknown;
  staff: unknown;
  secret: Buffer | null;
  prompts_at: unknown;
  locked_at: Date | null;
}

/** What a JSON column holds, or something else where it holds nothing. */
export const fromJson = <T>(stored: unknown, otherwise: T): T => (stored === null || stored === undefined ? otherwise : jsonIn(stored));

const millis = (column: string) => `ROUND(UNIX_TIMESTAMP(${column}) * 1000)`;

/** One statement for the session with its periods, people and secret, whatever their number. */
const select = `SELECT s.id, s.class_id, c.code, c.name_vi, c.name_en, s.session_no, s.topic, s.day, s.state, s.starts_at, s.ends_at, s.mode,
    r.name AS room_name, c.rules, c.rule_set_id, p.category, c.institution_id, a.secret, a.prompts_at, a.locked_at,
    (SELECT GROUP_CONCAT(x.ancestor_id) FROM organisation_unit_ancestor x WHERE x.unit_id = c.institution_id) AS institution_path,
    (SELECT GROUP_CONCAT(t.period_no, ' ', ${millis('t.starts_at')}, ' ', ${millis('t.ends_at')} ORDER BY t.starts_at)
       FROM classes_session_period t WHERE t.session_id = s.id) AS periods,
    (SELECT JSON_ARRAYAGG(JSON_OBJECT('personId', o.id, 'name', TRIM(CONCAT(l.title, ' ', o.full_name))))
       FROM classes_session_lecturer sl JOIN classes_lecturer l ON l.id = sl.lecturer_id JOIN organisation_person o ON o.id = l.person_id WHERE sl.session_id = s.id) AS lecturers,
    (SELECT JSON_ARRAYAGG(JSON_OBJECT('personId', f.person_id, 'role', f.role)) FROM classes_staff f WHERE f.class_id = s.class_id) AS staff
  FROM classes_session s JOIN classes_class c ON c.id = s.class_id JOIN catalogue_programme_version v ON v.id = c.programme_version_id
  JOIN catalogue_programme p ON p.id = v.programme_id LEFT JOIN classes_room r ON r.id = s.room_id LEFT JOIN attendance_session a ON a.session_id = s.id`;

@Injectable()
export class SessionFactsRepository {
  constructor(private readonly db: Database) {}

  async find(sessionId: number): Promise<SessionFacts | undefined> {
    const row = await this.db.row<SessionRow>(`${select} WHERE s.id = ?`, [sessionId]);
    return row && factsOf(row);
  }

  /** The sessions of one person whose time lies around `at`, cancelled ones included, with the enrolment of each. */
  async aroundOf(personId: number, from: Date, to: Date): Promise<{ enrolmentId: number; session: SessionFacts }[]> {
    const rows = await this.db.rows<SessionRow & { enrolment_id: number }>(
      `${select.replace('SELECT', 'SELECT e.id AS enrolment_id,')} JOIN enrolment_enrolment e ON e.class_id = s.class_id
       WHERE e.person_id = ? AND e.state NOT IN ('DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED') AND s.starts_at <= ? AND s.ends_at >= ? ORDER BY s.starts_at LIMIT 20`,
      [personId, to, from],
    );
    return rows.map((row) => ({ enrolmentId: row.enrolment_id, session: factsOf(row) }));
  }
}

function factsOf(row: SessionRow): SessionFacts {
  const periods = (row.periods ?? '').split(',').filter(Boolean).map((text) => {
    const [no = 0, startsAt = 0, endsAt = 0] = text.split(' ').map(Number);
    return { no, startsAt, endsAt };
  });
  const { startsAt, endsAt, ...plan } = planOf(row.mode, periods, { from: row.starts_at.getTime(), to: row.ends_at.getTime() });
  return {
    id: row.id, classId: row.class_id, classCode: row.code, classNameVi: row.name_vi, classNameEn: row.name_en, sessionNo: row.session_no,
    topic: row.topic, day: row.day, state: row.state, roomName: row.room_name, plan, startsAt, endsAt,
    rules: rulesOfClass(row.rules, row.category),
    ruleSetId: row.rule_set_id,
    lecturers: fromJson(row.lecturers, []),
    staff: fromJson(row.staff, []),
    institutionId: row.institution_id,
    institutionPath: (row.institution_path ?? '').split(',').filter(Boolean).map(Number),
    secret: row.secret?.toString('hex') ?? null,
    promptsAt: fromJson<number[]>(row.prompts_at, []),
    lockedAt: row.locked_at?.getTime() ?? null,
  };
}
