import { Injectable } from '@nestjs/common';
import { containing, Database, type SqlValue } from '@halong/platform/server';

export interface UnitRow {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
  type: string;
  parent_id: number | null;
  valid_from: string | null;
  valid_to: string | null;
}

/** With the names of the unit above it. */
export interface NearUnitRow extends UnitRow {
  above_vi: string | null;
  above_en: string | null;
}

/** With the names of all units above it, the province first; null for the province. */
export interface PlacedUnitRow extends UnitRow {
  path_vi: string | null;
  path_en: string | null;
}

const columns = 'u.id, u.code, u.name_vi, u.name_en, u.type, u.parent_id, u.valid_from, u.valid_to';
/** Exists on the day: both ends are inclusive, null is open. */
const existsOn = '(u.valid_from IS NULL OR u.valid_from <= ?) AND (u.valid_to IS NULL OR u.valid_to >= ?)';

const pathIn = (name: string) => `(SELECT GROUP_CONCAT(${name} ORDER BY c.depth DESC SEPARATOR ' › ')
  FROM organisation_unit_ancestor c JOIN organisation_unit a ON a.id = c.ancestor_id WHERE c.unit_id = u.id AND c.depth > 0)`;

export interface UnitFilter {
  on: string | null;
  search: string;
  type?: string;
  below?: number;
}

/** Reads the dated tree. */
@Injectable()
export class UnitRepository {
  constructor(private readonly db: Database) {}

  async page(filter: UnitFilter, page: number, size: number): Promise<{ rows: PlacedUnitRow[]; total: number }> {
    const { where, params } = this.where(filter);
    const [rows, count] = await Promise.all([
      this.db.rows<PlacedUnitRow>(
        `SELECT ${columns}, ${pathIn('a.name_vi')} AS path_vi, ${pathIn("COALESCE(NULLIF(a.name_en, ''), a.name_vi)")} AS path_en
         FROM organisation_unit u WHERE ${where} ORDER BY u.name_vi, u.id LIMIT ? OFFSET ?`,
        [...params, size, (page - 1) * size],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM organisation_unit u WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Units of the day that the folded words name, whole bodies before their parts and short names before long ones. */
  async nearest(search: string, on: string, limit: number): Promise<{ rows: NearUnitRow[]; total: number }> {
    const { where, params } = this.where({ on, search });
    const [rows, count] = await Promise.all([
      this.db.rows<NearUnitRow>(
        `SELECT ${columns}, a.name_vi AS above_vi, a.name_en AS above_en FROM organisation_unit u LEFT JOIN organisation_unit a ON a.id = u.parent_id
         WHERE ${where} ORDER BY u.type = 'SUB_UNIT', CHAR_LENGTH(u.search_key), u.name_vi, u.id LIMIT ?`,
        [...params, limit],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM organisation_unit u WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Every unit of the day with the number of people employed in it and below it. */
  tree(on: string): Promise<(UnitRow & { people: number })[]> {
    return this.db.rows(
      `SELECT ${columns}, COALESCE(p.people, 0) AS people FROM organisation_unit u
       LEFT JOIN (SELECT c.ancestor_id, COUNT(DISTINCT e.person_id) AS people FROM organisation_employment e
         JOIN organisation_unit_ancestor c ON c.unit_id = e.unit_id
         WHERE (e.valid_from IS NULL OR e.valid_from <= ?) AND (e.valid_to IS NULL OR e.valid_to >= ?) GROUP BY c.ancestor_id) p ON p.ancestor_id = u.id
       WHERE ${existsOn} ORDER BY u.id LIMIT 5000`,
      [on, on, on, on],
    );
  }

  find(id: number): Promise<UnitRow | undefined> {
    return this.db.row(`SELECT ${columns} FROM organisation_unit u WHERE u.id = ?`, [id]);
  }

  ofCodes(codes: readonly string[]): Promise<UnitRow[]> {
    return codes.length === 0 ? Promise.resolve([]) : this.db.rows(`SELECT ${columns} FROM organisation_unit u WHERE u.code IN (?)`, [codes]);
  }

  ofIds(ids: readonly number[]): Promise<UnitRow[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.db.rows(`SELECT ${columns} FROM organisation_unit u WHERE u.id IN (?)`, [ids]);
  }

  all(): Promise<UnitRow[]> {
    return this.db.rows(`SELECT ${columns} FROM organisation_unit u ORDER BY u.id`);
  }

  ancestors(id: number): Promise<UnitRow[]> {
    return this.db.rows(
      `SELECT ${columns} FROM organisation_unit_ancestor c JOIN organisation_unit u ON u.id = c.ancestor_id WHERE c.unit_id = ? AND c.depth > 0 ORDER BY c.depth DESC`,
      [id],
    );
  }

  predecessors(id: number): Promise<UnitRow[]> {
    return this.db.rows(`SELECT ${columns} FROM organisation_unit_predecessor p JOIN organisation_unit u ON u.id = p.predecessor_id WHERE p.unit_id = ? ORDER BY u.name_vi`, [id]);
  }

  successors(id: number): Promise<UnitRow[]> {
    return this.db.rows(`SELECT ${columns} FROM organisation_unit_predecessor p JOIN organisation_unit u ON u.id = p.unit_id WHERE p.predecessor_id = ? ORDER BY u.name_vi`, [id]);
  }

  async peopleBelow(id: number, on: string): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      `SELECT COUNT(DISTINCT e.person_id) AS n FROM organisation_unit_ancestor c JOIN organisation_employment e ON e.unit_id = c.unit_id
       WHERE c.ancestor_id = ? AND (e.valid_from IS NULL OR e.valid_from <= ?) AND (e.valid_to IS NULL OR e.valid_to >= ?)`,
      [id, on, on],
    );
    return Number(row?.n ?? 0);
  }

  /** Of these units, the ones that lie in (or are) one of the given subtrees. */
  async withinSubtrees(unitIds: readonly number[], rootIds: readonly number[]): Promise<Set<number>> {
    if (unitIds.length === 0 || rootIds.length === 0) return new Set();
    const rows = await this.db.rows<{ unit_id: number }>('SELECT DISTINCT unit_id FROM organisation_unit_ancestor WHERE unit_id IN (?) AND ancestor_id IN (?)', [unitIds, rootIds]);
    return new Set(rows.map(({ unit_id }) => unit_id));
  }

  private where({ on, search, type, below }: UnitFilter): { where: string; params: SqlValue[] } {
    const parts: [string, SqlValue[]][] = [['1 = 1', []]];
    if (on) parts.push([existsOn, [on, on]]);
    if (search) parts.push(['u.search_key LIKE ?', [containing(search)]]);
    if (type) parts.push(['u.type = ?', [type]]);
    if (below) parts.push(['u.id IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id = ?)', [below]]);
    return { where: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, values]) => values) };
  }
}
