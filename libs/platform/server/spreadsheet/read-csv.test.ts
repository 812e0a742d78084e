import { afterAll, describe, expect, it } from 'vitest';
import { testFolder } from '@halong/testing/server';
import { detectDelimiter } from './read-csv.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

const folder = testFolder();
afterAll(folder.remove);

const rowsOf = async (content: Buffer | string, limits = {}) => {
  const [sheet] = await readSpreadsheet(folder.file(content), limits);
  return sheet?.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell.text)]);
};

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('CSV', () => {
  it.each<[string, Buffer | string]>([
    ['UTF-8', 'mã,tên\nA,"Phòng Công chức, viên chức"\n'],
    ['UTF-8 with BOM', '\ufeffmã,tên\r\nA,"Phòng Công chức, viên chức"\r\n'],
    ['UTF-16LE', Buffer.from('\ufeffmã;tên\nA;Phòng Công chức, viên chức\n', 'utf16le')],
    ['UTF-16BE', utf16be('mã\ttên\nA\tPhòng Công chức, viên chức\n')],
  ])('reads %s', async (_, content) => {
    expect(await rowsOf(content)).toEqual([
      [1, 'mã', 'tên'],
      [2, 'A', 'Phòng Công chức, viên chức'],
    ]);
  });

  it('counts blank lines as rows, keeps line breaks in quotes and text that looks like a formula', async () => {
    expect(await rowsOf('a,b\n\n"x\ny",=1+1\n')).toEqual([[1, 'a', 'b'], [3, 'x\ny', '=1+1']]);
  });

  it.each<[string, Buffer | string, object, object]>([
    ['windows-1258', Buffer.from('t\xean,\xd0\xe0o\n', 'latin1'), {}, { code: 'WRONG_ENCODING' }],
    ['a cut character at the end', Buffer.from('tên,Đào').subarray(0, 8), {}, { code: 'WRONG_ENCODING' }],
    ['an odd number of UTF-16 bytes', Buffer.from('fffe610062', 'hex'), {}, { code: 'WRONG_ENCODING' }],
    ['rows', 'a\n'.repeat(200_000), {}, { code: 'TOO_MANY_ROWS', limit: 20_000 }],
    ['columns', `${','.repeat(300)}a\n`, {}, { code: 'TOO_MANY_COLUMNS', limit: 256 }],
    ['cell length', `a,${'x'.repeat(32_768)}\n`, {}, { code: 'TOO_LARGE', what: 'cellLength' }],
    ['an open quote', `a,"${'x,\n'.repeat(300)}`, {}, { code: 'BROKEN_FILE' }],
    ['an endless record', `"${'x'.repeat(200_000)}`, { columns: 4 }, { code: 'TOO_LARGE', what: 'cellLength' }],
    ['bytes', 'a,b\nc,d\n', { fileBytes: 4 }, { code: 'TOO_LARGE', what: 'bytes' }],
    ['no content', '\n\n,,\n', {}, { code: 'NO_ROWS' }],
  ])('refuses %s', async (_, content, limits, problem) => {
    await expect(rowsOf(content, limits)).rejects.toMatchObject({ problem });
  });

  it.each([
    ['a;b\n1,5;2\n', ';'],
    ['"x;y;z",b\n', ','],
    ['a\tb\n', '\t'],
    ['one column\n', ','],
  ])('detects the delimiter of %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});
