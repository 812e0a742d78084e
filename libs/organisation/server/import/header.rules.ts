import { foldVietnamese, tidy } from '@halong/platform/contract';
import type { Cell, Row, SheetContent } from '@halong/platform/server';
import { rowKinds } from './row-kind.rules.ts';

/** Folded labels of each field as offices write them. Labels of one word must match whole. */
const LABELS = {
  ordinal: ['stt', 'tt', 'so tt', 'so thu tu', 'no'],
  name: ['ho va ten', 'ho ten', 'ho dem va ten', 'ho va ten khai sinh', 'full name', 'ten'],
  dob: ['ngay thang nam sinh', 'ngay sinh', 'nam sinh', 'sinh ngay', 'date of birth', 'dob'],
  gender: ['gioi tinh', 'nam nu', 'gender', 'sex'],
  ethnicity: ['dan toc', 'ethnicity'],
  pin: ['so cccd', 'cccd', 'so dinh danh', 'so dinh danh ca nhan', 'ma dinh danh', 'so can cuoc', 'can cuoc cong dan', 'so cccd so dinh danh', 'cmnd cccd', 'pin'],
  unit: ['don vi', 'don vi cong tac', 'co quan', 'co quan don vi', 'noi cong tac', 'phong ban', 'unit'],
  position: ['chuc vu', 'chuc danh', 'chuc vu chuc danh', 'vi tri viec lam', 'position'],
  rank: ['ngach', 'ngach cong chuc', 'ngach hang', 'chuc danh nghe nghiep', 'hang chuc danh nghe nghiep', 'rank'],
  llct: ['llct', 'ly luan chinh tri', 'trinh do llct', 'trinh do ly luan chinh tri'],
  qpan: ['qpan', 'qpan doi tuong', 'quoc phong an ninh', 'quoc phong va an ninh', 'kien thuc qpan'],
  party: ['dang vien', 'party member'],
  email: ['email', 'e mail', 'thu dien tu', 'thu cong vu'],
  phone: ['dien thoai', 'so dien thoai', 'di dong', 'sdt', 'phone'],
  note: ['ghi chu', 'note'],
} as const satisfies Record<string, readonly string[]>;

/** `ordinal` only helps to tell kinds of rows apart, the others are data. */
export type ImportField = keyof typeof LABELS;

/** Which column (from 1) holds which field. */
export type ColumnMap = Partial<Record<ImportField, number>>;

/** `confidence`: 1 = the label is known word for word, below = it contains a known label. */
export type ColumnProposal = { field: ImportField; col: number; header: string; confidence: number };

export type HeaderProposal = {
  sheet: number;
  sheetName: string;
  headerRows: number[];
  columns: ColumnProposal[];
  /** Visible columns with a label that means no field: shown, not imported. */
  unmapped: { col: number; header: string }[];
  /** Required fields without a column: a person must choose them. */
  missing: ImportField[];
  /** Undefined if the sheet has a head and no people. */
  firstDataRow: number | undefined;
};

/** In the order in which they are shown to people. */
export const personFields = Object.keys(LABELS) as ImportField[];

export const requiredPersonFields: readonly ImportField[] = ['name', 'dob', 'pin', 'unit'];

const SEARCHED_ROWS = 40;
const MAX_HEIGHT = 3;
const MIN_FIELDS = 3;

type Block = { sheet: number; rows: Row[]; columns: ColumnProposal[]; unmapped: HeaderProposal['unmapped']; score: number };

/**
 * Finds the head of a list (one to three rows) in the visible sheets and proposes columns.
 * Hidden columns are never proposed. Undefined if no block of rows has a name column and two more fields.
 */
export function findHeader(sheets: SheetContent[], required: readonly ImportField[] = requiredPersonFields): HeaderProposal | undefined {
  let best: Block | undefined;
  for (const block of sheets.flatMap(blocksOf)) if (block.score > (best?.score ?? 0)) best = block;
  return best && proposalOf(sheets, best, required);
}

/**
 * The head that has this row, when a person says so: the best of the blocks of one to three rows around it, or the row
 * alone when none of its labels is known. Undefined when there is no label in it, no such row or no such sheet.
 */
