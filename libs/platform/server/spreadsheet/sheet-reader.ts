import { dayMonthYear, serialToDate } from './date-format.ts';
import { type Cell, columnNumber, type MergedRange, parseRange, type Row } from './sheet.ts';
import { brokenFile, SpreadsheetError } from './spreadsheet.errors.ts';
import type { SpreadsheetLimits } from './spreadsheet.limits.ts';
import { checkLength, isTrue, richText, sharedString, unescapeText, type WorkbookParts } from './workbook-parts.ts';
import type { XmlHandler } from './xml-reader.ts';

const LAST_ROW = 1_048_576;

type OpenCell = { col: number; type: string; style: number; value: string; hasFormula: boolean };

/** Turns the XML events of one worksheet into rows. `take()` hands over the rows finished so far. */
export class SheetReader implements XmlHandler {
  readonly hiddenColumns = new Set<number>();
  readonly mergedRanges: MergedRange[] = [];
  private done: Row[] = [];
  private current: Row = { row: 0, cells: [] };
  private cell: OpenCell | undefined;
  private lastCol = 0;
  private inValue = false;
  private rows = 0;
  private cells = 0;
  private readonly inline;

  constructor(
    private readonly parts: WorkbookParts,
    private readonly limits: SpreadsheetLimits,
  ) {
    this.inline = richText(limits);
  }

  take(): Row[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.openRow(attributes['r']);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.markFormula();
    else if (name === 'col') this.hideColumns(attributes);
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    else this.inline.open(name);
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text;
    else this.inline.text(text);
  }

  close(name: string): void {
    this.inline.close(name);
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.current.row + 1 : Number(reference);
    if (!Number.isInteger(row) || row <= this.current.row || row > LAST_ROW) throw brokenFile(`row ${reference} out of order`);
    this.current = { row, cells: [] };
    this.lastCol = 0;
  }

  private closeRow(): void {
    if (this.current.cells.length === 0) return;
    this.rows += 1;
    if (this.rows > this.limits.rows) throw new SpreadsheetError({ code: 'TOO_MANY_ROWS', limit: this.limits.rows });
    this.done.push(this.current);
  }

  private openCell({ r, t = 'n', s = '0' }: Record<string, string>): void {
    const col = r === undefined ? this.lastCol + 1 : columnNumber(r);
    if (col <= this.lastCol) throw brokenFile(`cell ${r} out of order`);
    this.lastCol = col;
    this.cell = { col, type: t, style: Number(s), value: '', hasFormula: false };
    this.inline.start();
  }

  private markFormula(): void {
    if (this.cell) this.cell.hasFormula = true;
  }

  private closeCell(): void {
    if (!this.cell) return;
    const cell = this.toCell(this.cell);
    this.cell = undefined;
    if (cell.kind === 'empty') return;
    if (cell.col > this.limits.columns) throw new SpreadsheetError({ code: 'TOO_MANY_COLUMNS', limit: this.limits.columns });
    this.cells += 1;
    if (this.cells > this.limits.cells) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'cells', limit: this.limits.cells });
    this.current.cells.push(cell);
  }

  private toCell(open: OpenCell): Cell {
    checkLength(open.value, this.limits);
    const value = this.valueOf(open);
    return open.hasFormula ? { ...value, kind: 'formula' } : value;
  }

  private valueOf({ col, type, style, value }: OpenCell): Cell {
    if (type === 'inlineStr') return textCell(col, this.inline.value());
    if (value === '') return { col, kind: 'empty', text: '' };
    if (type === 's') return textCell(col, sharedString(this.parts.strings, value));
    if (type === 'str') return textCell(col, unescapeText(value));
    if (type === 'b') return { col, kind: 'boolean', text: isTrue(value) ? 'TRUE' : 'FALSE' };
    if (type === 'e') return { col, kind: 'error', text: value };
    if (type === 'd') return dateCell(col, value.slice(0, 10));
    return this.numberCell(col, style, value);
  }

  private numberCell(col: number, style: number, value: string): Cell {
    const number = Number(value);
    if (!Number.isFinite(number)) throw brokenFile(`not a number: ${value.slice(0, 40)}`);
    const date = this.parts.dateStyles[style] ? serialToDate(number, this.parts.date1904) : undefined;
    return date ? { ...dateCell(col, date), number } : { col, kind: 'number', text: String(number), number };
  }

  private hideColumns({ min, max, hidden }: Record<string, string>): void {
    if (!isTrue(hidden)) return;
    // A hidden range may run to the last column of the sheet: only the part that can hold data matters.
    const last = Math.min(Number(max), this.limits.columns);
    for (let col = Math.max(1, Number(min)); col <= last; col += 1) this.hiddenColumns.add(col);
  }

  private merge(reference: string): void {
    const range = parseRange(reference);
    if (!range) throw brokenFile(`merged range ${reference.slice(0, 40)}`);
    this.mergedRanges.push(range);
  }
}

const textCell = (col: number, text: string): Cell => ({ col, kind: text === '' ? 'empty' : 'text', text });

const dateCell = (col: number, date: string): Cell => ({ col, kind: 'date', text: dayMonthYear(date), date });
