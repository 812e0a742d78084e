import type { SheetContent } from '@halong/platform/server';
import type { DraftRow, StoredCorrection } from './import.rows.ts';
import { maskNumbers } from './mapping.rules.ts';

const SHOWN_LENGTH = 80;

/** The sheets as if the file had said what was mended. Formulas and numbers become the text that was typed. */
export function withCorrections(sheets: readonly SheetContent[], corrections: readonly StoredCorrection[]): SheetContent[] {
  const active = corrections.filter(({ mended }) => mended !== null);
  return sheets.map((sheet, index) => {
    const here = active.filter((correction) => correction.sheet === index);
    if (here.length === 0) return sheet;
    return { ...sheet, rows: sheet.rows.map((row) => mendedRow(row, here.filter(({ rowNo }) => rowNo === row.row))) };
  });
}

function mendedRow(row: SheetContent['rows'][number], corrections: readonly StoredCorrection[]): SheetContent['rows'][number] {
  if (corrections.length === 0) return row;
  const columns = new Set(corrections.map(({ col }) => col));
  const typed = corrections.map(({ col, mended }) => ({ col, kind: 'text' as const, text: mended ?? '' }));
  return { ...row, cells: [...row.cells.filter(({ col }) => !columns.has(col)), ...typed].sort((a, b) => a.col - b.col) };
}

/** The sheets without the rows that were left out, and the sheet of the list with its head and only those. */
export function splitLeftOut(sheets: readonly SheetContent[], leftOut: readonly { sheet: number; rowNo: number }[], lastHeadRow: number): { kept: SheetContent[]; aside: SheetContent[] } {
  const out = (sheet: number) => new Set(leftOut.filter((row) => row.sheet === sheet).map(({ rowNo }) => rowNo));
  const split = (wanted: (isOut: boolean, row: number) => boolean) => sheets.map((sheet, index) => {
    const rows = out(index);
    return { ...sheet, rows: sheet.rows.filter(({ row }) => wanted(rows.has(row), row)) };
  });
  return { kept: split((isOut) => !isOut), aside: split((isOut, row) => isOut || row <= lastHeadRow) };
}

/** A row that was left out: what it says and what was wrong with it, but nothing that would be written. */
export const asLeftOut = (draft: DraftRow): DraftRow => ({
  ...draft, bucket: 'LEFT_OUT', effect: 'NONE', recordId: null, recordVersion: null, unitId: null, question: null, suggestion: null, alike: null, changes: [], source: null,
  shown: { ...draft.shown, candidates: [] }, reasons: draft.bucket === 'MERGED' ? [] : draft.reasons,
});

/** What can be mended: what is refused or doubtful, and what was mended before. */
export const isMendable = ({ bucket }: Pick<DraftRow, 'bucket'>, hasCorrections: boolean): boolean => bucket === 'REJECTED' || bucket === 'REVIEW' || (hasCorrections && bucket !== 'LEFT_OUT');

/** A cell as it may be shown and audited: of a personal number its last three digits. */
export function maskCell(field: string, text: string): string {
  const shown = field === 'pin' && text !== '' ? `${'•'.repeat(6)}${text.replace(/\D/g, '').slice(-3)}` : maskNumbers(text);
  return shown.length > SHOWN_LENGTH ? `${shown.slice(0, SHOWN_LENGTH)}…` : shown;
}
