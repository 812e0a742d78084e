import type { ErrorParams } from '@halong/platform/contract';
import type { ImportBucket, ImportKind, ImportReasonCode, ImportState } from '@halong/organisation/contract';

/** Fields → columns (from 1). */
export type FieldColumns = Record<string, number>;

/** The first rows of a sheet as people choose the heading from them. */
export interface SheetPreview {
  sheet: number;
  name: string;
  rows: { row: number; cells: string[] }[];
}

/** What was found in the file, as it is stored. Samples are masked. */
export interface StoredMapping {
  sheet: number;
  sheetName: string;
  headerRows: number[];
  firstDataRow: number | null;
  rows: number;
  columns: { col: number; header: string; samples: string[] }[];
  proposed: FieldColumns;
  chosen: FieldColumns | null;
  /** Absent in imports from before sheets could be chosen. */
  sheets?: SheetPreview[];
  /** Where a person says that the heading stands, until the file is read again. */
  asked?: { sheet: number; row: number } | null;
}

export interface StoredProblem {
  code: string;
  params: ErrorParams;
}

export type StoredCounts = Record<ImportBucket, number>;

export interface ImportRecord {
  id: number;
  kind: ImportKind;
  state: ImportState;
  fileId: number;
  fileName: string;
  asOf: string;
  mapping: StoredMapping | null;
  counts: StoredCounts | null;
  problem: StoredProblem | null;
  done: number;
  total: number;
  createdBy: number;
  createdByName: string;
  createdAt: Date;
  runBy: number | null;
  undoBy: number | null;
  finishedAt: Date | null;
  version: number;
}

export interface StoredReason {
  code: ImportReasonCode;
  field: string | null;
  /** Column letter. */
  column: string | null;
  value: string | null;
  params: ErrorParams;
}

/** Before and after as people read them. */
export interface StoredChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface ShownRow {
  name: string;
  key: string;
  birth: string | null;
  unitText: string;
  unitName: string | null;
  position: string | null;
  /** Ids of the units to choose from. */
  candidates: number[];
}

export type RowEffect = 'ADD' | 'CHANGE' | 'NONE';
export type RowOutcome = 'WRITTEN' | 'STALE' | 'UNDONE' | 'STAYED';

/** What a cell most likely means: a text, or the unit that the text names. Of a personal number only masked. */
export interface StoredSuggestion {
  field: string;
  text: string;
  unitId: number | null;
}

/** A row as the dry run stores it. */
export interface DraftRow {
  rowNo: number;
  bucket: ImportBucket;
  effect: RowEffect;
  recordId: number | null;
  recordVersion: number | null;
  unitId: number | null;
  /** Set when the row asks for a unit. */
  question: string | null;
  suggestion: StoredSuggestion | null;
  /** Fingerprint of the doubtful text: rows with the same one can be answered together. */
  alike: string | null;
  shown: ShownRow;
  reasons: StoredReason[];
  changes: StoredChange[];
  /** Encrypted cells of a row that may be mended. */
  source: Buffer | null;
}

/** The correction of a cell that counts now. */
export interface StoredCorrection {
  sheet: number;
  rowNo: number;
  col: number;
  field: string;
  source: string;
  /** Null: taken back, the file counts. */
  mended: string | null;
  by: string;
  at: Date;
}

/** A row that somebody left out. */
export interface LeftOutRow {
  sheet: number;
  rowNo: number;
  by: string;
  at: Date;
}

export interface RowDecisionAnswer {
  unitId: number | null;
}

export interface StoredRow extends Omit<DraftRow, 'source'> {
  decision: RowDecisionAnswer | null;
  outcome: RowOutcome | null;
  before: unknown;
}

/** How many rows of an import are where. */
export interface ImportNumbers {
  willWrite: number;
  undecided: number;
  mended: number;
  written: number;
  stale: number;
  undone: number;
  stayed: number;
}
