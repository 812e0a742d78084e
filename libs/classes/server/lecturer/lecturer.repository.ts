import { Injectable } from '@nestjs/common';
import { unitName } from '@halong/organisation/server';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';

export interface LecturerRow {
  id: number;
  person_id: number;
  full_name: string;
  title: string;
  kind: string;
  institution_id: number | null;
  institution_vi: string | null;
  institution_en: string | null;
}

/** Somebody of an institution who teaches or works there. */
export interface ColleagueRow {
  person_id: number;
  lecturer_id: number | null;
  full_name: string;
  title: string | null;
  unit_name: string | null;
}

const select = `SELECT l.id, l.person_id, p.full_name, l.title, l.kind, l.institution_id, i.name_vi AS institution_vi, i.name_en AS institution_en
  FROM classes_lecturer l JOIN organisation_person p ON p.id = l.person_id LEFT JOIN organisation_unit i ON i.id = l.institution_id`;

@Injectable()
export class LecturerRepository {
  constructor(private readonly db: Database) {}

  async page(filter: { search: string; institutionId?: number | undefined }, page: number, size: number): Promise<{ rows: LecturerRow[]; total: number }> {
    const parts: [string, SqlValue[]][] = [['1 = 1', []]];
    if (filter.institutionId) parts.push(['l.institution_id = ?', [filter.institutionId]]);
    for (const word of searchWords(filter.search)) parts.push(['p.search_key LIKE ?', [containing(word)]]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    const params = parts.flatMap(([, values]) => values);
    const rows = await this.db.rows<LecturerRow>(`${select} WHERE ${where} ORDER BY p.sort_name, l.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]);
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM classes_lecturer l JOIN organisation_person p ON p.id = l.person_id WHERE ${where}`, params);
    return { rows, total: Number(count?.n ?? 0) };
  }

  one(id: number): Promise<LecturerRow | undefined> {
    return this.db.row(`${select} WHERE l.id = ?`, [id]);
  }

  ofPerson(personId: number): Promise<LecturerRow | undefined> {
    return this.db.row(`${select} WHERE l.person_id = ?`, [personId]);
  }

  add(values: { personId: number; institutionId: number | null; kind: string; title: string }): Promise<number> {
    return this.db.insert('classes_lecturer', { person_id: values.personId, institution_id: values.institutionId, kind: values.kind, title: values.title });
  }

  async update(id: number, values: { institutionId: number | null; kind: string; title: string }): Promise<void> {
    await this.db.run('UPDATE classes_lecturer SET institution_id = ?, kind = ?, title = ? WHERE id = ?', [values.institutionId, values.kind, values.title, id]);
  }

  async personExists(id: number): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM organisation_person WHERE id = ?', [id])) !== undefined;
  }

  /** Those who teach for the institution, and everybody employed in it on the day: the only ones a written name is compared with. */
  colleagues(institutionId: number, day: string): Promise<ColleagueRow[]> {
    return this.db.rows(
      `SELECT p.id AS person_id, l.id AS lecturer_id, p.full_name, l.title,
         (SELECT MAX(${unitName('u')}) FROM organisation_employment e JOIN organisation_unit u ON u.id = e.unit_id WHERE e.person_id = p.id
           AND (e.valid_from IS NULL OR e.valid_from <= ?) AND (e.valid_to IS NULL OR e.valid_to >= ?)) AS unit_name
       FROM organisation_person p LEFT JOIN classes_lecturer l ON l.person_id = p.id
       WHERE p.id IN (
         SELECT person_id FROM classes_lecturer WHERE institution_id = ?
         UNION SELECT e.person_id FROM organisation_employment e JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id
           WHERE a.ancestor_id = ? AND (e.valid_from IS NULL OR e.valid_from <= ?) AND (e.valid_to IS NULL OR e.valid_to >= ?))
       ORDER BY p.sort_name, p.id LIMIT 5000`,
      [day, day, institutionId, institutionId, day, day],
    );
  }

  async worksAt(personId: number, institutionId: number): Promise<boolean> {
    const row = await this.db.row(
      `SELECT 1 FROM organisation_employment e JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id
       WHERE e.person_id = ? AND a.ancestor_id = ? AND e.valid_to IS NULL`,
      [personId, institutionId],
    );
    return row !== undefined;
  }
}
