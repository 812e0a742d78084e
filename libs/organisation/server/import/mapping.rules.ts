import { foldVietnamese, tidy } from '@halong/platform/contract';
import { cellAt, type Row, type SheetContent } from '@halong/platform/server';
import type { ImportKind } from '@halong/organisation/contract';
import { columnMap, findHeader, headerAt, type HeaderProposal, personFields, requiredPersonFields } from './header.rules.ts';
import type { FieldColumns, SheetPreview, StoredMapping } from './import.rows.ts';
import { requiredUnitFields, unitColumns, unitFields } from './org-unit-row.rules.ts';
import { rowKinds } from './row-kind.rules.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 60;
const PREVIEW_SHEETS = 10;
const PREVIEW_ROWS = 20;
const PREVIEW_CELLS = 8;
const PREVIEW_LENGTH = 40;

/** Fields of a kind of list, in the order in which they are shown, and those that must have a column. */
export const fieldsOf: Record<ImportKind, { all: readonly string[]; required: readonly string[] }> = {
  PEOPLE: { all: personFields, required: requiredPersonFields },
  ORG_UNITS: { all: unitFields, required: requiredUnitFields },
};

/** Runs of nine and more digits (personal numbers, telephones) are shown by their last three only. */
export const maskNumbers = (text: string): string =>
  text.replace(/\d(?:[\s.-]?\d){8,}/g, (run) => `${'•'.repeat(6)}${run.replace(/\D/g, '').slice(-3)}`);

/** Finds the head and proposes the columns. Undefined when there is no head. */
export function proposeMapping(kind: ImportKind, sheets: SheetContent[]): StoredMapping | undefined {
  if (kind === 'PEOPLE') return peopleMapping(sheets, findHeader(sheets));
  for (const [index, sheet] of sheets.entries()) {
    const [head] = sheet.rows;
    const proposed = unitColumns(head);
    if (!sheet.hidden && head && proposed.code !== undefined && proposed.name !== undefined) return unitMapping(sheets, index, head);
  }
  return undefined;
}

/** The columns when a person says where the head stands. Undefined when that row has no label. */
export function mappingAt(kind: ImportKind, sheets: SheetContent[], { sheet: index, row }: { sheet: number; row: number }): StoredMapping | undefined {
  if (kind === 'PEOPLE') return peopleMapping(sheets, headerAt(sheets, index, row));
  const head = sheets[index]?.rows.find((each) => each.row === row);
  const mapping = head && unitMapping(sheets, index, head);
  return mapping && mapping.columns.length > 0 ? mapping : undefined;
}

/** A file without a head: only its first rows, to choose from. */
export const withoutHead = (sheets: SheetContent[]): StoredMapping => ({
  sheet: 0, sheetName: sheets[0]?.name ?? '', headerRows: [], firstDataRow: null, rows: 0, columns: [], proposed: {}, chosen: null, sheets: previews(sheets),
});

function peopleMapping(sheets: SheetContent[], header: HeaderProposal | undefined): StoredMapping | undefined {
  const sheet = header && sheets[header.sheet];
  if (!header || !sheet) return undefined;
  const labelled = [...header.columns, ...header.unmapped].sort((a, b) => a.col - b.col);
  const below = sheet.rows.filter(({ row }) => row > (header.headerRows.at(-1) ?? 0));
  const known = rowKinds(below, columnMap(header.columns)).flatMap(({ row, kind }) => (kind === 'data' ? [row] : []));
  // While required columns are unknown nothing tells a person's row from a heading: all rows may be data until columns are chosen.
  const data = known.length === 0 && header.missing.length > 0 ? below : known;
  return {
    sheet: header.sheet, sheetName: header.sheetName, headerRows: header.headerRows, firstDataRow: data[0]?.row ?? null, rows: data.length,
    columns: labelled.map((column) => columnOf(column, data)), proposed: columnMap(header.columns) as FieldColumns, chosen: null, sheets: previews(sheets),
  };
}

function unitMapping(sheets: SheetContent[], index: number, head: Row): StoredMapping | undefined {
  const sheet = sheets[index];
  if (!sheet) return undefined;
  const data = sheet.rows.filter(({ row }) => row > head.row);
  const labelled = head.cells.filter(({ col, text }) => tidy(text) && !sheet.hiddenColumns.has(col)).map(({ col, text }) => ({ col, header: tidy(text) }));
  return {
    sheet: index, sheetName: sheet.name, headerRows: [head.row], firstDataRow: data[0]?.row ?? null, rows: data.length,
    columns: labelled.map((column) => columnOf(column, data)), proposed: unitColumns(head) as FieldColumns, chosen: null, sheets: previews(sheets),
  };
}

/** The first rows of the visible sheets, without hidden columns. */
function previews(sheets: readonly SheetContent[]): SheetPreview[] {
  return sheets.flatMap((sheet, index) => (sheet.hidden || sheet.rows.length === 0 ? [] : [{
    sheet: index,
    name: sheet.name,
    rows: sheet.rows.slice(0, PREVIEW_ROWS).map(({ row, cells }) => ({
      row,
      cells: cells.filter(({ col, text }) => tidy(text) && !sheet.hiddenColumns.has(col)).slice(0, PREVIEW_CELLS).map(({ text }) => maskNumbers(tidy(text)).slice(0, PREVIEW_LENGTH)),
    })).filter(({ cells }) => cells.length > 0),
  }])).slice(0, PREVIEW_SHEETS);
}

function columnOf({ col, header }: { col: number; header: string }, data: readonly Row[]): StoredMapping['columns'][number] {
  const samples: string[] = [];
  for (const row of data) {
    const text = maskNumbers(tidy(cellAt(row, col).text)).slice(0, SAMPLE_LENGTH);
    if (text === '' || samples.includes(text) || foldVietnamese(text) === foldVietnamese(header)) continue;
    samples.push(text);
    if (samples.length === SAMPLES) break;
  }
  return { col, header, samples };
}

export type MappingFault = { code: 'missing'; fields: string[] } | { code: 'twice'; col: number } | { code: 'unknown'; field: string };

/** What is wrong with a chosen mapping, if anything: a required field without a column, a column used twice, one that is not there. */
export function mappingFault(kind: ImportKind, mapping: StoredMapping, chosen: FieldColumns): MappingFault | undefined {
  const { all, required } = fieldsOf[kind];
  const columns = new Set(mapping.columns.map(({ col }) => col));
  const used = new Set<number>();
  for (const [field, col] of Object.entries(chosen)) {
    if (!all.includes(field) || !columns.has(col)) return { code: 'unknown', field };
    if (used.has(col)) return { code: 'twice', col };
    used.add(col);
  }
  const fields = required.filter((field) => chosen[field] === undefined);
  return fields.length > 0 ? { code: 'missing', fields } : undefined;
}
