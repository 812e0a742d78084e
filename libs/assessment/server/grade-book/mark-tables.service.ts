import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { assessmentErrors as errors, readMarkTable, type MarkTable, type TableRow } from '@halong/assessment/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { FileStore, readSpreadsheet, SpreadsheetError, spreadsheetWords, type Row } from '@halong/platform/server';
import { GradeSheets } from '../grade-sheet/grade-sheet.service.ts';

const maxBytes = 5 * 1_048_576;

/** A row as people read it, numbers as numbers: the comma of a cell's format is not ours to guess. */
function tableRow({ row, cells }: Row): TableRow {
  const texts: string[] = [];
  for (const { col, number, text } of cells) texts[col - 1] = number === undefined ? text : String(Math.round(number * 1_000) / 1_000);
  return { row, cells: Array.from(texts, (text) => text ?? '') };
}

/** Files of marks: read and compared, never written. */
@Injectable()
export class MarkTables {
  constructor(
    private readonly gradeSheets: GradeSheets,
    private readonly files: FileStore,
  ) {}

  /** @throws AppError platform.not_found, assessment.not_open, table_not_readable, table_without_marks */
  async read(actor: Actor, classId: number, name: string, stream: Readable): Promise<MarkTable> {
    const sheet = await this.gradeSheets.get(actor, classId);
    if (!sheet.can.edit) throw new AppError(errors.not_open);
    const stored = await this.files.put(stream, { name, mediaType: 'application/octet-stream', maxBytes, uploadedBy: actor.accountId });
    const tables = await this.rowsOf(stored.id);
    const table = tables.map((rows) => readMarkTable(rows, sheet)).find((one) => one !== undefined);
    if (!table) throw new AppError(errors.table_without_marks);
    return table;
  }

  private async rowsOf(fileId: number): Promise<TableRow[][]> {
    try {
      const sheets = await readSpreadsheet(await (await this.files.get(fileId)).local());
      return sheets.filter(({ hidden }) => !hidden).map(({ rows }) => rows.map(tableRow));
    } catch (error) {
      throw error instanceof SpreadsheetError ? new AppError(errors.table_not_readable, { why: spreadsheetWords(error) }) : error;
    }
  }
}
