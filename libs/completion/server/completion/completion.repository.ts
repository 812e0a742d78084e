import { Injectable } from '@nestjs/common';
import { frozenUnitName } from '@halong/organisation/server';
import { containing, Database, jsonIn, type SqlValue } from '@halong/platform/server';
import type { LedgerRow } from '../ledger/ledger-rows.rules.ts';
import { YearSums } from '../ledger/year-sums.repository.ts';
import type { CompletionTree } from './completion.rules.ts';

export interface Computed {
  enrolmentId: number;
  classId: number;
  tree: CompletionTree;
  ledger: LedgerRow[];
}

export interface CompletionRow {
  enrolmentId: number;
  personId: number;
  unitId: number | null;
  fullName: string;
  unitName: string;
  enrolmentState: string;
  classId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  classState: string;
  tree: unknown;
  computedAt: Date;
}

/** Which trainees of a class somebody may see. */
export type TraineeScope = { everyone: true } | { everyone: false; subtreeIds: number[] };

export const treeIn = (stored: unknown): CompletionTree => jsonIn(stored);

const columns = () => `e.id AS enrolmentId, e.person_id AS personId, e.unit_id AS unitId, e.full_name AS fullName, ${frozenUnitName('e')} AS unitName, e.state AS enrolmentState, c.id AS classId,
  c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.state AS classState, d.tree, d.computed_at AS computedAt`;
const joined = 'FROM completion_result d JOIN enrolment_enrolment e ON e.id = d.enrolment_id JOIN classes_class c ON c.id = d.class_id';
const met = "JSON_UNQUOTE(JSON_EXTRACT(d.tree, '$.met'))";

/** What is kept of the last computation. */
@Injectable()
export class CompletionRepository {
  constructor(
    private readonly db: Database,
    private readonly yearSums: YearSums,
  ) {}

  async trees(enrolmentIds: readonly number[]): Promise<Map<number, CompletionTree>> {
    const rows = await this.db.rows<{ id: number; tree: unknown }>('SELECT enrolment_id AS id, tree FROM completion_result WHERE enrolment_id IN (?)', [[...enrolmentIds]]);
    return new Map(rows.map(({ id, tree }) => [id, treeIn(tree)]));
  }

  /** By enrolment and year. */
  ledger(enrolmentIds: readonly number[]): Promise<LedgerRow[]> {
    return this.db.rows(
      `SELECT enrolment_id AS enrolmentId, person_id AS personId, year, state, periods_attended AS attended, periods_expected AS expected
       FROM completion_ledger WHERE enrolment_id IN (?) ORDER BY enrolment_id, year`,
      [[...enrolmentIds]],
    );
  }

  async store(computed: readonly Computed[], at: Date): Promise<void> {
    const ids = computed.map(({ enrolmentId }) => enrolmentId);
    if (ids.length === 0) return;
    await this.db.run('DELETE FROM completion_result WHERE enrolment_id IN (?)', [ids]);
    await this.db.run('DELETE FROM completion_ledger WHERE enrolment_id IN (?)', [ids]);
    await this.db.insertMany('completion_result', computed.map(({ enrolmentId, classId, tree }) => ({
      enrolment_id: enrolmentId, class_id: classId, complete: tree.met === 'MET', tree: JSON.stringify(tree), computed_at: at,
    })));
    await this.db.insertMany('completion_ledger', computed.flatMap(({ ledger }) => ledger).map(({ enrolmentId, year, personId, state, attended, expected }) => ({
      enrolment_id: enrolmentId, year, person_id: personId, state, periods_attended: attended, periods_expected: expected,
    })));
  }

  /** What the ledger of these people adds up to, renewed. */
  sumYears(personIds: readonly number[]): Promise<void> {
    return this.yearSums.of(personIds);
  }

  find(enrolmentId: number): Promise<CompletionRow | undefined> {
    return this.db.row(`SELECT ${columns()} ${joined} WHERE d.enrolment_id = ?`, [enrolmentId]);
  }

