import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';

/** A calendar day, written as a real date cell. */
export type DateValue = { date: string };

/** What a cell may hold. There is no way to write a formula. */
export type CellValue = string | number | boolean | DateValue | null;

export type OutputColumn = { header: string; width?: number };

/** `rows` may be lazy: the sheet is written row by row. */
export type OutputSheet = { name: string; columns: OutputColumn[]; rows: Iterable<CellValue[]> | AsyncIterable<CellValue[]> };

const FORMULA_LIKE = /^[=+\-@\t\r]/;
const TEXT_FORMAT = '@';
const DATE_FORMAT = 'dd/mm/yyyy';
const BORDER = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;

/** Text that a spreadsheet programme would take for a formula when somebody edits the cell (CWE-1236). */
export const looksLikeFormula = (text: string): boolean => FORMULA_LIKE.test(text);

/** Writes an .xlsx into a stream; the first row of each sheet is its frozen header. */
export async function writeWorkbook(stream: Writable, sheets: OutputSheet[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  for (const sheet of sheets) await writeSheet(workbook, sheet);
  await workbook.commit();
}

/** The same, in memory. For small sheets such as the list of rejected rows. */
export async function workbookBuffer(sheets: OutputSheet[]): Promise<Buffer> {
  const stream = new PassThrough();
  const [content] = await Promise.all([buffer(stream), writeWorkbook(stream, sheets)]);
  return content;
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { name, columns, rows }: OutputSheet): Promise<void> {
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width = 18 }) => ({ width }));
  const head = sheet.addRow(columns.map((column) => column.header));
  head.font = { name: 'Times New Roman', size: 12, bold: true };
  head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  head.eachCell((cell) => {
    cell.border = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
  });
  head.commit();
  for await (const values of rows) {
    const row = sheet.addRow([]);
    row.font = { name: 'Times New Roman', size: 12 };
    values.forEach((value, index) => writeCell(row.getCell(index + 1), value));
    row.commit();
  }
  sheet.commit();
}

/** Text is stored as a string, never as a formula; what looks like one keeps the text format even when edited. */
function writeCell(cell: ExcelJS.Cell, value: CellValue): void {
  if (value === null || value === '') return;
  if (typeof value === 'object') {
    cell.value = new Date(`${value.date}T00:00:00Z`);
    cell.numFmt = DATE_FORMAT;
    return;
  }
  cell.value = value;
  if (typeof value === 'string' && (looksLikeFormula(value) || /^\d+$/.test(value))) cell.numFmt = TEXT_FORMAT;
}

/** Sheet names allow 31 characters and none of []*?:/\ . */
const sheetName = (name: string): string => name.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31).trim() || 'Sheet1';
