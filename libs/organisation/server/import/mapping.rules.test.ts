import { describe, expect, it } from 'vitest';
import type { StoredMapping } from './import.rows.ts';
import { mappingFault, maskNumbers, proposeMapping } from './mapping.rules.ts';

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
