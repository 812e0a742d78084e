import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpreadsheet, type Cell, type Row } from '@halong/platform/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTimetable, timetableTotals, type TimetableFile } from './timetable-file.rules.ts';
import type { Bell } from './timetable-periods.rules.ts';
import type { Sheet } from './timetable-sheet.rules.ts';

const samples = join(import.meta.dirname, '../../../../apps/e2e/samples');
const starts = ['07:30', '08:15', '09:15', '10:00', '13:30', '14:15', '15:15', '16:00'];
const ends = ['08:15', '09:00', '10:00', '10:45', '14:15', '15:00', '16:00', '16:45'];
const bells: Bell[] = starts.map((startsAt, at) => ({ period: at + 1, startsAt, endsAt: ends[at]! }));

describe('the timetable of class LD-PX K01/2026', () => {
  const expected = JSON.parse(readFileSync(join(samples, 'timetable-LDPX-K01.expected.json'), 'utf8'));
  let file: TimetableFile;
  beforeAll(async () => {
    const [sheet] = await readSpreadsheet(join(samples, 'timetable-LDPX-K01.xlsx'));
    file = readTimetable(sheet!, bells);
  });

  it('adds up to what the file was made from', () => {
    expect(file.classCode).toBe(expected.class);
    expect(timetableTotals(file.sessions)).toEqual({
      sessions: expected.sessions,
      periods: expected.periods,
      days: expected.days,
      weeks: expected.weeks,
      lecturers: expected.lecturers,
      firstDay: expected.firstDay,
      lastDay: expected.lastDay,
      periodsByMode: { ROOM: expected.periodsInPerson, ONLINE: expected.periodsOnline, BOTH: 0, FIELD: expected.periodsField },
    });
  });

  it('has no problem and leaves out only the note at the foot', () => {
    expect(file.problems).toEqual([]);
    expect(file.ignoredRows).toEqual([48]);
  });

  it('gives merged cells to every row they cover', () => {
    expect(file.sessions[1]).toEqual({
      row: 8,
      week: 1,
      date: '2026-10-01',
      part: 'AFTERNOON',
      periods: [5, 6, 7, 8],
      startsAt: '13:30',
      endsAt: '16:45',
      topicText: 'Chuyên đề 1: Nhà nước và chính quyền địa phương 2 cấp',
      lecturer: { title: 'TS.', name: 'Nguyễn Thanh Vân' },
      mode: 'ROOM',
      placeText: 'Hội trường A2',
      note: null,
    });
  });

  it('reads days that are text and field study at a named place', () => {
    expect(file.sessions.find(({ row }) => row === 33)).toMatchObject({ date: '2026-11-13', mode: 'FIELD', placeText: 'Đặc khu Vân Đồn', note: 'Xe xuất phát 6h30' });
  });
});

const headings = ['Tuần', 'Ngày', 'Thứ', 'Buổi', 'Tiết', 'Thời gian', 'Nội dung', 'Giảng viên', 'Hình thức', 'Địa điểm'];
const good = ['1', '01/10/2026', 'Thứ Năm', 'Sáng', '1-4', '07:30-10:45', 'Chuyên đề 1', 'TS. Trần Đức Minh', 'Trực tiếp', 'Phòng 305'];

function cells(values: (string | Partial<Cell>)[]): Cell[] {
  return values.map((value, at) => ({ col: at + 1, kind: 'text', text: '', ...(typeof value === 'string' ? { text: value } : value) }) satisfies Cell).filter(({ text }) => text !== '');
}

function sheetOf(...lines: (string | Partial<Cell>)[][]): Sheet {
  const rows: Row[] = [headings, ...lines].map((values, at) => ({ row: at + 1, cells: cells(values) }));
  return { rows, mergedRanges: [] };
}

/** The good row with some columns changed. */
const withCells = (changes: Record<number, string | Partial<Cell>>) => good.map((value, at) => changes[at + 1] ?? value);

const codes = (file: TimetableFile) => file.problems.map(({ severity, code }) => `${severity} ${code}`);

