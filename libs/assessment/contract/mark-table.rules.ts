import { foldVietnamese } from '@halong/platform/contract';
import type { GradeComponentItem, GradeRow, GradeSheet, Mark } from './grade-sheet.ts';
import { parseMark, sameMark } from './mark-text.rules.ts';

/** A row of a file or of what was pasted: texts by column; `row` counts from 1 as a spreadsheet shows it. */
export interface TableRow {
  row: number;
  cells: readonly string[];
}

export interface ProposedMark {
  enrolmentId: number;
  fullName: string;
  component: string;
  /** Of the cell as it was read; it is sent back with the change. */
  version: number;
  from: Mark;
  to: Mark;
}

export interface TableProblem {
  row: number;
  text: string;
  why: 'NAME_UNKNOWN' | 'NAME_TWICE' | 'BAD_SCORE';
  component: string | null;
}

export interface MarkTable {
  changes: ProposedMark[];
  /** Cells that say what stands there already. An empty cell says nothing: it never clears a mark. */
  same: number;
  problems: TableProblem[];
  columns: GradeComponentItem[];
}

type SheetPart = Pick<GradeSheet, 'components' | 'rows' | 'scale' | 'step'>;

const nameHeads = new Set(['ho va ten', 'ho ten', 'hoc vien', 'name', 'full name', 'trainee']);
const codeHeads = new Set(['ma ghi danh', 'ma hoc vien', 'enrolment', 'trainee code']);
const unitHeads = new Set(['don vi', 'co quan', 'unit']);
const headSearch = 15;

/** "Kiểm tra (40%)" → "kiem tra". */
const headKey = (text: string): string => foldVietnamese(text.replace(/\(\s*[\d.,]+\s*%\s*\)\s*$/u, ''));

/** HV-17: the trainee's number in the file of the sheet. */
export const traineeCode = (enrolmentId: number): string => `HV-${enrolmentId}`;

interface Head {
  at: number;
  name: number;
  code: number;
  unit: number;
  marks: { column: number; component: GradeComponentItem }[];
}

function headOf(rows: readonly TableRow[], components: readonly GradeComponentItem[]): Head | undefined {
  for (const [at, { cells }] of rows.slice(0, headSearch).entries()) {
    const keys = cells.map(headKey);
    const find = (heads: ReadonlySet<string>): number => keys.findIndex((key) => heads.has(key));
    const marks = keys.flatMap((key, column) => {
      const component = key === '' ? undefined : components.find((one) => [one.nameVi, one.nameEn, one.key].some((text) => headKey(text) === key));
      return component ? [{ column, component }] : [];
    });
    const [name, code] = [find(nameHeads), find(codeHeads)];
    if ((name >= 0 || code >= 0) && marks.length > 0) return { at, name, code, unit: find(unitHeads), marks };
  }
  return undefined;
}

/** Finds the trainee of a row by code, else by name and, where a name stands twice, unit. */
function finder(rows: readonly GradeRow[]): (code: string, name: string, unit: string) => GradeRow | 'NAME_UNKNOWN' | 'NAME_TWICE' {
  const byCode = new Map(rows.map((row) => [traineeCode(row.enrolmentId), row]));
  const byName = new Map<string, GradeRow[]>();
  for (const row of rows) byName.set(foldVietnamese(row.fullName), [...(byName.get(foldVietnamese(row.fullName)) ?? []), row]);
  return (code, name, unit) => {
    const known = byCode.get(code.trim().toUpperCase());
    if (known) return known;
    const named = byName.get(foldVietnamese(name)) ?? [];
    // Marks tell names apart that a search does not.
    const exact = named.filter((row) => row.fullName.normalize('NFC').toLowerCase() === name.normalize('NFC').trim().toLowerCase());
    const found = exact.length > 0 ? exact : named;
    const [only, ...others] = found.length > 1 && unit !== '' ? found.filter((row) => foldVietnamese(row.unitName) === foldVietnamese(unit)) : found;
    if (only && others.length === 0) return only;
    return found.length > 1 ? 'NAME_TWICE' : 'NAME_UNKNOWN';
  };
}

