import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { oneSheet, testFolder, workbookParts, zipOf } from '@halong/testing/server';
import { openWorkbook } from './read-workbook.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { cellAt, columnName, columnNumber } from './sheet.ts';

const folder = testFolder();
afterAll(folder.remove);

const people = fileURLToPath(new URL('../../../../apps/e2e/samples/people.xlsx', import.meta.url));

const firstRow = async (cells: string, rest: Parameters<typeof oneSheet>[1] = {}) => {
  const [sheet] = await readSpreadsheet(folder.file(oneSheet(`<sheetData><row r="1">${cells}</row></sheetData>`, rest)));
  return sheet?.rows[0]?.cells;
};

describe('cells', () => {
  it('joins the runs of a rich text and leaves phonetic guides out', async () => {
    const strings = '<si><r><t>Nguyễn </t></r><r><t xml:space="preserve">Văn A</t></r><rPh><t>x</t></rPh></si>';
    expect(await firstRow('<c r="B1" t="s"><v>0</v></c>', { strings })).toEqual([{ col: 2, kind: 'text', text: 'Nguyễn Văn A' }]);
  });

  it('reads inline strings, keeps spaces and decomposed letters as they are', async () => {
    const text = ` ${'Bùi  Thị'.normalize('NFD')} `;
    expect(await firstRow(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`)).toEqual([{ col: 1, kind: 'text', text }]);
  });

  it('tells a live formula from text that looks like one', async () => {
    const cells = await firstRow('<c r="A1" t="str"><f>1+1</f><v>2</v></c><c r="B1" t="str"><v>=1+1</v></c><c r="C1"><f>A1</f></c>');
    expect(cells).toEqual([
      { col: 1, kind: 'formula', text: '2' },
      { col: 2, kind: 'text', text: '=1+1' },
      { col: 3, kind: 'formula', text: '' },
    ]);
  });

  it.each([
    ['built-in date', '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>', '29337', 'date', '26/04/1980'],
    ['custom date', '<numFmts><numFmt numFmtId="164" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>', '29337', 'date', '26/04/1980'],
    ['money with quoted đ', '<numFmts><numFmt numFmtId="165" formatCode="#,##0 &quot;đồng/day&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="165"/></cellXfs>', '29337', 'number', '29337'],
    ['time of day', '<cellXfs><xf/><xf numFmtId="20"/></cellXfs>', '0.5', 'number', '0.5'],
    ['red number', '<numFmts><numFmt numFmtId="166" formatCode="[Red]0.00"/></numFmts><cellXfs><xf/><xf numFmtId="166"/></cellXfs>', '5', 'number', '5'],
    ['a style of another list', '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="1"/></cellXfs>', '5', 'number', '5'],
  ])('number formats: %s', async (_, styles, value, kind, text) => {
    const cells = await firstRow(`<c r="A1" s="1"><v>${value}</v></c>`, { styles });
    expect(cells?.[0]).toMatchObject({ kind, text, number: Number(value) });
  });

  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['45000.75', false, '2023-03-15'],
    ['0', true, '1904-01-01'],
    ['43538', true, '2023-03-15'],
  ])('serial %s, 1904 system %s → %s', async (value, date1904, date) => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    expect((await firstRow(`<c r="A1" s="1"><v>${value}</v></c>`, { styles, date1904 }))?.[0]).toMatchObject({ kind: 'date', date });
  });

  it('the day that never was stays a number', async () => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    expect((await firstRow('<c r="A1" s="1"><v>60</v></c>', { styles }))?.[0]).toEqual({ col: 1, kind: 'number', text: '60', number: 60 });
  });

  it('writes personal numbers without exponent', async () => {
    expect((await firstRow('<c r="A1"><v>9.9088339380E10</v></c>'))?.[0]).toEqual({ col: 1, kind: 'number', text: '99088339380', number: 99088339380 });
  });

  it('reads booleans, errors, cells without reference and drops empty ones', async () => {
    expect(await firstRow('<c t="b"><v>1</v></c><c s="3"/><c t="e"><v>#REF!</v></c>')).toEqual([
      { col: 1, kind: 'boolean', text: 'TRUE' },
      { col: 3, kind: 'error', text: '#REF!' },
    ]);
  });
});

describe('sheets', () => {
  it('reports hidden sheets, hidden columns and merged ranges', async () => {
    const xml = '<cols><col min="2" max="3" hidden="1"/><col min="200" max="16384" hidden="1"/></cols><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells>';
    const file = folder.file(zipOf(workbookParts({ sheets: [{ name: 'Một', xml }, { name: 'Hai', state: 'veryHidden', xml: '<sheetData/>' }] })));
    const [one, two] = await readSpreadsheet(file);
    expect(one).toMatchObject({ name: 'Một', hidden: false, mergedRanges: [{ top: 1, left: 1, bottom: 2, right: 3 }] });
    expect([...(one?.hiddenColumns ?? [])].slice(0, 3)).toEqual([2, 3, 200]);
    expect(Math.max(...(one?.hiddenColumns ?? []))).toBe(256);
    expect(two).toMatchObject({ name: 'Hai', hidden: true, rows: [] });
  });

  it('streams the sample staff list', async () => {
    const workbook = await openWorkbook(people);
    const [sheet] = workbook.sheets;
    let last;
    let rows = 0;
    for await (const row of sheet?.rows() ?? []) {
      rows += 1;
      last = row;
      if (row.row === 9) {
        expect(sheet?.hiddenColumns).toEqual(new Set([6]));
        expect(cellAt(row, 3)).toEqual({ col: 3, kind: 'date', text: '26/04/1980', date: '1980-04-26', number: 29337 });
        expect(cellAt(row, 17)).toEqual({ col: 17, kind: 'empty', text: '' });
      }
    }
    workbook.close();
    expect({ rows, last: last?.row, sheets: workbook.sheets.map((each) => each.name) }).toEqual({ rows: 1387, last: 1391, sheets: ['DS CBCCVC', 'Ghi chú'] });
    expect(sheet?.mergedRanges).toContainEqual({ top: 5, left: 2, bottom: 5, right: 7 });
  });

  it('names columns both ways', () => {
    for (const col of [1, 26, 27, 52, 53, 256, 702, 703, 16_384]) expect(columnNumber(columnName(col))).toBe(col);
    expect(columnName(703)).toBe('AAA');
  });
});
