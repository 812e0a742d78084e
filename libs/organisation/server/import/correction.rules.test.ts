import { describe, expect, it } from 'vitest';
import type { SheetContent } from '@halong/platform/server';
import { isMendable, maskCell, withCorrections } from './correction.rules.ts';
import type { StoredCorrection } from './import.rows.ts';

const sheet = (name: string): SheetContent => ({
  name, hidden: false, hiddenColumns: new Set(), mergedRanges: [],
  rows: [{ row: 5, cells: [{ col: 2, kind: 'formula', text: 'Lò' }, { col: 4, kind: 'number', text: '7', number: 7 }] }, { row: 6, cells: [{ col: 2, kind: 'text', text: 'Vi' }] }],
});
const correction = (more: Partial<StoredCorrection>): StoredCorrection => ({ sheet: 0, rowNo: 5, col: 2, field: 'name', source: '', mended: 'Lò Thị Thử', by: 'Bảo', at: new Date(0), ...more });

describe('a corrected sheet', () => {
  it('says what was typed in that cell and only there', () => {
    const [mended, other] = withCorrections([sheet('A'), sheet('B')], [correction({}), correction({ col: 3, mended: '01/02/1980' })]);
    expect(mended?.rows).toEqual([
      { row: 5, cells: [{ col: 2, kind: 'text', text: 'Lò Thị Thử' }, { col: 3, kind: 'text', text: '01/02/1980' }, { col: 4, kind: 'number', text: '7', number: 7 }] },
      sheet('A').rows[1],
    ]);
    expect(other).toEqual(sheet('B'));
  });

  it.each([[correction({ mended: null })], [correction({ rowNo: 99 })], [correction({ sheet: 1 })]])('stays as it is: %o', (one) => {
    expect(withCorrections([sheet('A')], [one])).toEqual([sheet('A')]);
  });
});

it.each([
  ['pin', '099 080-545002', '••••••002'],
  ['pin', '02218', '••••••218'],
  ['pin', '', ''],
  ['name', 'Lò Thị Thử', 'Lò Thị Thử'],
  ['note', 'gọi 0950123456', 'gọi ••••••456'],
  ['unit', 'x'.repeat(100), `${'x'.repeat(80)}…`],
])('%s "%s" is shown as "%s"', (field, text, shown) => {
  expect(maskCell(field, text)).toBe(shown);
});

it.each([['REJECTED', false, true], ['REVIEW', false, true], ['ADDED', false, false], ['ADDED', true, true], ['MERGED', true, true], ['UNCHANGED', false, false]] as const)('%s, mended before: %s → %s', (bucket, before, may) => {
  expect(isMendable({ bucket }, before)).toBe(may);
});
