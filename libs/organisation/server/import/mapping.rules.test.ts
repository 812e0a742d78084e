import { describe, expect, it } from 'vitest';
import type { StoredMapping } from './import.rows.ts';
import { mappingAt, mappingFault, maskNumbers, proposeMapping } from './mapping.rules.ts';

describe('maskNumbers', () => {
  it.each([
    ['099080545020', '••••••020'],
    ['099 080 545 020', '••••••020'],
    ['0950.963.525', '••••••525'],
    ['số 099080545020, xem lại', 'số ••••••020, xem lại'],
    ['26/04/1980', '26/04/1980'],
    ['01.003', '01.003'],
  ])('%s', (text, masked) => expect(maskNumbers(text)).toBe(masked));
});

describe('mappingFault', () => {
  const mapping: StoredMapping = {
    sheet: 0, sheetName: 'DS', headerRows: [1], firstDataRow: 2, rows: 1, proposed: {}, chosen: null,
    columns: [1, 2, 3, 4, 5].map((col) => ({ col, header: `${col}`, samples: [] })),
  };
  const full = { name: 1, dob: 2, pin: 3, unit: 4 };

  it.each<[string, Record<string, number>, object | undefined]>([
    ['nothing', full, undefined],
    ['a missing field', { name: 1, dob: 2, pin: 3 }, { code: 'missing', fields: ['unit'] }],
    ['a column used twice', { ...full, note: 4 }, { code: 'twice', col: 4 }],
    ['a column that is not there', { ...full, note: 9 }, { code: 'unknown', field: 'note' }],
    ['a field that is none', { ...full, salary: 5 }, { code: 'unknown', field: 'salary' }],
  ])('%s', (_, chosen, fault) => expect(mappingFault('PEOPLE', mapping, chosen)).toEqual(fault));
});

describe('proposeMapping', () => {
  const sheet = (hidden: boolean, ...rows: string[][]) => ({
    name: '', hidden, hiddenColumns: new Set<number>(), mergedRanges: [],
    rows: rows.map((cells, index) => ({ row: index + 1, cells: cells.map((text, at) => ({ col: at + 1, kind: 'text' as const, text })) })),
  });

  it('finds the tree in the first visible sheet that names a code and a name', () => {
    const found = proposeMapping('ORG_UNITS', [sheet(true, ['code', 'name']), sheet(false, ['ghi chú']), sheet(false, ['Mã', 'Tên', 'Loại', 'Khác'], ['A', 'Sở A', 'DEPARTMENT', 'x'])]);
    expect(found).toMatchObject({ sheet: 2, headerRows: [1], firstDataRow: 2, rows: 1, proposed: { code: 1, name: 2, type: 3 } });
    expect(found?.columns[3]).toEqual({ col: 4, header: 'Khác', samples: ['x'] });
  });

  it('says so when there is no head', () => expect(proposeMapping('ORG_UNITS', [sheet(false, ['a', 'b'])])).toBeUndefined());
});

describe('a heading that a person shows', () => {
  const rows = [['Danh sách'], ['Họ và tên', 'Thông tin'], ['', 'Ngày sinh', 'Số CCCD', 'Đơn vị'], ['Lò Thị Thử', '01/02/1980', '099180000001', 'Sở Nội vụ'], ['Lò Văn Hai', '1981', '099081000002', 'Sở Nội vụ']];
  const sheets = [{
    name: 'DS', hidden: false, hiddenColumns: new Set<number>(), mergedRanges: [],
    rows: rows.map((cells, index) => ({ row: index + 1, cells: cells.flatMap((text, at) => (text ? [{ col: at + 1, kind: 'text' as const, text }] : [])) })),
  }];

  it.each([[2], [3]])('row %i of a head of two rows brings both', (row) => {
    expect(mappingAt('PEOPLE', sheets, { sheet: 0, row })).toMatchObject({ headerRows: [2, 3], firstDataRow: 4, rows: 2, proposed: { name: 1, dob: 2, pin: 3, unit: 4 } });
  });

  it('labels that nobody knows are columns without a proposal, and every row below may be data', () => {
    expect(mappingAt('PEOPLE', sheets, { sheet: 0, row: 5 })).toMatchObject({ headerRows: [5], firstDataRow: null, proposed: {}, columns: [{ header: 'Lò Văn Hai' }, {}, {}, {}] });
    expect(mappingAt('PEOPLE', sheets, { sheet: 0, row: 4 })).toMatchObject({ headerRows: [4], firstDataRow: 5, rows: 1, proposed: {} });
  });

  it.each([[0, 99], [7, 1]])('sheet %i, row %i: there is none', (sheet, row) => {
    expect(mappingAt('PEOPLE', sheets, { sheet, row })).toBeUndefined();
    expect(mappingAt('ORG_UNITS', sheets, { sheet, row })).toBeUndefined();
  });
});
