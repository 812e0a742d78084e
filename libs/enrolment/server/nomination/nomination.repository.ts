import { Injectable } from '@nestjs/common';
import { seatedStates, type NominationCounts, type NominationState } from '@halong/enrolment/contract';
import { unitName } from '@halong/organisation/server';
import { containing, Database, jsonIn, type SqlValue } from '@halong/platform/server';
import { currentPost } from '../screening/screening-facts.repository.ts';
import type { LineScreening } from '../screening/screening.service.ts';
import type { LineRow, ListRow, NewLine, UnitCountRow } from './nomination.rows.ts';

type Stored = Omit<LineRow, 'reasons' | 'notes'> & { reasons: unknown; notes: unknown };

const columns = () => `n.id, n.list_id AS listId, n.class_id AS classId, l.unit_id AS unitId, ${unitName('lu')} AS unitName, n.person_id AS personId, n.position,
  n.written_name AS writtenName, n.written_born AS writtenBorn, n.written_position AS writtenPosition, n.personal_id_hash AS personalIdHash, n.file_row AS fileRow,
  n.state, n.screening, n.reasons, n.notes, n.submitted_at AS submittedAt, n.decided_at AS decidedAt, n.decision_reason AS decisionReason,
  l.submitted_by AS submittedBy, l.submitted_at AS listSubmittedAt, (en.id IS NOT NULL) AS seated,
  p.full_name AS fullName, e.position AS recordPosition, COALESCE(u.name_vi, e.unit_text) AS personUnitName`;
const tables = `enrolment_nomination n JOIN enrolment_nomination_list l ON l.id = n.list_id JOIN organisation_unit lu ON lu.id = l.unit_id
  LEFT JOIN enrolment_enrolment en ON en.class_id = n.class_id AND en.person_id = n.person_id AND en.nomination_id = n.id AND en.state IN (?)
  LEFT JOIN organisation_person p ON p.id = n.person_id ${currentPost}`;

const listOf = (stored: unknown): never[] => jsonIn(stored ?? []);
const opened = (row: Stored): LineRow => ({ ...row, reasons: listOf(row.reasons), notes: listOf(row.notes) });

export interface LineFilter {
  classId: number;
  unitId?: number;
  state?: NominationState;
  screening?: string;
  /** Folded. */
  search?: string;
}

/** Lists and their lines. Writers hold the lock of the class. */
@Injectable()
export class NominationRepository {
  constructor(private readonly db: Database) {}

  findList(classId: number, unitId: number): Promise<ListRow | undefined> {
    return this.db.row('SELECT id, state, version, submitted_at AS submittedAt FROM enrolment_nomination_list WHERE class_id = ? AND unit_id = ?', [classId, unitId]);
  }

  async openList(classId: number, unitId: number): Promise<ListRow> {
    const known = await this.findList(classId, unitId);
    if (known) return known;
    const id = await this.db.insert('enrolment_nomination_list', { class_id: classId, unit_id: unitId, version: 0 });
    return { id, state: 'DRAFT', version: 0, submittedAt: null };
  }

  async touchList(id: number, fileId?: number): Promise<void> {
    await this.db.run('UPDATE enrolment_nomination_list SET version = version + 1, file_id = COALESCE(?, file_id) WHERE id = ?', [fileId ?? null, id]);
  }

  async markListSubmitted(id: number, accountId: number, at: Date): Promise<void> {
    await this.db.run("UPDATE enrolment_nomination_list SET state = 'SUBMITTED', version = version + 1, submitted_by = ?, submitted_at = ? WHERE id = ?", [accountId, at, id]);
  }

  /** In list order. */
  linesOfLists(listIds: readonly number[], today: string): Promise<LineRow[]> {
    return this.lines('n.list_id IN (?)', [listIds], today, 'ORDER BY l.submitted_at, n.list_id, n.position, n.id');
  }

  linesOf(ids: readonly number[], today: string): Promise<LineRow[]> {
    return this.lines('n.id IN (?)', [ids], today, 'ORDER BY l.submitted_at, n.list_id, n.position, n.id');
  }

