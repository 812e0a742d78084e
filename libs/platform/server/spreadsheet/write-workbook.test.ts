import { afterAll, describe, expect, it } from 'vitest';
import { testFolder } from '@halong/testing/server';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { type CellValue, looksLikeFormula, workbookBuffer } from './write-workbook.ts';

const folder = testFolder();
afterAll(folder.remove);

const written = async (rows: CellValue[][]) => {
  const file = await workbookBuffer([{ name: 'Dòng lỗi [1/2]', columns: [{ header: 'Họ và tên', width: 26 }, { header: 'Ngày sinh' }], rows }]);
  return readSpreadsheet(folder.file(file));
};

describe('writing', () => {
  it('comes back as it went in', async () => {
    const [sheet] = await written([['Đặng Thị Quỳnh', { date: '1995-08-17' }, 7.5, true, null, '099195748365']]);
    expect(sheet?.name).toBe('Dòng lỗi  1 2');
    expect(sheet?.rows).toEqual([
      { row: 1, cells: [{ col: 1, kind: 'text', text: 'Họ và tên' }, { col: 2, kind: 'text', text: 'Ngày sinh' }] },
      {
        row: 2,
        cells: [
          { col: 1, kind: 'text', text: 'Đặng Thị Quỳnh' },
          { col: 2, kind: 'date', text: '17/08/1995', date: '1995-08-17', number: 34928 },
          { col: 3, kind: 'number', text: '7.5', number: 7.5 },
          { col: 4, kind: 'boolean', text: 'TRUE' },
          { col: 6, kind: 'text', text: '099195748365' },
        ],
      },
    ]);
  });

  it.each(['=HYPERLINK("http://evil.example","x")', "+cmd|' /C calc'!A0", '-1+1', '@SUM(A1)', '\t=1', '\r=1'])('never writes a formula: %j', async (text) => {
    const [sheet] = await written([[text]]);
    expect(looksLikeFormula(text)).toBe(true);
    // XML reads a carriage return as a line feed.
    expect(sheet?.rows[1]?.cells).toEqual([{ col: 1, kind: 'text', text: text.replace('\r', '\n') }]);
  });

  it('writes lazily from an async source', async () => {
    async function* rows(): AsyncGenerator<CellValue[]> {
      for (let n = 1; n <= 300; n += 1) yield [n];
    }
    const file = await workbookBuffer([{ name: 'x', columns: [{ header: 'n' }], rows: rows() }]);
    const [sheet] = await readSpreadsheet(folder.file(file));
    expect(sheet?.rows.at(-1)).toEqual({ row: 301, cells: [{ col: 1, kind: 'number', text: '300', number: 300 }] });
  });
});
