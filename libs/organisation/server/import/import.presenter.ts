import { columnName } from '@halong/platform/server';
import { importBuckets, undoHours, type ImportDetail, type ImportItem, type ImportMapping, type ImportRow } from '@halong/organisation/contract';
import { isMendable, maskCell } from './correction.rules.ts';
import { allows } from './import.lifecycle.ts';
import type { ImportNumbers, ImportRecord, LeftOutRow, StoredCorrection, StoredMapping, StoredRow } from './import.rows.ts';
import { fieldsOf } from './mapping.rules.ts';

export function presentImportItem(record: ImportRecord): ImportItem {
  return {
    id: record.id, kind: record.kind, fileName: record.fileName, state: record.state, counts: countsOf(record),
    progress: { done: record.done, total: record.total }, createdBy: record.createdByName,
    createdAt: record.createdAt.toISOString(), finishedAt: record.finishedAt?.toISOString() ?? null,
  };
}

/** Imports from before a bucket was known have nothing in it. */
function countsOf({ counts }: ImportRecord): ImportItem['counts'] {
  return counts && (Object.fromEntries(importBuckets.map((bucket) => [bucket, counts[bucket] ?? 0])) as NonNullable<ImportItem['counts']>);
}

function presentMapping({ kind }: ImportRecord, mapping: StoredMapping): ImportMapping {
  const { all, required } = fieldsOf[kind];
  const chosen = mapping.chosen ?? mapping.proposed;
  return {
    sheet: mapping.sheet, sheets: mapping.sheets ?? [], sheetName: mapping.sheetName, headerRows: mapping.headerRows, firstDataRow: mapping.firstDataRow, rows: mapping.rows,
    columns: mapping.columns.map((column) => ({ ...column, letter: columnName(column.col) })),
    fields: all.map((field) => ({ field, required: required.includes(field), col: chosen[field] ?? null, proposed: mapping.proposed[field] ?? null })),
  };
}

/** Until when a finished import can be undone. */
export const undoUntil = ({ state, finishedAt }: ImportRecord): Date | null =>
  state === 'DONE' && finishedAt ? new Date(finishedAt.getTime() + undoHours * 3_600_000) : null;

export function presentImport(record: ImportRecord, numbers: ImportNumbers, reasons: ImportDetail['reasons'], now: Date): ImportDetail {
  const until = undoUntil(record);
  const broken = record.kind === 'ORG_UNITS' && (record.counts?.REJECTED ?? 0) > 0;
  return {
    ...presentImportItem(record),
    version: record.version,
    problem: record.problem,
    mapping: record.mapping && presentMapping(record, record.mapping),
    willWrite: numbers.willWrite,
    undecided: numbers.undecided,
    mended: numbers.mended,
    reasons,
    written: numbers.written, stale: numbers.stale, undone: numbers.undone, stayed: numbers.stayed,
    undoUntil: until?.toISOString() ?? null,
    can: {
      map: allows(record.state, 'map'),
      decide: allows(record.state, 'decide'),
      mend: mayMend(record),
      run: allows(record.state, 'run') && numbers.willWrite > 0 && !broken,
      undo: allows(record.state, 'undo') && until !== null && now <= until,
    },
  };
}

/** Cells are mended in a dry run, not while the first one is still on its way. */
export const mayMend = (record: ImportRecord): boolean => allows(record.state, 'mend') && record.counts !== null;

/** What people read beside a row: names of the units in it by id, what was mended or left out, and how many rows ask the same. */
export interface BesideRow {
  unitNames: ReadonlyMap<number, string>;
  corrections: readonly StoredCorrection[];
  leftOut: LeftOutRow | undefined;
  alike: number;
}

export function presentImportRow(row: StoredRow, record: ImportRecord, { unitNames, corrections, leftOut, alike }: BesideRow): ImportRow {
  const { shown } = row;
  const named = (id: number) => ({ id, name: unitNames.get(id) ?? '' });
  return {
    rowNo: row.rowNo, bucket: row.bucket, name: shown.name, key: shown.key, birth: shown.birth, unitText: shown.unitText, unitName: shown.unitName,
    position: shown.position, reasons: row.reasons, changes: row.changes, candidates: shown.candidates.map(named), asksForUnit: row.question !== null,
    corrections: corrections.flatMap(({ field, source, mended, by, at }) => (
      mended === null ? [] : [{ field, from: maskCell(field, source), to: maskCell(field, mended), by, at: at.toISOString() }])),
    mendable: mayMend(record) && isMendable(row, corrections.length > 0),
    decision: row.decision && { unit: row.decision.unitId === null ? null : named(row.decision.unitId) },
    suggestion: row.suggestion && row.decision === null ? { field: row.suggestion.field, text: row.suggestion.text } : null,
    alike, leftOut: leftOut ? { by: leftOut.by, at: leftOut.at.toISOString() } : null,
    personId: record.kind === 'PEOPLE' && row.outcome !== 'UNDONE' ? row.recordId : null, outcome: row.outcome,
  };
}
