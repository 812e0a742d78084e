import { foldVietnamese } from '@halong/platform/contract';
import type { Cell, MergedRange, Row } from '@halong/platform/server';

/** A sheet as the spreadsheet reader gives it. */
export type Sheet = { rows: readonly Row[]; mergedRanges: readonly MergedRange[] };

/** What each column may be called, folded. The first is what our own template writes. */
const headings = {
  week: ['tuan'],
  date: ['ngay', 'ngay hoc', 'ngay thang'],
  weekday: ['thu'],
  part: ['buoi'],
  periods: ['tiet', 'so tiet', 'tiet hoc'],
  time: ['thoi gian', 'gio', 'gio hoc'],
  topic: ['noi dung', 'noi dung giang day', 'chuyen de', 'noi dung hoc tap', 'ten chuyen de'],
  lecturer: ['giang vien', 'giang vien, bao cao vien', 'nguoi day', 'giang vien/bao cao vien'],
  mode: ['hinh thuc', 'hinh thuc hoc'],
  place: ['dia diem', 'phong hoc', 'phong', 'hoi truong'],
  note: ['ghi chu'],
} as const;

export type Column = keyof typeof headings;
export type Columns = Partial<Record<Column, number>>;

const needed: Column[] = ['date', 'periods', 'topic', 'lecturer', 'mode', 'place'];

/** The row that names the columns; `missing` lists what the best row lacks when there is none. */
export function findHeading(rows: readonly Row[]): { row: number; columns: Columns } | { row: null; missing: Column[] } {
  let missing = needed;
  for (const row of rows.slice(0, 40)) {
    const columns = columnsOf(row);
    const lacks = needed.filter((column) => columns[column] === undefined);
    if (lacks.length === 0) return { row: row.row, columns };
    if (lacks.length < missing.length) missing = lacks;
  }
  return { row: null, missing };
}

function columnsOf(row: Row): Columns {
  const columns: Columns = {};
  for (const cell of row.cells) {
    const name = foldVietnamese(cell.text);
    const column = (Object.keys(headings) as Column[]).find((key) => (headings[key] as readonly string[]).includes(name));
    if (column && columns[column] === undefined) columns[column] = cell.col;
  }
  return columns;
}

const empty = (col: number): Cell => ({ col, kind: 'empty', text: '' });

/** Finds the cell of a row, through merged ranges: the day merged over two rows stands in both. */
export function cellFinder({ rows, mergedRanges }: Sheet): (row: number, col: number | undefined) => Cell {
  const cells = new Map(rows.flatMap(({ row, cells }) => cells.map((cell) => [`${row}:${cell.col}`, cell] as const)));
  const covering = (row: number, col: number) =>
    mergedRanges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && col >= left && col <= right);
  return (row, col) => {
    if (col === undefined) return empty(0);
    const range = covering(row, col);
    return cells.get(`${range?.top ?? row}:${range?.left ?? col}`) ?? empty(col);
  };
}

/** `yyyy-MM-dd` from a true date or from `dd/MM/yyyy` (also with dots or dashes); null when no such day exists. */
export function readDay(cell: Cell): string | null {
  if (cell.kind === 'date') return cell.date ?? null;
  const parts = /(?:^|\s)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(cell.text.trim());
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

const weekdays = [['chu nhat', 'cn'], ['hai', '2'], ['ba', '3'], ['tu', '4'], ['nam', '5'], ['sau', '6'], ['bay', '7']];

/** 0 Sunday … 6 Saturday from `Thứ Năm`, `Thứ 5`, `T5`, `Chủ nhật`; null when the cell says something else. */
export function readWeekday(text: string): number | null {
  const key = foldVietnamese(text).replace(/^thu|^t(?=\d)/, '').trim();
  const day = weekdays.findIndex((names) => names.includes(key));
  return day < 0 ? null : day;
}
