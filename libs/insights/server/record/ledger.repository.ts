import { Injectable } from '@nestjs/common';
import type { LedgerClass, LedgerSession } from '@halong/insights/contract';
import { Database } from '@halong/platform/server';
import type { PersonSums } from '../figures/outlook.rules.ts';

export type LedgerClassRow = LedgerClass & { completion: 'MET' | 'NOT_MET' | 'PENDING' | null };

interface SessionRow extends Omit<LedgerSession, 'startsAt'> {
  enrolmentId: number;
  startsAt: Date;
}

/** The ledger of one person. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly db: Database) {}

  async sums(personId: number, year: number): Promise<PersonSums> {
    const row = await this.db.row<PersonSums>(
      `SELECT COALESCE(SUM(IF(l.state = 'COUNTED', l.periods_attended, 0)), 0) AS counted, COALESCE(SUM(IF(l.state = 'ON_THE_WAY', l.periods_attended, 0)), 0) AS onTheWay,
         COALESCE(SUM(IF(l.state = 'NONE', 0, l.periods_expected)), 0) AS expected, COUNT(IF(l.state = 'NONE', NULL, l.enrolment_id)) AS entries,
         (SELECT IF(COUNT(h.valid_from) < COUNT(*), NULL, MIN(h.valid_from)) FROM organisation_employment h WHERE h.person_id = ?) AS since
       FROM completion_ledger l WHERE l.person_id = ? AND l.year = ?`,
      [personId, personId, year],
    );
    return { counted: Number(row?.counted ?? 0), onTheWay: Number(row?.onTheWay ?? 0), expected: Number(row?.expected ?? 0), entries: Number(row?.entries ?? 0), since: row?.since ?? null };
  }

  async years(personId: number): Promise<number[]> {
    return (await this.db.rows<{ year: number }>('SELECT DISTINCT year FROM completion_ledger WHERE person_id = ? ORDER BY year DESC', [personId])).map(({ year }) => year);
  }

  /** Newest opening first. */
  classes(personId: number, year: number): Promise<LedgerClassRow[]> {
    return this.db.rows(
      `SELECT l.enrolment_id AS enrolmentId, c.id AS classId, c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.state AS classState, e.state AS enrolmentState,
         c.opening_date AS openingDate, c.closing_date AS closingDate, l.state, l.periods_attended AS attended, l.periods_expected AS expected,
         JSON_UNQUOTE(JSON_EXTRACT(d.tree, '$.met')) AS completion
       FROM completion_ledger l JOIN enrolment_enrolment e ON e.id = l.enrolment_id JOIN classes_class c ON c.id = e.class_id
       LEFT JOIN completion_result d ON d.enrolment_id = l.enrolment_id WHERE l.person_id = ? AND l.year = ? ORDER BY c.opening_date DESC, c.id DESC LIMIT 200`,
      [personId, year],
    );
  }

  /** The sessions of the year in the classes of these enrolments, in order of time. */
  async sessions(enrolmentIds: readonly number[], year: number): Promise<Map<number, LedgerSession[]>> {
    const all = new Map(enrolmentIds.map((id): [number, LedgerSession[]] => [id, []]));
    if (enrolmentIds.length === 0) return all;
    const rows = await this.db.rows<SessionRow>(
      `SELECT e.id AS enrolmentId, s.id AS sessionId, s.class_id AS classId, s.session_no AS sessionNo, s.day, s.starts_at AS startsAt, s.topic, s.state, r.status,
         COALESCE(r.periods_credited, 0) AS credited, COALESCE(r.periods_total, (SELECT COUNT(*) FROM classes_session_period p WHERE p.session_id = s.id)) AS periods
       FROM enrolment_enrolment e JOIN classes_session s ON s.class_id = e.class_id AND s.state <> 'CANCELLED'
       LEFT JOIN attendance_record r ON r.session_id = s.id AND r.enrolment_id = e.id WHERE e.id IN (?) AND s.day BETWEEN ? AND ? ORDER BY s.starts_at, s.id LIMIT 2000`,
      [[...enrolmentIds], `${year}-01-01`, `${year}-12-31`],
    );
    for (const { enrolmentId, startsAt, ...row } of rows) {
      all.get(enrolmentId)?.push({ ...row, startsAt: startsAt.toISOString(), credited: Number(row.credited), periods: Number(row.periods) });
    }
    return all;
  }
}
