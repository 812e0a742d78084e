import { foldVietnamese, tidy } from '@halong/platform/contract';
import { cellAt, type Row } from '@halong/platform/server';
import type { ColumnMap, ImportField } from './header.rules.ts';

/** Everything but `data` is furniture of the printed list and is not imported. */
export type RowKind = 'data' | 'columnNumbers' | 'unitHeading' | 'subtotal' | 'grandTotal' | 'signature';

/** `heading`: the unit heading above a data row, if the list has headings. */
export type KindOfRow = { row: Row; kind: RowKind; heading: string | null };

const COLUMN_NUMBER = /^\(?(\d{1,3})\)?$/;
const SIGNATURE = /^(nguoi lap|lap bieu|thu truong|nguoi ky|\(?ky|tm\b|kt\b|tl\b|ngay\b.*\bthang\b|.*, ngay\b.*\bthang\b)/;
const IDENTIFYING: readonly ImportField[] = ['dob', 'unit', 'position', 'rank', 'email', 'phone'];

/**
 * Sorts the rows below the head into kinds. In doubt a row is `data`: it is then rejected with a reason
 * and somebody sees it, instead of vanishing.
 */
export function rowKinds(rows: readonly Row[], columns: ColumnMap): KindOfRow[] {
  let ended = false;
  let heading: string | null = null;
  return rows.map((row) => {
    const kind = kindOf(row, columns, ended);
    if (kind === 'grandTotal' || kind === 'signature') ended = true;
    if (kind === 'unitHeading') heading = headingText(row);
    return { row, kind, heading: kind === 'data' ? heading : null };
  });
}

function kindOf(row: Row, columns: ColumnMap, ended: boolean): RowKind {
  const has = (field: ImportField) => textOf(row, columns[field]) !== '';
  if (isColumnNumbers(row)) return 'columnNumbers';
  if (has('pin')) return 'data';
  if (!has('unit')) {
    const labels = firstTexts(row);
    if (labels.some((label) => /^tổng(\s|$)/iu.test(label))) return 'grandTotal';
    if (labels.some((label) => /^cộng(\s|:|$)/iu.test(label))) return 'subtotal';
  }
  // People are counted 1, 2, 3; units I, II, A, B or not at all; signatures never.
  if (/^\d+$/.test(textOf(row, columns.ordinal)) || isDate(row, columns.dob)) return 'data';
  if (ended || row.cells.some((cell) => SIGNATURE.test(foldVietnamese(cell.text)))) return 'signature';
  return IDENTIFYING.some(has) ? 'data' : 'unitHeading';
}

/** The row "(1) (2) (3)" under a head. */
function isColumnNumbers(row: Row): boolean {
  const numbers = row.cells.map((cell) => Number(COLUMN_NUMBER.exec(tidy(cell.text))?.[1] ?? Number.NaN));
  return numbers.length >= 3 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

/** Totals are labelled in the first or, after a number, in the second cell. */
const firstTexts = (row: Row): string[] => row.cells.map((cell) => tidy(cell.text)).filter(Boolean).slice(0, 2);

function isDate(row: Row, col: number | undefined): boolean {
  if (col === undefined) return false;
  return cellAt(row, col).date !== undefined || /^(\d{1,2}[/.-]){0,2}\d{4}$/.test(textOf(row, col));
}

/** The longest text: next to it stands at most a number such as "II". */
const headingText = (row: Row): string =>
  row.cells.map((cell) => tidy(cell.text)).reduce((longest, text) => (text.length > longest.length ? text : longest), '');

const textOf = (row: Row, col: number | undefined): string => (col === undefined ? '' : tidy(cellAt(row, col).text));
