import { Injectable } from '@nestjs/common';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';
import type { TrainingClassState } from '@halong/classes/contract';
import { classScope } from './class-scope.sql.ts';
import type { ClassScope } from './training-class.policy.ts';
import type { ClassDetailRow, ClassRow, ModeTotalRow, QuotaRow, StaffRow } from './training-class.rows.ts';

export interface ClassFilter {
  search: string;
  state?: string;
  year?: number;
  institutionId?: number;
  category?: string;
}

const item = `c.id, c.code, c.programme_version_id, p.code AS programme_code, p.category, c.intake_no, c.year, c.name_vi, c.name_en, c.institution_id,
  i.name_vi AS institution_vi, i.name_en AS institution_en, c.organising_unit_id, c.capacity, c.state, c.state_reason, c.opening_date, c.closing_date,
  c.nomination_deadline, c.version, EXISTS (SELECT 1 FROM classes_staff st WHERE st.class_id = c.id AND st.person_id = ?) AS is_staff`;
const detail = `, p.id AS programme_id, p.name_vi AS programme_vi, p.name_en AS programme_en, v.periods AS programme_periods, v.delivery_mode, v.credential,
  o.name_vi AS organising_vi, o.name_en AS organising_en, c.rule_set_id, c.rules, c.decision_no, c.decision_date, c.decision_signer, c.decision_file_id,
  f.name AS decision_file_name`;
const from = `FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id JOIN catalogue_programme p ON p.id = v.programme_id
  JOIN organisation_unit i ON i.id = c.institution_id`;
const fromDetail = `${from} LEFT JOIN organisation_unit o ON o.id = c.organising_unit_id LEFT JOIN platform_file f ON f.id = c.decision_file_id`;

@Injectable()
export class TrainingClassRepository {
  constructor(private readonly db: Database) {}

  async page(scope: ClassScope, filter: ClassFilter, personId: number, page: number, size: number): Promise<{ rows: ClassRow[]; total: number }> {
    const { sql, params } = this.where(scope, filter);
    const [rows, count] = await Promise.all([
      this.db.rows<ClassRow>(
        `SELECT ${item} ${from} WHERE ${sql} ORDER BY c.opening_date IS NULL DESC, c.opening_date DESC, c.code LIMIT ? OFFSET ?`,
        [personId, ...params, size, (page - 1) * size],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n ${from} WHERE ${sql}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** The class if it is in the scope. */
  find(scope: ClassScope, id: number, personId: number): Promise<ClassDetailRow | undefined> {
    const { sql, params } = classScope(scope);
    return this.db.row(`SELECT ${item}${detail} ${fromDetail} WHERE c.id = ? AND ${sql}`, [personId, id, ...params]);
  }

  /** Every command that changes a class or its timetable holds this lock first. */
  async lock(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM classes_class WHERE id = ? FOR UPDATE', [id])) !== undefined;
  }

  quotas(classId: number): Promise<QuotaRow[]> {
    return this.db.rows(
      'SELECT q.unit_id, u.name_vi, u.name_en, q.seats FROM classes_quota q JOIN organisation_unit u ON u.id = q.unit_id WHERE q.class_id = ? ORDER BY u.name_vi, u.id',
      [classId],
    );
  }

  staff(classId: number): Promise<StaffRow[]> {
    return this.db.rows(
      'SELECT s.person_id, p.full_name, s.role FROM classes_staff s JOIN organisation_person p ON p.id = s.person_id WHERE s.class_id = ? ORDER BY s.role, p.sort_name, p.id',
      [classId],
    );
  }

  /** Sessions, periods and days of the timetable by mode, without what is cancelled. */
  totals(classId: number): Promise<ModeTotalRow[]> {
    return this.db.rows(
      `SELECT s.mode, COUNT(DISTINCT s.id) AS sessions, COUNT(sp.period_no) AS periods, MIN(s.day) AS first_day, MAX(s.day) AS last_day
       FROM classes_session s LEFT JOIN classes_session_period sp ON sp.session_id = s.id WHERE s.class_id = ? AND s.state <> 'CANCELLED' GROUP BY s.mode`,
      [classId],
    );
  }

  async programmePeriods(programmeVersionId: number): Promise<number> {
    const row = await this.db.row<{ periods: number }>('SELECT periods FROM catalogue_programme_version WHERE id = ?', [programmeVersionId]);
    return row?.periods ?? 0;
  }

  add(values: Record<string, SqlValue>): Promise<number> {
    return this.db.insert('classes_class', values);
  }

  /** Sets columns (names from code) and counts the version up. */
  async update(id: number, values: Record<string, SqlValue>): Promise<void> {
    const sets = Object.keys(values).map((column) => `${column} = ?, `).join('');
    await this.db.run(`UPDATE classes_class SET ${sets}version = version + 1 WHERE id = ?`, [...Object.values(values), id]);
  }

  async setState(id: number, state: TrainingClassState, reason: string | null): Promise<void> {
    await this.update(id, { state, state_reason: reason });
  }

  async setQuotas(classId: number, quotas: readonly { unitId: number; seats: number }[]): Promise<void> {
    await this.db.run('DELETE FROM classes_quota WHERE class_id = ?', [classId]);
    if (quotas.length > 0) await this.db.insertMany('classes_quota', quotas.map(({ unitId, seats }) => ({ class_id: classId, unit_id: unitId, seats })));
  }

  async setStaff(classId: number, staff: readonly { personId: number; role: string }[]): Promise<void> {
    await this.db.run('DELETE FROM classes_staff WHERE class_id = ?', [classId]);
    if (staff.length > 0) await this.db.insertMany('classes_staff', staff.map(({ personId, role }) => ({ class_id: classId, person_id: personId, role })));
  }

  /** Which of the ids are units that exist on the day; `type` narrows. */
  async existingUnits(ids: readonly number[], day: string, type: string | null): Promise<Set<number>> {
    const rows = await this.db.rows<{ id: number }>(
      `SELECT id FROM organisation_unit WHERE id IN (?) AND (? IS NULL OR type = ?)
       AND (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?)`,
      [ids, type, type, day, day],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async existingPeople(ids: readonly number[]): Promise<Set<number>> {
    return new Set((await this.db.rows<{ id: number }>('SELECT id FROM organisation_person WHERE id IN (?)', [ids])).map(({ id }) => id));
  }

  /** The decision file that this account sent in; its media type was told by its content. */
  async ownFile(fileId: number, accountId: number): Promise<boolean> {
    const row = await this.db.row("SELECT 1 FROM platform_file WHERE id = ? AND uploaded_by = ? AND media_type <> 'application/octet-stream'", [fileId, accountId]);
    return row !== undefined;
  }

  private where(scope: ClassScope, { search, state, year, institutionId, category }: ClassFilter): { sql: string; params: SqlValue[] } {
    const parts = [classScope(scope)];
    if (state) parts.push({ sql: 'c.state = ?', params: [state] });
    if (year) parts.push({ sql: 'c.year = ?', params: [year] });
    if (institutionId) parts.push({ sql: 'c.institution_id = ?', params: [institutionId] });
    if (category) parts.push({ sql: 'p.category = ?', params: [category] });
    for (const word of searchWords(search)) parts.push({ sql: 'c.search_key LIKE ?', params: [containing(word)] });
    return { sql: parts.map(({ sql }) => sql).join(' AND '), params: parts.flatMap(({ params }) => params) };
  }
}
