import type { SheetContent } from '@halong/platform/server';
import { describe, expect, it } from 'vitest';
import { columnMap, findHeader } from './header.rules.ts';

const sheet = (lines: (string | null)[][], rest: Partial<SheetContent> = {}): SheetContent => ({
  name: 'Danh sách', hidden: false, hiddenColumns: new Set(), mergedRanges: [], ...rest,
  rows: lines.flatMap((line, index) => {
    const cells = line.flatMap((text, at) => (text === null ? [] : [{ col: at + 1, kind: 'text' as const, text }]));
    return cells.length > 0 ? [{ row: index + 1, cells }] : [];
  }),
});

const person = ['1', 'Lò Văn An', '1/2/1980', '099080545018', 'Sở Nội vụ'];

describe('findHeader', () => {
  it('reads a head of one row', () => {
    const header = findHeader([sheet([['STT', 'Họ tên', 'Ngày sinh', 'CCCD', 'Cơ quan'], person])]);
    expect(header).toMatchObject({ headerRows: [1], firstDataRow: 2, missing: [] });
    expect(columnMap(header?.columns ?? [])).toEqual({ ordinal: 1, name: 2, dob: 3, pin: 4, unit: 5 });
  });

  it('reads labels in capitals, split letters and line breaks; says how sure it is', () => {
    const header = findHeader([sheet([['HỌ VÀ TÊN'.normalize('NFD'), 'Ngày, tháng,\nnăm sinh', 'Số CCCD hoặc hộ chiếu', 'Đơn vị đang công tác', 'Nơi sinh'], person])]);
    expect(header?.columns.map(({ field, confidence }) => [field, confidence])).toEqual([['name', 1], ['dob', 1], ['pin', 0.8], ['unit', 0.8]]);
    expect(header?.unmapped).toEqual([{ col: 5, header: 'Nơi sinh' }]);
  });

  it('reads a head of three rows under titles, with group heads and column numbers', () => {
    const header = findHeader([
      sheet([
        ['DANH SÁCH'], [null],
        ['STT', 'Cá nhân', null, null, 'Công tác'],
        [null, 'Khai sinh', null, 'Số định danh', null],
        [null, 'Họ và tên', 'Năm sinh', null, 'Đơn vị'],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ['I', 'Sở Nội vụ'],
        person,
      ]),
    ]);
    expect(header).toMatchObject({ headerRows: [3, 4, 5], firstDataRow: 8, missing: [] });
    expect(columnMap(header?.columns ?? [])).toEqual({ ordinal: 1, name: 2, dob: 3, pin: 4, unit: 5 });
  });

  it('proposes neither hidden columns nor hidden sheets, and names what is missing', () => {
    const lines = [['STT', 'Họ tên', 'Ngày sinh', 'CCCD', 'Cơ quan'], person];
    expect(findHeader([sheet(lines, { hiddenColumns: new Set([4]) })])).toMatchObject({ missing: ['pin'], unmapped: [] });
    expect(findHeader([sheet(lines, { hidden: true })])).toBeUndefined();
    expect(findHeader([sheet(lines, { hidden: true }), sheet(lines)])?.sheet).toBe(1);
  });

  it('takes each field once, the best label first', () => {
    const header = findHeader([sheet([['Tên đơn vị chủ quản', 'Họ tên', 'Đơn vị', 'Ngày sinh'], person])]);
    expect(columnMap(header?.columns ?? [])).toEqual({ name: 2, unit: 3, dob: 4 });
  });

  it('finds nothing in prose and survives a list without people', () => {
    expect(findHeader([sheet([['Ghi chú khi sử dụng danh sách'], ['1. Họ và tên viết hoa']])])).toBeUndefined();
    expect(findHeader([sheet([['Họ tên', 'Ngày sinh', 'CCCD', 'Đơn vị']])])).toMatchObject({ firstDataRow: undefined, missing: [] });
    expect(findHeader([])).toBeUndefined();
  });
});
