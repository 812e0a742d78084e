import { describe, expect, it } from 'vitest';
import type { GradeRow, Mark } from './grade-sheet.ts';
import { clipboardRows, readMarkTable, readPasted } from './mark-table.rules.ts';

const components = ['kiem-tra:Kiểm tra:Test', 'tieu-luan:Tiểu luận:Essay', 'du-an:Dự án:Project'].map((text) => {
  const [key = '', nameVi = '', nameEn = ''] = text.split(':');
  return { key, nameVi, nameEn, weight: 0.25, required: true, category: null };
});
const score = (value: number): Mark => ({ kind: 'SCORE', value });
const row = (enrolmentId: number, fullName: string, unitName: string, first: Mark = { kind: 'BLANK' }): GradeRow => ({
  enrolmentId, personId: enrolmentId, fullName, unitName, enrolmentState: 'ACTIVE', average: null, band: null, result: 'PENDING', override: null,
  marks: components.map(({ key }, at) => ({ component: key, mark: at === 0 ? first : { kind: 'BLANK' as const }, version: at === 0 && first.kind !== 'BLANK' ? 2 : 0, resits: 0 })),
});
const sheet = { scale: 10, step: 0.25, components, rows: [row(1, 'Vũ Đình Bách', 'Sở Nội vụ'), row(2, 'Đặng Thùy Dương', 'Sở Y tế', score(7.5)), row(3, 'Nguyễn Thị Thu', 'Sở Y tế'), row(4, 'Nguyễn Thị Thu', 'Sở Nội vụ')] };
const rows = (...lines: string[]) => lines.map((line, at) => ({ row: at + 1, cells: line.split('|') }));
const changes = (table: ReturnType<typeof readMarkTable>) => table?.changes.map(({ enrolmentId, component, to }) => `${enrolmentId} ${component} ${to.kind === 'SCORE' ? to.value : to.kind}`);

describe('a table with heads', () => {
  it('finds people by name and unit, columns by name, and says what is the same', () => {
    const table = readMarkTable(rows('Bảng điểm', 'STT|HỌ VÀ TÊN|Đơn vị|Tiểu luận (25%)|Kiểm tra (25%)', '1|vũ đình bách|Sở Nội vụ|8,25|M', '2|Đặng Thùy Dương|Sở Y tế||7,5', '3|Nguyễn Thị Thu|Sở Nội vụ|9|0'), sheet);
    expect(changes(table)).toEqual(['1 tieu-luan 8.25', '1 kiem-tra EXCUSED', '4 tieu-luan 9', '4 kiem-tra 0']);
    expect([table?.same, table?.problems, table?.changes.find(({ enrolmentId }) => enrolmentId === 1)?.version]).toEqual([1, [], 0]);
  });

  it('finds people by their code first, also in English', () => {
    expect(changes(readMarkTable(rows('Enrolment|Name|Test', 'HV-4|Somebody else|6'), sheet))).toEqual(['4 kiem-tra 6']);
  });

  it.each([
    ['nobody of that name', 'Trần Văn A|Sở Y tế|7', 'NAME_UNKNOWN'],
    ['two of that name', 'Nguyễn Thị Thu||7', 'NAME_TWICE'],
    ['between the steps', 'Vũ Đình Bách||7,3', 'BAD_SCORE'],
    ['over the scale', 'Vũ Đình Bách||11', 'BAD_SCORE'],
    ['a word', 'Vũ Đình Bách||giỏi', 'BAD_SCORE'],
  ])('%s', (_, line, why) => {
    const table = readMarkTable(rows('Họ tên|Đơn vị|Kiểm tra', line), sheet);
    expect([table?.changes, table?.problems.map((one) => [one.row, one.why])]).toEqual([[], [[2, why]]]);
  });

  it('without names or columns it is none', () => {
    expect(readMarkTable(rows('Kiểm tra', '7'), sheet)).toBeUndefined();
    expect(readMarkTable(rows('Họ tên|Ghi chú', 'Vũ Đình Bách|tốt'), sheet)).toBeUndefined();
  });
});

describe('pasted onto a cell', () => {
  it.each([
    ['a block goes down and right', rows('7,5|8', '|M'), ['2 tieu-luan 7.5', '2 du-an 8', '3 du-an EXCUSED']],
    ['names find their rows', rows('Vũ Đình Bách|6|7'), ['1 tieu-luan 6', '1 du-an 7']],
    ['a table is read by its heads', rows('Họ tên|Kiểm tra', 'Vũ Đình Bách|6'), ['1 kiem-tra 6']],
  ] as const)('%s', (_, pasted, expected) => {
    expect(changes(readPasted(pasted, sheet, { row: 1, column: 1 }))).toEqual(expected);
  });

  it('what is below the last trainee is said', () => {
    expect(readPasted(rows('7', '8', '9'), sheet, { row: 2, column: 0 }).problems).toHaveLength(1);
  });

  it('reads the clipboard of a spreadsheet', () => {
    expect(clipboardRows('a\t"b ""x""\nc"\r\n1,5\t\r\n').map(({ cells }) => cells)).toEqual([['a', 'b "x"\nc'], ['1,5', '']]);
  });
});