export function headerAt(sheets: SheetContent[], index: number, row: number, required: readonly ImportField[] = requiredPersonFields): HeaderProposal | undefined {
  const sheet = sheets[index];
  const at = sheet?.rows.findIndex((each) => each.row === row) ?? -1;
  if (!sheet || at === -1) return undefined;
  let best = scored(index, sheet.rows.slice(at, at + 1), sheet.hiddenColumns);
  for (let height = 2; height <= MAX_HEIGHT; height += 1) {
    for (let start = Math.max(at - height + 1, 0); start <= at; start += 1) {
      const rows = sheet.rows.slice(start, start + height);
      const block = rows.length === height && isRun(rows) ? scored(index, rows, sheet.hiddenColumns) : best;
      if (block.score > best.score) best = block;
    }
  }
  return best.columns.length + best.unmapped.length > 0 ? proposalOf(sheets, best, required) : undefined;
}

function proposalOf(sheets: SheetContent[], best: Block, required: readonly ImportField[]): HeaderProposal | undefined {
  const sheet = sheets[best.sheet];
  if (!sheet) return undefined;
  const headerRows = best.rows.map((row) => row.row);
  const columns = columnMap(best.columns);
  const below = sheet.rows.filter((row) => row.row > (headerRows.at(-1) ?? 0));
  return {
    sheet: best.sheet,
    sheetName: sheet.name,
    headerRows,
    columns: best.columns,
    unmapped: best.unmapped,
    missing: required.filter((field) => columns[field] === undefined),
    firstDataRow: rowKinds(below, columns).find(({ kind }) => kind === 'data')?.row.row,
  };
}

/** The proposal as a plain map, the shape a person's choice has too. */
export const columnMap = (columns: readonly Pick<ColumnProposal, 'field' | 'col'>[]): ColumnMap =>
  Object.fromEntries(columns.map(({ field, col }) => [field, col]));

/** Every run of one to three neighbouring rows near the top that could be a head; shorter ones first. */
function blocksOf(sheet: SheetContent, index: number): Block[] {
  if (sheet.hidden) return [];
  const top = sheet.rows.slice(0, SEARCHED_ROWS);
  const blocks: Block[] = [];
  for (let height = 1; height <= MAX_HEIGHT; height += 1) {
    for (let start = 0; start + height <= top.length; start += 1) {
      const rows = top.slice(start, start + height);
      if (isRun(rows)) blocks.push(scored(index, rows, sheet.hiddenColumns));
    }
  }
  return blocks.filter(({ columns }) => columns.length >= MIN_FIELDS && columns.some(({ field }) => field === 'name'));
}

const isRun = (rows: Row[]): boolean => rows.every((row, index) => row.row === (rows[0]?.row ?? 0) + index);

function scored(sheet: number, rows: Row[], hidden: ReadonlySet<number>): Block {
  const labels = lowestLabels(rows, hidden);
  const guesses = [...labels].map(([col, header]) => ({ col, header, ...guessField(header) }));
  const columns: ColumnProposal[] = [];
  for (const { field, col, header, confidence } of guesses.sort((a, b) => b.confidence - a.confidence || a.col - b.col)) {
    if (field && !columns.some((column) => column.field === field)) columns.push({ field, col, header, confidence });
  }
  columns.sort((a, b) => a.col - b.col);
  const unmapped = [...labels].filter(([col]) => !columns.some((column) => column.col === col)).map(([col, header]) => ({ col, header }));
  return { sheet, rows, columns, unmapped, score: columns.reduce((sum, { confidence }) => sum + confidence, 0) };
}

/** The label of a column is its lowest text: above it stand group heads merged over several columns. */
function lowestLabels(rows: Row[], hidden: ReadonlySet<number>): Map<number, string> {
  const labels = new Map<number, string>();
  const isLabel = (cell: Cell) => cell.kind === 'text' && !hidden.has(cell.col) && tidy(cell.text) !== '';
  for (const row of rows) for (const cell of row.cells.filter(isLabel)) labels.set(cell.col, tidy(cell.text));
  return new Map([...labels].sort(([a], [b]) => a - b));
}

/** The field with the best, then the longest matching label. */
function guessField(header: string): { field: ImportField | undefined; confidence: number } {
  const label = foldVietnamese(header).replace(/[^a-z0-9]+/g, ' ').trim();
  let best: { field: ImportField | undefined; confidence: number } = { field: undefined, confidence: 0 };
  let length = 0;
  for (const [field, known] of Object.entries(LABELS) as [ImportField, readonly string[]][]) {
    for (const text of known) {
      const confidence = likeness(label, text);
      if (confidence < best.confidence || (confidence === best.confidence && text.length <= length) || confidence === 0) continue;
      best = { field, confidence };
      length = text.length;
    }
  }
  return best;
}

function likeness(label: string, known: string): number {
  if (label === known) return 1;
  if (!known.includes(' ') && known.length < 4) return 0;
  return ` ${label} `.includes(` ${known} `) ? 0.8 : 0;
}
