import { Injectable } from '@nestjs/common';
import { foldVietnamese, givenNameKey } from '@halong/platform/contract';
import { containing, Database, literally, searchWords, type SqlValue } from '@halong/platform/server';
import type { PeopleScope } from './person.policy.ts';
import type { EmploymentRow, PersonDetailRow, PersonRow } from './person.rows.ts';

/** Whether a post is held on the day: WORKING yes, LEFT not any more (or never). */
export type PostStatus = 'ALL' | 'WORKING' | 'LEFT';

export interface PeopleFilter {
  on: string;
  search: string;
  unitId?: number;
  pending: boolean;
  status?: PostStatus;
  descending?: boolean;
}

/** What a person typed as a part of a LIKE pattern: its own % and _ mean themselves. */

const item = 'p.id, p.full_name, p.birth_year, p.gender, e.unit_id, u.name_vi AS unit_name, e.unit_text, e.position, e.rank';
/** The post held on the day; the newest one if the source gave two. */
const currentPost = `LEFT JOIN organisation_employment e ON e.id = (SELECT MAX(x.id) FROM organisation_employment x
    WHERE x.person_id = p.id AND (x.valid_from IS NULL OR x.valid_from <= ?) AND (x.valid_to IS NULL OR x.valid_to >= ?))
  LEFT JOIN organisation_unit u ON u.id = e.unit_id`;

@Injectable()
export class PersonRepository {
  constructor(private readonly db: Database) {}

  async page(scope: PeopleScope, filter: PeopleFilter, page: number, size: number): Promise<{ rows: PersonRow[]; total: number }> {
    const { where, params } = this.where(scope, filter);
    const direction = filter.descending ? 'DESC' : 'ASC';
    const [rows, count] = await Promise.all([
      this.db.rows<PersonRow>(
        `SELECT ${item} FROM organisation_person p ${currentPost} WHERE ${where} ORDER BY p.sort_name ${direction}, p.id ${direction} LIMIT ? OFFSET ?`,
        [filter.on, filter.on, ...params, size, (page - 1) * size],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM organisation_person p ${currentPost} WHERE ${where}`, [filter.on, filter.on, ...params]),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** The same people, those first whose given name is what was typed, then those with a word that begins so. `search` is folded. */
  async nearest(scope: PeopleScope, filter: PeopleFilter, limit: number): Promise<{ rows: PersonRow[]; total: number }> {
    const { where, params } = this.where(scope, filter);
    const text = literally(filter.search);
    const from = `FROM organisation_person p ${currentPost} WHERE ${where}`;
    const [rows, count] = await Promise.all([
      this.db.rows<PersonRow>(
        `SELECT ${item} ${from} ORDER BY p.search_key LIKE ? DESC, CONCAT(' ', p.search_key) LIKE ? DESC, p.sort_name, p.id LIMIT ?`,
        [filter.on, filter.on, ...params, `% ${text}`, `% ${text}%`, limit],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n ${from}`, [filter.on, filter.on, ...params]),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  async find(scope: PeopleScope, id: number, on: string): Promise<PersonDetailRow | undefined> {
    const { where, params } = this.where(scope, { on, search: '', pending: false });
    return this.db.row<PersonDetailRow>(
      `SELECT ${item}, p.birth_date, p.ethnicity, p.party_member, p.personal_id_cipher, p.email, p.phone, p.political_theory, p.defence_group, p.note, p.version
       FROM organisation_person p ${currentPost} WHERE p.id = ? AND ${where}`,
      [on, on, id, ...params],
    );
  }

  employments(personId: number): Promise<EmploymentRow[]> {
    return this.db.rows(
      `SELECT u.name_vi AS unit_name, e.unit_text, e.position, e.rank, e.valid_from, e.valid_to FROM organisation_employment e
       LEFT JOIN organisation_unit u ON u.id = e.unit_id WHERE e.person_id = ? ORDER BY e.valid_from DESC, e.id DESC LIMIT 100`,
      [personId],
    );
  }

  add(fullName: string): Promise<number> {
    return this.db.insert('organisation_person', { full_name: fullName, sort_name: givenNameKey(fullName), search_key: foldVietnamese(fullName) });
  }

  private where(scope: PeopleScope, { search, unitId, pending, status }: PeopleFilter): { where: string; params: SqlValue[] } {
    const parts: [string, SqlValue[]][] = [['1 = 1', []]];
    const below = 'e.unit_id IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id IN (?))';
    if (!scope.everyone) parts.push(scope.subtreeIds.length > 0 ? [below, [scope.subtreeIds]] : ['1 = 0', []]);
    if (unitId) parts.push([below, [[unitId]]]);
    if (pending) parts.push(['e.id IS NOT NULL AND e.unit_id IS NULL', []]);
    if (status === 'WORKING') parts.push(['e.id IS NOT NULL', []]);
    if (status === 'LEFT') parts.push(['e.id IS NULL', []]);
    for (const word of searchWords(search)) parts.push(['p.search_key LIKE ?', [containing(word)]]);
    return { where: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, values]) => values) };
  }
}
