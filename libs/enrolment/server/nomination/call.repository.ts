import { Injectable } from '@nestjs/common';
import { seatedStates } from '@halong/enrolment/contract';
import { unitName } from '@halong/organisation/server';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';
import { currentPost } from '../screening/screening-facts.repository.ts';
import type { CallRow } from './nomination.rows.ts';

const isOpen = "(c.state = 'NOMINATING' AND (c.nomination_deadline IS NULL OR c.nomination_deadline >= ?))";

/** Enrolment calls as a unit sees them, and the people it may choose from. */
@Injectable()
export class CallRepository {
  constructor(private readonly db: Database) {}

  /** Classes with a quota for a unit of these subtrees: the open ones by deadline, without one last; then the closed ones, the latest first. */
  async page(subtreeIds: readonly number[], filter: { today: string; search: string; open?: boolean }, page: number, size: number): Promise<{ rows: CallRow[]; total: number }> {
    const parts: [string, SqlValue[]][] = [["c.state <> 'PLANNED' AND q.seats > 0 AND q.unit_id IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id IN (?))", [subtreeIds]]];
    if (filter.search) parts.push(['c.search_key LIKE ?', [containing(filter.search)]]);
    if (filter.open !== undefined) parts.push([`${isOpen} = ?`, [filter.today, filter.open ? 1 : 0]]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    const params = parts.flatMap(([, values]) => values);
    const [rows, count] = await Promise.all([
      this.calls(where, params, filter.today, `ORDER BY open DESC, IF(open, c.nomination_deadline IS NULL, 0), IF(open, c.nomination_deadline, NULL), c.nomination_deadline DESC, c.id, u.id LIMIT ${size} OFFSET ${(page - 1) * size}`),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM classes_quota q JOIN classes_class c ON c.id = q.class_id WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** The call of one unit; quota 0 when it has none. */
  async find(classId: number, unitId: number, today: string): Promise<CallRow | undefined> {
    const [row] = await this.calls('c.id = ? AND u.id = ?', [classId, unitId], today, '');
    return row;
  }

  /** Official names, sorted by given name, of the people of a unit and below it; the search is folded. */
  async candidates(unitId: number, search: string, today: string, page: number, size: number): Promise<{ ids: number[]; total: number }> {
    const words = searchWords(search);
    const from = `organisation_person p ${currentPost} WHERE e.unit_id IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id = ?)${' AND p.search_key LIKE ?'.repeat(words.length)}`;
    const params = [today, today, unitId, ...words.map(containing)];
    const [rows, count] = await Promise.all([
      this.db.rows<{ id: number }>(`SELECT p.id FROM ${from} ORDER BY p.sort_name, p.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, params),
    ]);
    return { ids: rows.map(({ id }) => id), total: Number(count?.n ?? 0) };
  }

  /** Of these people, those who work in the unit or below it today. */
  async ofUnit(personIds: readonly number[], unitId: number, today: string): Promise<{ id: number; fullName: string }[]> {
    return this.db.rows(
      `SELECT p.id, p.full_name AS fullName FROM organisation_person p ${currentPost}
       WHERE p.id IN (?) AND e.unit_id IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id = ?)`,
      [today, today, personIds, unitId],
    );
  }

  /** People by the HMAC of their personal number. */
  async byPersonalId(hashes: readonly string[]): Promise<Map<string, number>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; hash: string }>('SELECT id, personal_id_hash AS hash FROM organisation_person WHERE personal_id_hash IN (?)', [hashes]);
    return new Map(rows.map(({ id, hash }) => [hash, id]));
  }

  private calls(where: string, params: readonly SqlValue[], today: string, order: string): Promise<CallRow[]> {
    return this.db.rows<CallRow>(
      `SELECT c.id AS classId, c.code AS classCode, c.name_vi AS nameVi, c.name_en AS nameEn, u.id AS unitId, ${unitName('u')} AS unitName, COALESCE(q.seats, 0) AS quota,
         (SELECT COUNT(*) FROM enrolment_nomination n WHERE n.list_id = l.id AND n.state NOT IN ('REJECTED', 'WITHDRAWN')) AS listed,
         (SELECT COUNT(*) FROM enrolment_nomination n JOIN enrolment_enrolment e ON e.class_id = n.class_id AND e.person_id = n.person_id AND e.nomination_id = n.id
           WHERE n.list_id = l.id AND n.state = 'APPROVED' AND e.state IN (?)) AS admitted,
         c.opening_date AS openingDate, c.nomination_deadline AS nominationDeadline, l.state AS listState, c.state AS classState, ${isOpen} AS open
       FROM classes_class c JOIN organisation_unit u LEFT JOIN classes_quota q ON q.class_id = c.id AND q.unit_id = u.id
       LEFT JOIN enrolment_nomination_list l ON l.class_id = c.id AND l.unit_id = u.id
       WHERE ${where} ${order}`,
      [seatedStates, today, ...params],
    );
  }
}
