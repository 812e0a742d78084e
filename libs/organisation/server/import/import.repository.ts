import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@halong/platform/contract';
import { containing, Database, jsonIn, searchWords, type SqlValue } from '@halong/platform/server';
import type { ImportBucket, ImportKind, ImportState } from '@halong/organisation/contract';
import type { DraftRow, ImportNumbers, ImportRecord, RowDecisionAnswer, RowOutcome, StoredRow } from './import.rows.ts';

type Raw = Record<string, unknown>;

export interface RowFilter {
  bucket?: ImportBucket;
  outcome?: RowOutcome;
  reason?: string;
  /** Only rows in which a cell was mended. */
  mended?: boolean;
  search: string;
}

/** Rows that a run writes: new and changed ones, and reviewed ones that change something or were answered. */
const toWrite = `outcome IS NULL AND (bucket IN ('ADDED', 'CHANGED') OR (bucket = 'REVIEW' AND (effect <> 'NONE' OR decision IS NOT NULL)))`;

const rowColumns = 'row_no, bucket, effect, record_id, record_version, unit_id, question, suggestion, alike, shown, reasons, changes, decision, outcome, `before`';

function recordOf(row: Raw): ImportRecord {
  return {
    id: row['id'] as number, kind: row['kind'] as ImportKind, state: row['state'] as ImportState,
    fileId: row['file_id'] as number, fileName: row['file_name'] as string, asOf: row['as_of'] as string,
    mapping: jsonIn(row['mapping']), counts: jsonIn(row['counts']), problem: jsonIn(row['problem']),
    done: row['done'] as number, total: row['total'] as number,
    createdBy: row['created_by'] as number, createdByName: row['created_by_name'] as string, createdAt: row['created_at'] as Date,
    runBy: row['run_by'] as number | null, undoBy: row['undo_by'] as number | null,
    finishedAt: row['finished_at'] as Date | null, version: row['version'] as number,
  };
}

function storedRowOf(row: Raw): StoredRow {
  return {
    rowNo: row['row_no'] as number, bucket: row['bucket'] as ImportBucket, effect: row['effect'] as StoredRow['effect'],
    recordId: row['record_id'] as number | null, recordVersion: row['record_version'] as number | null,
    unitId: row['unit_id'] as number | null, question: row['question'] as string | null, suggestion: jsonIn(row['suggestion']), alike: row['alike'] as string | null,
    shown: jsonIn(row['shown']), reasons: jsonIn(row['reasons']), changes: jsonIn(row['changes']),
    decision: jsonIn(row['decision']), outcome: row['outcome'] as RowOutcome | null, before: jsonIn(row['before']),
  };
}

/** What may change in an import; JSON parts as plain values. */
export type ImportPatch = Partial<Pick<ImportRecord, 'state' | 'mapping' | 'counts' | 'problem' | 'done' | 'total' | 'runBy' | 'undoBy' | 'finishedAt'>>;

const columnOf: Record<keyof ImportPatch, string> = {
  state: 'state', mapping: 'mapping', counts: 'counts', problem: 'problem', done: 'done', total: 'total',
  runBy: 'run_by', undoBy: 'undo_by', finishedAt: 'finished_at',
};
const json = new Set<string>(['mapping', 'counts', 'problem']);

@Injectable()
export class ImportRepository {
  constructor(private readonly db: Database) {}

  insert(values: { kind: ImportKind; fileId: number; fileName: string; asOf: string; createdBy: number; createdByName: string; createdAt: Date }): Promise<number> {
    return this.db.insert('organisation_import', {
      kind: values.kind, state: 'UPLOADED', file_id: values.fileId, file_name: values.fileName, as_of: values.asOf,
      created_by: values.createdBy, created_by_name: values.createdByName.slice(0, 120), created_at: values.createdAt,
    });
  }

  async find(id: number, lock = false): Promise<ImportRecord | undefined> {
    const row = await this.db.row(`SELECT * FROM organisation_import WHERE id = ?${lock ? ' FOR UPDATE' : ''}`, [id]);
    return row && recordOf(row);
  }

  async page(page: number, size: number, search: string): Promise<{ records: ImportRecord[]; total: number }> {
    const like = containing(search);
    const rows = await this.db.rows('SELECT * FROM organisation_import WHERE file_name LIKE ? ORDER BY id DESC LIMIT ? OFFSET ?', [like, size, (page - 1) * size]);
    const count = await this.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM organisation_import WHERE file_name LIKE ?', [like]);
    return { records: rows.map(recordOf), total: Number(count?.n ?? 0) };
  }

