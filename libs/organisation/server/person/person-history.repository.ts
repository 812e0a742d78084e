import { Injectable } from '@nestjs/common';
import { Database, jsonIn } from '@halong/platform/server';
import type { CorrectionRow, ListRow, MergedRow } from './person.rows.ts';

type Raw = Record<string, unknown>;

/** What happened to a person's record: corrections by hand and rows of lists. */
@Injectable()
export class PersonHistoryRepository {
  constructor(private readonly db: Database) {}

  async addCorrection(personId: number, correction: CorrectionRow, accountId: number): Promise<void> {
    await this.db.insert('organisation_person_correction', {
      person_id: personId, changes: JSON.stringify(correction.changes), reason: correction.reason,
      corrected_by: accountId, corrected_by_name: correction.by.slice(0, 120), corrected_at: correction.at,
    });
  }

  async corrections(personId: number, limit: number): Promise<CorrectionRow[]> {
    const rows = await this.db.rows<Raw>(
      'SELECT changes, reason, corrected_by_name, corrected_at FROM organisation_person_correction WHERE person_id = ? ORDER BY id DESC LIMIT ?', [personId, limit],
    );
    return rows.map((row) => ({ changes: jsonIn(row['changes']), reason: row['reason'] as string, by: row['corrected_by_name'] as string, at: row['corrected_at'] as Date }));
  }

  /** Rows of lists that wrote the record and were not taken back. */
  async listRows(personId: number, limit: number): Promise<ListRow[]> {
    const rows = await this.db.rows<Raw>(
      `SELECT r.import_id, i.file_name, r.row_no, i.created_by_name, COALESCE(i.finished_at, i.created_at) AS at, r.effect, r.changes, u.name_vi AS unit_chosen
       FROM organisation_import_row r JOIN organisation_import i ON i.id = r.import_id
       LEFT JOIN organisation_unit u ON u.id = JSON_VALUE(r.decision, '$.unitId')
       WHERE r.record_id = ? AND i.kind = 'PEOPLE' AND r.outcome IN ('WRITTEN', 'STAYED') ORDER BY r.import_id DESC, r.row_no LIMIT ?`,
      [personId, limit],
    );
    return rows.map((row) => ({
      importId: row['import_id'] as number, fileName: row['file_name'] as string, rowNo: row['row_no'] as number, by: row['created_by_name'] as string, at: row['at'] as Date,
      added: row['effect'] === 'ADD', changes: jsonIn(row['changes']), unitChosen: row['unit_chosen'] as string | null,
    }));
  }

  /** Rows that were taken as the person of one of these rows. */
  async mergedInto(rows: readonly ListRow[]): Promise<MergedRow[]> {
    if (rows.length === 0) return [];
    const found = await this.db.rows<Raw>(
      `SELECT import_id, row_no, reasons, shown FROM organisation_import_row
       WHERE bucket = 'MERGED' AND import_id IN (?) AND JSON_VALUE(reasons, '$[0].params.row') IN (?) ORDER BY import_id, row_no`,
      [rows.map(({ importId }) => importId), rows.map(({ rowNo }) => rowNo)],
    );
    return found.flatMap((row) => {
      const [reason] = jsonIn<{ code: string; params: { row: number } }[]>(row['reasons']);
      const into = rows.find(({ importId, rowNo }) => importId === row['import_id'] && rowNo === reason?.params.row);
      return reason && into ? [{ importId: into.importId, rowNo: row['row_no'] as number, into: into.rowNo, code: reason.code, unitText: jsonIn<{ unitText: string }>(row['shown']).unitText }] : [];
    });
  }
}