describe('one bad row', () => {
  it.each([
    [{ 2: '31/11/2026' }, 'ERROR DATE_INVALID'],
    [{ 2: 'sẽ báo sau' }, 'ERROR DATE_INVALID'],
    [{ 2: '' }, 'ERROR DATE_MISSING'],
    [{ 3: 'Thứ Sáu' }, 'ERROR WEEKDAY_DIFFERS'],
    [{ 4: 'Chiều' }, 'ERROR PART_DIFFERS'],
    [{ 5: '4-1' }, 'ERROR PERIODS_INVALID'],
    [{ 5: '' }, 'ERROR PERIODS_INVALID'],
    [{ 5: { kind: 'date', text: '01/04/2026', date: '2026-04-01' } }, 'ERROR PERIODS_INVALID'],
    [{ 5: '9-10' }, 'ERROR PERIOD_UNKNOWN'],
    [{ 7: '' }, 'ERROR TOPIC_MISSING'],
    [{ 9: 'constructor' }, 'ERROR MODE_UNKNOWN'],
    [{ 9: 'Tự do' }, 'ERROR MODE_UNKNOWN'],
    [{ 8: { kind: 'formula', text: 'Trần Đức Minh' } }, 'ERROR FORMULA_CELL'],
  ] as const)('%j is refused as %s', (changes, problem) => {
    const file = readTimetable(sheetOf(withCells(changes as Record<number, string | Partial<Cell>>)), bells);
    expect(codes(file)).toContain(problem);
    expect(file.sessions).toEqual([]);
  });

  it.each([
    [{ 8: '' }, 'WARNING LECTURER_MISSING'],
    [{ 8: 'TS. Trần Đức Minh, ThS. Vũ Quang Toàn' }, 'WARNING SEVERAL_LECTURERS'],
    [{ 6: '08:00-11:15' }, 'WARNING TIME_DIFFERS'],
    [{ 10: '' }, 'WARNING PLACE_MISSING'],
  ])('%j is kept with %s', (changes, problem) => {
    const file = readTimetable(sheetOf(withCells(changes as Record<number, string>)), bells);
    expect(codes(file)).toEqual([problem]);
    expect(file.sessions).toHaveLength(1);
  });

  it('does not take its neighbours with it', () => {
    const file = readTimetable(sheetOf(good, withCells({ 2: '99/99/2026' }), withCells({ 4: 'Chiều', 5: '5-8', 6: '' })), bells);
    expect(file.sessions.map(({ row }) => row)).toEqual([2, 4]);
    expect(file.problems).toEqual([{ row: 3, severity: 'ERROR', code: 'DATE_INVALID', params: { text: '99/99/2026' } }]);
  });
});

describe('the whole file', () => {
  it('names the row that a session overlaps', () => {
    const file = readTimetable(sheetOf(good, withCells({ 5: '4', 6: '', 10: 'Phòng 402' })), bells);
    expect(file.sessions.map(({ row }) => row)).toEqual([2]);
    expect(file.problems).toEqual([{ row: 3, severity: 'ERROR', code: 'OVERLAP', params: { otherRow: 2 } }]);
  });

  it('lets sessions follow each other without a break', () => {
    const file = readTimetable(sheetOf(withCells({ 5: '1-2', 6: '' }), withCells({ 5: '3-4', 6: '' })), bells);
    expect(file.problems).toEqual([]);
    expect(file.sessions).toHaveLength(2);
  });

  it('compares the title with the sum of the rows', () => {
    const { rows } = sheetOf(good);
    const titled = { rows: [{ row: 1, cells: cells(['Thời lượng: 8 tiết']) }, ...rows.map(({ row, ...rest }) => ({ row: row + 1, ...rest }))], mergedRanges: [] };
    expect(readTimetable(titled, bells).problems).toEqual([{ row: 2, severity: 'WARNING', code: 'PERIODS_TOTAL_DIFFERS', params: { stated: 8, read: 4 } }]);
  });

  it('is not held up by titles of endless digits', () => {
    const { rows } = sheetOf(good);
    const title: Row = { row: 1, cells: Array.from({ length: 200 }, (_, at) => ({ col: at + 1, kind: 'text', text: '1'.repeat(32_000) })) };
    expect(readTimetable({ rows: [title, ...rows.map(({ row, ...rest }) => ({ row: row + 1, ...rest }))], mergedRanges: [] }, bells).problems).toEqual([]);
  });

  it('says which columns it could not find', () => {
    const file = readTimetable({ rows: [{ row: 1, cells: cells(['Ngày', 'Tiết', 'Nội dung', 'Hình thức', 'Địa điểm']) }], mergedRanges: [] }, bells);
    expect(file.problems).toEqual([{ row: 0, severity: 'ERROR', code: 'HEADING_NOT_FOUND', params: { missing: 'lecturer' } }]);
  });

  it('refuses a sheet that is no timetable of one class', () => {
    expect(codes(readTimetable(sheetOf(...Array.from({ length: 1000 }, () => good)), bells))).toEqual(['ERROR TOO_LARGE']);
  });

  it('reads an empty sheet as one without a heading', () => {
    expect(codes(readTimetable({ rows: [], mergedRanges: [] }, bells))).toEqual(['ERROR HEADING_NOT_FOUND']);
  });
});
