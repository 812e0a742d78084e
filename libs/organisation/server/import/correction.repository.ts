import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import { PersonalIds } from '../person/personal-ids.ts';
import type { LeftOutRow, StoredCorrection } from './import.rows.ts';

interface Row {
  sheet: number;
  row_no: number;
  col: number;
  field: string;
  source_text: Buffer;
  mended_text: Buffer | null;
  mended_by_name: string;
  mended_at: Date;
}

/** The column that stands for a whole row. */
const wholeRow = 0;

/** Cells mended and rows left out in dry runs. Nothing is overwritten; texts are stored encrypted, they may be personal numbers. */
@Injectable()
export class CorrectionRepository {
  constructor(
    private readonly db: Database,
    private readonly personalIds: PersonalIds,
  ) {}

  /** The newest correction of every cell of an import, or of some of its rows. */
  async of(importId: number, rowNos?: readonly number[]): Promise<StoredCorrection[]> {
    if (rowNos?.length === 0) return [];
    const rows = await this.db.rows<Row>(
      `SELECT sheet, row_no, col, field, source_text, mended_text, mended_by_name, mended_at FROM organisation_import_correction
       WHERE id IN (SELECT MAX(id) FROM organisation_import_correction WHERE import_id = ? AND col > 0${rowNos ? ' AND row_no IN (?)' : ''} GROUP BY sheet, row_no, col) ORDER BY row_no, col`,
      rowNos ? [importId, rowNos] : [importId],
    );
    return rows.map((row) => ({
      sheet: row.sheet, rowNo: row.row_no, col: row.col, field: row.field, source: this.personalIds.decrypt(row.source_text),
      mended: row.mended_text && this.personalIds.decrypt(row.mended_text), by: row.mended_by_name, at: row.mended_at,
    }));
  }

  /** The rows that are left out now. */
  async leftOut(importId: number): Promise<LeftOutRow[]> {
    const rows = await this.db.rows<Row>(
      `SELECT sheet, row_no, mended_by_name, mended_at FROM organisation_import_correction
       WHERE mended_text IS NOT NULL AND id IN (SELECT MAX(id) FROM organisation_import_correction WHERE import_id = ? AND col = ? GROUP BY sheet, row_no) ORDER BY row_no`,
      [importId, wholeRow],
    );
    return rows.map((row) => ({ sheet: row.sheet, rowNo: row.row_no, by: row.mended_by_name, at: row.mended_at }));
  }

  /** Leaves a row out, or takes it back: a correction of the row as a whole. */
  async setLeftOut(importId: number, row: LeftOutRow, leftOut: boolean, accountId: number): Promise<void> {
    await this.add(importId, { ...row, col: wholeRow, field: 'row', source: '', mended: leftOut ? '' : null }, accountId);
  }

  async add(importId: number, correction: StoredCorrection, accountId: number): Promise<void> {
    await this.db.insert('organisation_import_correction', {
      import_id: importId, sheet: correction.sheet, row_no: correction.rowNo, col: correction.col, field: correction.field,
      source_text: this.personalIds.encrypt(correction.source), mended_text: correction.mended === null ? null : this.personalIds.encrypt(correction.mended),
      mended_by: accountId, mended_by_name: correction.by.slice(0, 120), mended_at: correction.at,
    });
  }
}
