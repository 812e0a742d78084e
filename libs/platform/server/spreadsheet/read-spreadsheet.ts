import { readFile, stat } from 'node:fs/promises';
import { readCsv, readHead } from './read-csv.ts';
import { openWorkbook } from './read-workbook.ts';
import type { Row, SheetContent } from './sheet.ts';
import { SpreadsheetError } from './spreadsheet.errors.ts';
import { type SpreadsheetLimits, withDefaults } from './spreadsheet.limits.ts';

const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

export type SpreadsheetFormat = 'xlsx' | 'csv';

/**
 * Tells the format from the first bytes, never from the name.
 * Refuses .xls (NOT_A_SPREADSHEET), password-protected workbooks (ENCRYPTED), PDF and empty files (NO_ROWS).
 */
export async function detectFormat(path: string, limits?: Partial<SpreadsheetLimits>): Promise<SpreadsheetFormat> {
  const { fileBytes } = withDefaults(limits);
  const { size } = await stat(path);
  if (size > fileBytes) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'bytes', limit: fileBytes });
  if (size === 0) throw new SpreadsheetError({ code: 'NO_ROWS' });
  const head = await readHead(path, 8);
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx';
  if (head.subarray(0, 4).toString('latin1') === '%PDF') throw new SpreadsheetError({ code: 'NOT_A_SPREADSHEET', found: 'pdf' });
  if (!head.equals(OLE2)) return 'csv';
  // A workbook with a password is an OLE2 container around an encrypted package.
  if ((await readFile(path)).includes(ENCRYPTED_PACKAGE)) throw new SpreadsheetError({ code: 'ENCRYPTED' });
  throw new SpreadsheetError({ code: 'NOT_A_SPREADSHEET', found: 'xls' });
}

/**
 * Reads a whole .xlsx or .csv within the limits; the caps on rows and cells hold for all sheets together.
 * Throws SpreadsheetError; NO_ROWS if no sheet has a filled cell.
 */
export async function readSpreadsheet(path: string, limits?: Partial<SpreadsheetLimits>): Promise<SheetContent[]> {
  const format = await detectFormat(path, limits);
  const sheets = format === 'csv' ? [await csvSheet(path, limits)] : await workbookSheets(path, limits);
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new SpreadsheetError({ code: 'NO_ROWS' });
  return sheets;
}

async function csvSheet(path: string, limits?: Partial<SpreadsheetLimits>): Promise<SheetContent> {
  const rows: Row[] = [];
  for await (const row of readCsv(path, limits)) rows.push(row);
  return { name: '', hidden: false, hiddenColumns: new Set(), mergedRanges: [], rows };
}

async function workbookSheets(path: string, limits?: Partial<SpreadsheetLimits>): Promise<SheetContent[]> {
  const caps = withDefaults(limits);
  const workbook = await openWorkbook(path, caps);
  const sheets: SheetContent[] = [];
  let total = 0;
  try {
    for (const sheet of workbook.sheets) {
      const rows: Row[] = [];
      for await (const row of sheet.rows()) {
        total += 1;
        if (total > caps.rows) throw new SpreadsheetError({ code: 'TOO_MANY_ROWS', limit: caps.rows });
        rows.push(row);
      }
      const { name, hidden, hiddenColumns, mergedRanges } = sheet;
      sheets.push({ name, hidden, hiddenColumns, mergedRanges, rows });
    }
  } finally {
    workbook.close();
  }
  return sheets;
}
