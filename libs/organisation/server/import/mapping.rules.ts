import { foldVietnamese, tidy } from '@halong/platform/contract';
import { cellAt, type Row, type SheetContent } from '@halong/platform/server';
import type { ImportKind } from '@halong/organisation/contract';
import { columnMap, findHeader, personFields, requiredPersonFields } from './header.rules.ts';
import type { FieldColumns, StoredMapping } from './import.rows.ts';
import { requiredUnitFields, unitColumns, unitFields } from './org-unit-row.rules.ts';
import { rowKinds } from './row-kind.rules.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

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
  return kind === 'PEOPLE' ? proposePeople(sheets) : proposeUnits(sheets);
}

function proposePeople(sheets: SheetContent[]): StoredMapping | undefined {
  const header = findHeader(sheets);
  const sheet = header && sheets[header.sheet];
  if (!header || !sheet) return undefined;
  const labelled = [...header.columns, ...header.unmapped].sort((a, b) => a.col - b.col);
  const below = sheet.rows.filter(({ row }) => row > (header.headerRows.at(-1) ?? 0));
  const data = rowKinds(below, columnMap(header.columns)).flatMap(({ row, kind }) => (kind === 'data' ? [row] : []));
  return {
    sheet: header.sheet, sheetName: header.sheetName, headerRows: header.headerRows, firstDataRow: header.firstDataRow ?? null, rows: data.length,
    columns: labelled.map((column) => columnOf(column, data)), proposed: columnMap(header.columns) as FieldColumns, chosen: null,
  };
}

/** The head of a tree is the first row of the first visible sheet that names a code and a name. */
function proposeUnits(sheets: SheetContent[]): StoredMapping | undefined {
  for (const [index, sheet] of sheets.entries()) {
    const [head, ...data] = sheet.rows;
    const proposed = unitColumns(head) as FieldColumns;
    if (sheet.hidden || !head || proposed['code'] === undefined || proposed['name'] === undefined) continue;
    const labelled = head.cells.filter(({ col, text }) => tidy(text) && !sheet.hiddenColumns.has(col)).map(({ col, text }) => ({ col, header: tidy(text) }));
    return {
      sheet: index, sheetName: sheet.name, headerRows: [head.row], firstDataRow: data[0]?.row ?? null, rows: data.length,
      columns: labelled.map((column) => columnOf(column, data)), proposed, chosen: null,
    };
  }
  return undefined;
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