  /** Undecided lines of a class. */
  undecided(classId: number, today: string): Promise<LineRow[]> {
    return this.lines("n.class_id = ? AND n.state IN ('SUBMITTED', 'WAITLISTED')", [classId], today, 'ORDER BY l.submitted_at, n.list_id, n.position, n.id');
  }

  /** The class of a line; a locking read, so that the transaction does not begin to look at the past. */
  async classOf(nominationId: number): Promise<number | undefined> {
    return (await this.db.row<{ class_id: number }>('SELECT class_id FROM enrolment_nomination WHERE id = ? LOCK IN SHARE MODE', [nominationId]))?.class_id;
  }

  async page(filter: LineFilter, today: string, page: number, size: number): Promise<{ rows: LineRow[]; total: number }> {
    const parts: [string, SqlValue[]][] = [["n.class_id = ? AND n.state <> 'DRAFT'", [filter.classId]]];
    if (filter.unitId) parts.push(['l.unit_id = ?', [filter.unitId]]);
    if (filter.state) parts.push(['n.state = ?', [filter.state]]);
    if (filter.screening) parts.push(['n.screening = ?', [filter.screening]]);
    if (filter.search) parts.push(['p.search_key LIKE ?', [containing(filter.search)]]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    const params = parts.flatMap(([, values]) => values);
    const [rows, count] = await Promise.all([
      this.lines(where, params, today, `ORDER BY lu.name_vi, n.list_id, n.position, n.id LIMIT ${size} OFFSET ${(page - 1) * size}`),
      this.db.row<{ n: number }>(
        `SELECT COUNT(*) AS n FROM enrolment_nomination n JOIN enrolment_nomination_list l ON l.id = n.list_id LEFT JOIN organisation_person p ON p.id = n.person_id WHERE ${where}`,
        params,
      ),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** How many lines of the class stand in each state but DRAFT. */
  async counts(classId: number): Promise<NominationCounts> {
    const rows = await this.db.rows<{ state: keyof NominationCounts; n: number }>(
      "SELECT state, COUNT(*) AS n FROM enrolment_nomination WHERE class_id = ? AND state <> 'DRAFT' GROUP BY state", [classId],
    );
    const none: NominationCounts = { SUBMITTED: 0, WAITLISTED: 0, APPROVED: 0, REJECTED: 0, WITHDRAWN: 0 };
    return rows.reduce((counts, { state, n }) => ({ ...counts, [state]: Number(n) }), none);
  }

  /** Undecided lines that the last screening found eligible. */
  async eligible(classId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      "SELECT COUNT(*) AS n FROM enrolment_nomination WHERE class_id = ? AND state IN ('SUBMITTED', 'WAITLISTED') AND screening = 'ELIGIBLE'", [classId],
    );
    return Number(row?.n ?? 0);
  }

  /** Every unit with a quota or a submitted list, with its counts. */
  unitCounts(classId: number): Promise<UnitCountRow[]> {
    const live = "n.state IN ('SUBMITTED', 'WAITLISTED', 'APPROVED')";
    const count = (condition: string) => `COALESCE(SUM(${condition}), 0)`;
    return this.db.rows(
      `SELECT u.id AS unitId, ${unitName('u')} AS unitName, COALESCE(q.seats, 0) AS quota, ${count(live)} AS listed,
         ${count(`${live} AND n.screening = 'ELIGIBLE'`)} AS eligible, ${count(`${live} AND n.screening = 'OVER_QUOTA'`)} AS overQuota,
         ${count(`${live} AND n.screening = 'INELIGIBLE'`)} AS ineligible, ${count(`${live} AND n.screening = 'NOT_FOUND'`)} AS notFound,
         ${count("n.state = 'APPROVED' AND e.id IS NOT NULL")} AS admitted, MAX(l.submitted_at) AS submittedAt
       FROM organisation_unit u
       LEFT JOIN classes_quota q ON q.class_id = ? AND q.unit_id = u.id
       LEFT JOIN enrolment_nomination_list l ON l.class_id = ? AND l.unit_id = u.id
       LEFT JOIN enrolment_nomination n ON n.list_id = l.id
       LEFT JOIN enrolment_enrolment e ON e.class_id = n.class_id AND e.person_id = n.person_id AND e.nomination_id = n.id AND e.state IN (?)
       WHERE u.id IN (SELECT unit_id FROM classes_quota WHERE class_id = ? UNION SELECT unit_id FROM enrolment_nomination_list WHERE class_id = ? AND submitted_at IS NOT NULL)
       GROUP BY u.id, u.name_vi, u.name_en, q.seats ORDER BY unitName, u.id`,
      [classId, classId, seatedStates, classId, classId],
    );
  }

  async quotas(classId: number, unitIds: readonly number[]): Promise<Map<number, number>> {
    const rows = await this.db.rows<{ unit_id: number; seats: number }>('SELECT unit_id, seats FROM classes_quota WHERE class_id = ? AND unit_id IN (?)', [classId, unitIds]);
    return new Map(rows.map(({ unit_id, seats }) => [unit_id, seats]));
  }

  async replaceDraft(list: { id: number; classId: number }, lines: readonly NewLine[]): Promise<void> {
    await this.db.run("DELETE FROM enrolment_nomination WHERE list_id = ? AND state = 'DRAFT'", [list.id]);
    const last = await this.db.row<{ position: number | null }>('SELECT MAX(position) AS position FROM enrolment_nomination WHERE list_id = ?', [list.id]);
    const from = (last?.position ?? 0) + 1;
    await this.db.insertMany('enrolment_nomination', lines.map((line, index) => ({
      list_id: list.id, class_id: list.classId, position: from + index, state: 'DRAFT', reasons: '[]', notes: '[]',
      person_id: line.personId, written_name: line.writtenName.slice(0, 160), written_born: line.writtenBorn, written_position: line.writtenPosition?.slice(0, 160) ?? null,
      personal_id_hash: line.personalIdHash, file_row: line.fileRow,
    })));
  }

  /** One statement for any number of lines. */
  async storeScreening(screened: readonly { id: number; screening: LineScreening; state?: NominationState; submittedAt?: Date }[]): Promise<void> {
    if (screened.length === 0) return;
    const rows = screened.map(({ id, screening: { outcome, reasons, notes }, state }) => ({ id, outcome, reasons: JSON.stringify(reasons), notes: JSON.stringify(notes), state: state ?? null }));
    await this.db.run(
      `UPDATE enrolment_nomination n JOIN JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$.id', outcome VARCHAR(20) PATH '$.outcome',
         reasons TEXT PATH '$.reasons', notes TEXT PATH '$.notes', state VARCHAR(20) PATH '$.state')) s ON s.id = n.id
       SET n.screening = s.outcome, n.reasons = s.reasons, n.notes = s.notes, n.state = COALESCE(s.state, n.state),
         n.submitted_at = COALESCE(n.submitted_at, ?), n.version = n.version + 1`,
      [JSON.stringify(rows), screened[0]?.submittedAt ?? null],
    );
  }

  async waitlist(ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await this.db.run("UPDATE enrolment_nomination SET state = 'WAITLISTED', version = version + 1 WHERE id IN (?)", [ids]);
  }

  async decide(ids: readonly number[], to: NominationState, by: number, at: Date, reason: string | null): Promise<void> {
    if (ids.length === 0) return;
    await this.db.run(
      'UPDATE enrolment_nomination SET state = ?, decided_by = ?, decided_at = ?, decision_reason = ?, version = version + 1 WHERE id IN (?)',
      [to, by, at, reason, ids],
    );
  }

  private async lines(where: string, params: readonly SqlValue[], today: string, order: string): Promise<LineRow[]> {
    const rows = await this.db.rows<Stored>(`SELECT ${columns()} FROM ${tables} WHERE ${where} ${order}`, [seatedStates, today, today, ...params]);
    return rows.map(opened);
  }
}