  /** Changes the import and raises its version. */
  async change(id: number, patch: ImportPatch): Promise<void> {
    const entries = Object.entries(patch) as [keyof ImportPatch, unknown][];
    const values = entries.map(([key, value]): SqlValue => (json.has(key) && value !== null ? JSON.stringify(value) : (value as SqlValue)));
    await this.db.run(`UPDATE organisation_import SET ${entries.map(([key]) => `${columnOf[key]} = ?`).join(', ')}, version = version + 1 WHERE id = ?`, [...values, id]);
  }

  /** Progress is no change that a person could be late for: the version stays. */
  async progress(id: number, done: number): Promise<void> {
    await this.db.run('UPDATE organisation_import SET done = ? WHERE id = ?', [done, id]);
  }

  /** Puts the rows of a dry run in the place of the one before. An answer stays where the row asks the same again. */
  async replaceRows(importId: number, rows: readonly DraftRow[]): Promise<void> {
    const answered = await this.db.rows<{ row_no: number; question: string; decision: unknown }>(
      'SELECT row_no, question, decision FROM organisation_import_row WHERE import_id = ? AND question IS NOT NULL AND decision IS NOT NULL', [importId],
    );
    const answers = new Map(answered.map(({ row_no, question, decision }) => [`${row_no} ${question}`, JSON.stringify(jsonIn(decision))]));
    await this.db.run('DELETE FROM organisation_import_row WHERE import_id = ?', [importId]);
    for (let from = 0; from < rows.length; from += 200) {
      await this.db.insertMany('organisation_import_row', rows.slice(from, from + 200).map((row) => ({
        import_id: importId, row_no: row.rowNo, bucket: row.bucket, effect: row.effect,
        search_key: foldVietnamese(`${row.shown.name} ${row.shown.unitName ?? ''} ${row.shown.unitText}`).slice(0, 400),
        main_reason: row.reasons[0]?.code ?? null, record_id: row.recordId, record_version: row.recordVersion, unit_id: row.unitId, question: row.question, suggestion: row.suggestion && JSON.stringify(row.suggestion), alike: row.alike,
        shown: JSON.stringify(row.shown), reasons: JSON.stringify(row.reasons), changes: JSON.stringify(row.changes), source: row.source,
        decision: answers.get(`${row.rowNo} ${row.question}`) ?? null,
      })));
    }
  }

