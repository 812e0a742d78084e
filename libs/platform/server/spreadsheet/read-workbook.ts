import type { MergedRange, Row } from './sheet.ts';
import { SheetReader } from './sheet-reader.ts';
import { asSpreadsheetError } from './spreadsheet.errors.ts';
import { type SpreadsheetLimits, withDefaults } from './spreadsheet.limits.ts';
import { readParts, type WorkbookParts } from './workbook-parts.ts';
import { readXml } from './xml-reader.ts';
import { openArchive, type ZipArchive } from './zip-archive.ts';

/** One sheet of an open workbook. Read `rows()` once. */
export type WorkbookSheet = {
  name: string;
  hidden: boolean;
  /** Complete as soon as the first row arrives. */
  hiddenColumns: ReadonlySet<number>;
  /** Complete when `rows()` has ended: the format lists them after the rows. */
  mergedRanges: readonly MergedRange[];
  rows(): AsyncGenerator<Row>;
};

export type Workbook = { sheets: WorkbookSheet[]; close(): void };

/**
 * Opens an .xlsx for streaming; memory holds the shared strings and one chunk of rows.
 * Throws SpreadsheetError, here or while rows are read. Close it when done.
 */
export async function openWorkbook(path: string, limits?: Partial<SpreadsheetLimits>): Promise<Workbook> {
  const caps = withDefaults(limits);
  const zip = await openArchive(path, caps);
  try {
    const parts = await readParts(zip, caps);
    return { sheets: parts.sheets.map((sheet) => sheetOf(zip, parts, sheet, caps)), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw asSpreadsheetError(error);
  }
}

function sheetOf(zip: ZipArchive, parts: WorkbookParts, sheet: WorkbookParts['sheets'][number], limits: SpreadsheetLimits): WorkbookSheet {
  const reader = new SheetReader(parts, limits);
  async function* rows(): AsyncGenerator<Row> {
    try {
      for await (const _ of readXml(zip.read(sheet.part), reader)) yield* reader.take();
    } catch (error) {
      throw asSpreadsheetError(error);
    }
  }
  return { name: sheet.name, hidden: sheet.hidden, hiddenColumns: reader.hiddenColumns, mergedRanges: reader.mergedRanges, rows };
}
