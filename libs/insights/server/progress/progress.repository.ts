import { Injectable } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import type { ClassProgress } from '@halong/insights/contract';
import { Database } from '@halong/platform/server';

interface ClassRow extends Omit<ClassProgress, 'sessions' | 'marksPublished'> {
  total: number;
  held: number;
  locked: number;
  published: number;
  all: number;
}

/** The steps of a year's classes, counted. */
export interface YearProgress {
  nominated: number;
  sessions: { total: number; held: number; locked: number };
  sheetsPublished: number;
  revoked: number;
}

const quoted = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
const left = quoted(leftStates);
const submitted = "n.state NOT IN ('DRAFT', 'WITHDRAWN')";
const done = "s.state IN ('ENDED', 'ATTENDANCE_LOCKED')";
const ofUnit = (alias: string): string => `JOIN organisation_unit_ancestor a ON a.unit_id = ${alias}.unit_id AND a.ancestor_id = ?`;
const sessions = `COUNT(*) AS total, COALESCE(SUM(${done}), 0) AS held, COALESCE(SUM(s.state = 'ATTENDANCE_LOCKED'), 0) AS locked`;

/** How far classes have come: one statement for the classes of a unit, four for a year, however many there are. */
@Injectable()
export class ProgressRepository {
  constructor(private readonly db: Database) {}

  /** Classes of the year that the unit has to do with, once they are announced. A page behind the last one is empty and says a total of 0. */
  async ofUnit(unitId: number, year: number, page: number, size: number): Promise<{ rows: ClassProgress[]; total: number }> {
    const rows = await this.db.rows<ClassRow>(
      `WITH quotas AS (SELECT q.class_id, SUM(q.seats) AS quota FROM classes_quota q ${ofUnit('q')} GROUP BY q.class_id),
         nominations AS (SELECT l.class_id, COUNT(*) AS nominated FROM enrolment_nomination_list l ${ofUnit('l')}
           JOIN enrolment_nomination n ON n.list_id = l.id AND ${submitted} GROUP BY l.class_id),
         people AS (SELECT e.class_id, COALESCE(SUM(e.state NOT IN (${left})), 0) AS admitted, COALESCE(SUM(e.state IN ('PASSED', 'COMPLETED')), 0) AS completed
           FROM enrolment_enrolment e ${ofUnit('e')} GROUP BY e.class_id),
         papers AS (SELECT k.class_id, COALESCE(SUM(k.state <> 'REVOKED'), 0) AS certificates, COALESCE(SUM(k.state = 'REVOKED'), 0) AS revoked
           FROM enrolment_enrolment e ${ofUnit('e')} JOIN certification_certificate k ON k.enrolment_id = e.id GROUP BY k.class_id),
         held AS (SELECT s.class_id, ${sessions} FROM classes_class y JOIN classes_session s ON s.class_id = y.id AND s.state <> 'CANCELLED' WHERE y.year = ? GROUP BY s.class_id)
       SELECT c.id AS classId, c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.state, c.opening_date AS openingDate, c.nomination_deadline AS nominationDeadline,
         COALESCE(q.quota, 0) AS quota, COALESCE(n.nominated, 0) AS nominated, COALESCE(p.admitted, 0) AS admitted, COALESCE(p.completed, 0) AS completed,
         COALESCE(k.certificates, 0) AS certificates, COALESCE(k.revoked, 0) AS revoked, COALESCE(h.total, 0) AS total, COALESCE(h.held, 0) AS held, COALESCE(h.locked, 0) AS locked,
         COALESCE(g.state = 'PUBLISHED', 0) AS published, COUNT(*) OVER () AS \`all\`
       FROM classes_class c LEFT JOIN quotas q ON q.class_id = c.id LEFT JOIN nominations n ON n.class_id = c.id LEFT JOIN people p ON p.class_id = c.id
         LEFT JOIN papers k ON k.class_id = c.id LEFT JOIN held h ON h.class_id = c.id LEFT JOIN assessment_grade_sheet g ON g.class_id = c.id
       WHERE c.year = ? AND c.state <> 'PLANNED' AND (q.class_id IS NOT NULL OR n.class_id IS NOT NULL OR p.class_id IS NOT NULL)
       ORDER BY c.opening_date IS NULL, c.opening_date DESC, c.id DESC LIMIT ? OFFSET ?`,
      [unitId, unitId, unitId, unitId, year, year, size, (page - 1) * size],
    );
    return { rows: rows.map(progressOf), total: Number(rows[0]?.all ?? 0) };
  }

  /** Of all classes of the year that were not given up. */
  async ofYear(year: number): Promise<YearProgress> {
    const ofYear = "c.year = ? AND c.state NOT IN ('CANCELLED', 'POSTPONED')";
    const count = async (sql: string): Promise<number> => Number((await this.db.row<{ found: number }>(sql, [year]))?.found ?? 0);
    const [nominated, held, sheetsPublished, revoked] = await Promise.all([
      count(`SELECT COUNT(*) AS found FROM classes_class c JOIN enrolment_nomination n ON n.class_id = c.id AND ${submitted} WHERE ${ofYear}`),
      this.db.row<YearProgress['sessions']>(`SELECT ${sessions} FROM classes_class c JOIN classes_session s ON s.class_id = c.id AND s.state <> 'CANCELLED' WHERE ${ofYear}`, [year]),
      count(`SELECT COUNT(*) AS found FROM classes_class c JOIN assessment_grade_sheet g ON g.class_id = c.id AND g.state = 'PUBLISHED' WHERE ${ofYear}`),
      count(`SELECT COUNT(*) AS found FROM classes_class c JOIN certification_certificate k ON k.class_id = c.id AND k.state = 'REVOKED' WHERE ${ofYear}`),
    ]);
    return { nominated, sessions: { total: Number(held?.total ?? 0), held: Number(held?.held ?? 0), locked: Number(held?.locked ?? 0) }, sheetsPublished, revoked };
  }
}

function progressOf({ all: _all, total, held, locked, published, ...row }: ClassRow): ClassProgress {
  const number = (value: number) => Number(value);
  return {
    ...row,
    quota: number(row.quota), nominated: number(row.nominated), admitted: number(row.admitted), completed: number(row.completed), certificates: number(row.certificates), revoked: number(row.revoked),
    sessions: { total: number(total), held: number(held), locked: number(locked) }, marksPublished: number(published) === 1,
  };
}