/** Gathers cell by cell what a table would change. */
class Gathering {
  readonly table: MarkTable;
  private readonly seen = new Set<string>();

  constructor(private readonly sheet: SheetPart, columns: GradeComponentItem[]) {
    this.table = { changes: [], same: 0, problems: [], columns };
  }

  cell(row: number, trainee: GradeRow, component: GradeComponentItem, text: string): void {
    if (text.trim() === '') return;
    const cell = trainee.marks.find((one) => one.component === component.key);
    const to = parseMark(text, this.sheet);
    const key = `${trainee.enrolmentId} ${component.key}`;
    if (!cell || !to || this.seen.has(key)) return void this.table.problems.push({ row, text: text.slice(0, 60), why: to ? 'NAME_TWICE' : 'BAD_SCORE', component: component.key });
    this.seen.add(key);
    if (sameMark(cell.mark, to)) this.table.same += 1;
    else this.table.changes.push({ enrolmentId: trainee.enrolmentId, fullName: trainee.fullName, component: component.key, version: cell.version, from: cell.mark, to });
  }
}

/** A table with heads: names or codes of trainees and names of components, in any order. Undefined when no head was recognised. */
export function readMarkTable(rows: readonly TableRow[], sheet: SheetPart): MarkTable | undefined {
  const head = headOf(rows, sheet.components);
  if (!head) return undefined;
  const find = finder(sheet.rows);
  const gathering = new Gathering(sheet, head.marks.map(({ component }) => component));
  const text = (cells: readonly string[], column: number): string => (column < 0 ? '' : (cells[column] ?? ''));
  for (const { row, cells } of rows.slice(head.at + 1)) {
    const [code, name] = [text(cells, head.code), text(cells, head.name)];
    if (code.trim() === '' && name.trim() === '') continue;
    const trainee = find(code, name, text(cells, head.unit));
    if (typeof trainee === 'string') gathering.table.problems.push({ row, text: (name || code).slice(0, 60), why: trainee, component: null });
    else for (const { column, component } of head.marks) gathering.cell(row, trainee, component, text(cells, column));
  }
  return gathering.table;
}

/**
 * What was pasted onto a cell: a table with heads is read by them; a first column of names or codes finds its rows;
 * anything else is a block whose upper left corner is the cell.
 */
export function readPasted(rows: readonly TableRow[], sheet: SheetPart, at: { row: number; column: number }): MarkTable {
  const table = readMarkTable(rows, sheet);
  if (table) return table;
  const find = finder(sheet.rows);
  const filled = rows.filter(({ cells }) => cells.some((text) => text.trim() !== ''));
  const named = filled.length > 0 && filled.every(({ cells }) => cells.length > 1 && /\p{L}{2}|^HV-/u.test(cells[0] ?? '') && parseMark(cells[0] ?? '', sheet) === undefined);
  const width = Math.max(0, ...filled.map(({ cells }) => cells.length - (named ? 1 : 0)));
  const gathering = new Gathering(sheet, sheet.components.slice(at.column, at.column + width));
  for (const [line, { row, cells }] of filled.entries()) {
    const trainee = named ? find(cells[0] ?? '', cells[0] ?? '', '') : sheet.rows[at.row + line];
    const values = named ? cells.slice(1) : cells;
    if (!trainee || typeof trainee === 'string') {
      gathering.table.problems.push({ row, text: (cells[0] ?? '').slice(0, 60), why: trainee ?? 'NAME_UNKNOWN', component: null });
      continue;
    }
    for (const [column, component] of gathering.table.columns.entries()) gathering.cell(row, trainee, component, values[column] ?? '');
  }
  return gathering.table;
}

/** Text of a clipboard as rows: tabs between cells, a quoted cell may hold line ends. */
export function clipboardRows(text: string): TableRow[] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  const end = (): void => void (rows.at(-1)?.push(cell), (cell = ''));
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === '\t') end();
    else if (!quoted && sign === '\n') {
      end();
      rows.push([]);
    } else if (quoted || sign !== '\r') cell += sign;
  }
  end();
  return rows.filter((cells, at) => at < rows.length - 1 || cells.some((one) => one !== '')).map((cells, at) => ({ row: at + 1, cells }));
}