  async rows(importId: number, filter: RowFilter, page: number, size: number): Promise<{ rows: StoredRow[]; total: number }> {
    const parts: [string, SqlValue][] = [['import_id = ?', importId]];
    if (filter.bucket) parts.push(['bucket = ?', filter.bucket]);
    if (filter.outcome) parts.push(['outcome = ?', filter.outcome]);
    if (filter.reason) parts.push(['main_reason = ?', filter.reason]);
    if (filter.mended) parts.push(['row_no IN (SELECT row_no FROM organisation_import_correction WHERE import_id = ? AND col > 0)', importId]);
    for (const word of searchWords(filter.search)) parts.push(['search_key LIKE ?', containing(word)]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    const params = parts.map(([, value]) => value);
    const rows = await this.db.rows(`SELECT ${rowColumns} FROM organisation_import_row WHERE ${where} ORDER BY row_no LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]);
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM organisation_import_row WHERE ${where}`, params);
    return { rows: rows.map(storedRowOf), total: Number(count?.n ?? 0) };
  }

  async row(importId: number, rowNo: number): Promise<StoredRow | undefined> {
    const row = await this.db.row(`SELECT ${rowColumns} FROM organisation_import_row WHERE import_id = ? AND row_no = ?`, [importId, rowNo]);
    return row && storedRowOf(row);
  }

  /** The cells of a row that may be mended, encrypted. */
  async sourceOf(importId: number, rowNo: number): Promise<Buffer | null> {
    const row = await this.db.row<{ source: Buffer | null }>('SELECT source FROM organisation_import_row WHERE import_id = ? AND row_no = ?', [importId, rowNo]);
    return row?.source ?? null;
  }

  async saveDecision(importId: number, rowNo: number, decision: RowDecisionAnswer | null): Promise<void> {
    await this.db.run('UPDATE organisation_import_row SET decision = ? WHERE import_id = ? AND row_no = ?', [decision && JSON.stringify(decision), importId, rowNo]);
  }

  /** Rows of the dry run with this doubtful text that nobody has answered. */
  async alikeRows(importId: number, alike: string): Promise<StoredRow[]> {
    const rows = await this.db.rows(`SELECT ${rowColumns} FROM organisation_import_row WHERE import_id = ? AND alike = ? AND decision IS NULL ORDER BY row_no`, [importId, alike]);
    return rows.map(storedRowOf);
  }

  /** How many such rows there are, by fingerprint. */
  async alikeCounts(importId: number, fingerprints: readonly string[]): Promise<Map<string, number>> {
    if (fingerprints.length === 0) return new Map();
    const rows = await this.db.rows<{ alike: string; count: number | string }>(
      'SELECT alike, COUNT(*) AS count FROM organisation_import_row WHERE import_id = ? AND alike IN (?) AND decision IS NULL GROUP BY alike', [importId, fingerprints],
    );
    return new Map(rows.map(({ alike, count }) => [alike, Number(count)]));
  }

  /** The next rows that the run has not written yet. */
  async nextToWrite(importId: number, limit: number): Promise<StoredRow[]> {
    const rows = await this.db.rows(`SELECT ${rowColumns} FROM organisation_import_row WHERE import_id = ? AND ${toWrite} ORDER BY row_no LIMIT ? FOR UPDATE`, [importId, limit]);
    return rows.map(storedRowOf);
  }

  /** Written rows, the latest record first: children before their parents. */
  async writtenRows(importId: number, limit: number): Promise<StoredRow[]> {
    const rows = await this.db.rows(
      `SELECT ${rowColumns} FROM organisation_import_row WHERE import_id = ? AND outcome = 'WRITTEN' ORDER BY record_id DESC, row_no DESC LIMIT ?`, [importId, limit],
    );
    return rows.map(storedRowOf);
  }

  async markWritten(importId: number, rowNo: number, record: { id: number; version: number; before: unknown }): Promise<void> {
    await this.db.run("UPDATE organisation_import_row SET outcome = 'WRITTEN', record_id = ?, record_version = ?, `before` = ? WHERE import_id = ? AND row_no = ?", [
      record.id, record.version, record.before === null ? null : JSON.stringify(record.before), importId, rowNo,
    ]);
  }

  /** Notes what became of the row; a reason is put in front of the others. */
  async mark(importId: number, row: StoredRow, outcome: RowOutcome, reason?: StoredRow['reasons'][number]): Promise<void> {
    const reasons = reason ? [reason, ...row.reasons] : row.reasons;
    await this.db.run('UPDATE organisation_import_row SET outcome = ?, reasons = ?, main_reason = ? WHERE import_id = ? AND row_no = ?', [
      outcome, JSON.stringify(reasons), reasons[0]?.code ?? null, importId, row.rowNo,
    ]);
  }

  async numbers(importId: number): Promise<ImportNumbers> {
    const row = await this.db.row<Record<string, string | number | null>>(
      `SELECT (SELECT COUNT(DISTINCT row_no) FROM organisation_import_correction WHERE import_id = ? AND col > 0) AS mended, SUM(${toWrite}) AS will_write, SUM(question IS NOT NULL AND decision IS NULL AND bucket = 'REVIEW') AS undecided, SUM(outcome = 'WRITTEN') AS written,
         SUM(outcome = 'STALE') AS stale, SUM(outcome = 'UNDONE') AS undone, SUM(outcome = 'STAYED') AS stayed
       FROM organisation_import_row WHERE import_id = ?`,
      [importId, importId],
    );
    const number = (key: string) => Number(row?.[key] ?? 0);
    return {
      willWrite: number('will_write'), undecided: number('undecided'), mended: number('mended'), written: number('written'), stale: number('stale'),
      undone: number('undone'), stayed: number('stayed'),
    };
  }

  async reasons(importId: number): Promise<{ bucket: ImportBucket; code: string; count: number }[]> {
    const rows = await this.db.rows<{ bucket: ImportBucket; code: string; count: number | string }>(
      `SELECT bucket, main_reason AS code, COUNT(*) AS count FROM organisation_import_row
       WHERE import_id = ? AND main_reason IS NOT NULL GROUP BY bucket, main_reason ORDER BY bucket, count DESC, main_reason`,
      [importId],
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  async rejectedRows(importId: number): Promise<(StoredRow & { source: Buffer | null })[]> {
    const rows = await this.db.rows(`SELECT ${rowColumns}, source FROM organisation_import_row WHERE import_id = ? AND bucket = 'REJECTED' ORDER BY row_no LIMIT 20000`, [importId]);
    return rows.map((row) => ({ ...storedRowOf(row), source: row['source'] as Buffer | null }));
  }

  /** A unit question was answered for a person; the next list does not ask again. */
  async rememberDecision(importId: number, personId: number, question: string, unitId: number | null): Promise<void> {
    await this.db.insert('organisation_unit_decision', { person_id: personId, question, import_id: importId, unit_id: unitId });
  }

  async forgetDecisions(importId: number): Promise<void> {
    await this.db.run('DELETE FROM organisation_unit_decision WHERE import_id = ?', [importId]);
  }

  decisionsOf(personIds: readonly number[]): Promise<{ person_id: number; question: string }[]> {
    return this.db.rows('SELECT person_id, question FROM organisation_unit_decision WHERE person_id IN (?)', [personIds]);
  }
}