  async enrolmentOf(classId: number, personId: number): Promise<number | undefined> {
    return (await this.db.row<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE class_id = ? AND person_id = ?', [classId, personId]))?.id;
  }

  /** Those who have not left, by given name. */
  async page(classId: number, filter: { scope: TraineeScope; met?: string | undefined; words: readonly string[] }, page: number, size: number): Promise<{ rows: CompletionRow[]; total: number }> {
    const { where, params } = whereOf(classId, filter.scope, filter.words);
    const [all, values] = filter.met ? [`${where} AND ${met} = ?`, [...params, filter.met]] : [where, params];
    const [rows, count] = await Promise.all([
      this.db.rows<CompletionRow>(`SELECT ${columns()} ${joined} WHERE ${all} ORDER BY e.sort_name, e.full_name, e.id LIMIT ? OFFSET ?`, [...values, size, (page - 1) * size]),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n ${joined} WHERE ${all}`, values),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  async counts(classId: number, scope: TraineeScope): Promise<{ met: string; n: number }[]> {
    const { where, params } = whereOf(classId, scope, []);
    return this.db.rows(`SELECT ${met} AS met, COUNT(*) AS n ${joined} WHERE ${where} GROUP BY ${met}`, params);
  }

  /** The units, with all above them, in which these people work or from which they were sent: whose numbers have changed. */
  async unitsAbove(enrolmentIds: readonly number[], today: string): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>(
      `SELECT DISTINCT a.ancestor_id AS id FROM organisation_unit_ancestor a WHERE a.unit_id IN
         (SELECT m.unit_id FROM enrolment_enrolment e JOIN organisation_employment m ON m.person_id = e.person_id WHERE e.id IN (?)
            AND (m.valid_from IS NULL OR m.valid_from <= ?) AND (m.valid_to IS NULL OR m.valid_to >= ?))`,
      [[...enrolmentIds], today, today],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the unit lies in one of the subtrees. */
  async isBelow(unitId: number | null, rootIds: readonly number[]): Promise<boolean> {
    if (unitId === null || rootIds.length === 0) return false;
    return (await this.db.row('SELECT unit_id FROM organisation_unit_ancestor WHERE unit_id = ? AND ancestor_id IN (?) LIMIT 1', [unitId, [...rootIds]])) !== undefined;
  }

  /** @returns whether anybody is newly due: only then somebody has to be told */
  async addDue(enrolmentIds: readonly number[]): Promise<boolean> {
    if (enrolmentIds.length === 0) return false;
    const { affectedRows } = await this.db.run('INSERT IGNORE INTO completion_due (enrolment_id) SELECT id FROM enrolment_enrolment WHERE id IN (?)', [[...enrolmentIds]]);
    return affectedRows > 0;
  }

  /** Takes up to so many due ones; whoever waits for the same rows finds them gone. */
  async takeDue(limit: number): Promise<number[]> {
    const ids = (await this.db.rows<{ id: number }>('SELECT enrolment_id AS id FROM completion_due ORDER BY enrolment_id LIMIT ? FOR UPDATE', [limit])).map(({ id }) => id);
    if (ids.length > 0) await this.db.run('DELETE FROM completion_due WHERE enrolment_id IN (?)', [ids]);
    return ids;
  }
}

function whereOf(classId: number, scope: TraineeScope, words: readonly string[]): { where: string; params: SqlValue[] } {
  const parts: [string, SqlValue[]][] = [["d.class_id = ? AND e.state NOT IN ('DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED')", [classId]]];
  if (!scope.everyone) parts.push(['e.unit_id IN (SELECT a.unit_id FROM organisation_unit_ancestor a WHERE a.ancestor_id IN (?))', [[0, ...scope.subtreeIds]]]);
  for (const word of words) parts.push(['e.search_key LIKE ?', [containing(word)]]);
  return { where: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, values]) => values) };
}
