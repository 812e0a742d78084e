/** `formula` is a live formula with its cached result; text that begins with "=" is plain `text`. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error' | 'empty';

/**
 * One cell, as it stands in the file (nothing trimmed or normalised).
 * `col` counts from 1; `text` is what a person would read, dates as dd/MM/yyyy; `date` is yyyy-MM-dd.
 */
export type Cell = { col: number; kind: CellKind; text: string; number?: number; date?: string };

/** `row` counts from 1 as the spreadsheet programme shows it. Empty cells are left out of `cells`. */
export type Row = { row: number; cells: Cell[] };

/** Corner cells of a merged range, both included. */
export type MergedRange = { top: number; left: number; bottom: number; right: number };

/** A whole sheet in memory. `name` is empty for CSV. */
export type SheetContent = {
  name: string;
  hidden: boolean;
  hiddenColumns: ReadonlySet<number>;
  mergedRanges: readonly MergedRange[];
  rows: Row[];
};

/** The cell in this column; an `empty` one if the file has none. */
export const cellAt = (row: Row, col: number): Cell =>
  row.cells.find((cell) => cell.col === col) ?? { col, kind: 'empty', text: '' };

/** "BC" → 55. Zero if there are no letters. */
export function columnNumber(reference: string): number {
  let col = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break;
    col = col * 26 + letter.charCodeAt(0) - 64;
  }
  return col;
}

/** 55 → "BC". */
export function columnName(col: number): string {
  const rest = Math.floor((col - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((col - 1) % 26));
}

/** "A1:C3" or "B2" → corners; undefined if it is neither. */
export function parseRange(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference);
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}
