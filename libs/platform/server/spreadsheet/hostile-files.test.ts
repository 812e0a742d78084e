import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { manyRows, oneSheet, testFolder, workbookParts, zipOf } from '@halong/testing/server';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { SpreadsheetError, type SpreadsheetProblem } from './spreadsheet.errors.ts';
import { type SpreadsheetLimits, spreadsheetLimits } from './spreadsheet.limits.ts';

const MIB = 1024 * 1024;
const folder = testFolder();
afterAll(folder.remove);

async function problemOf(content: Buffer | string, limits?: Partial<SpreadsheetLimits>): Promise<SpreadsheetProblem | 'accepted'> {
  try {
    await readSpreadsheet(folder.file(content), limits);
    return 'accepted';
  } catch (error) {
    if (error instanceof SpreadsheetError) return error.problem;
    throw error;
  }
}

const small = '<sheetData><row><c><v>1</v></c></row></sheetData>';

describe('bombs', () => {
  it('refuses an honest bomb before inflating a byte', async () => {
    const bomb = oneSheet(`<sheetData>${' '.repeat(40 * MIB)}</sheetData>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(bomb)).toMatchObject({ code: 'INFLATES_TOO_MUCH', inflated: expect.any(Number) });
  });

  it('stops a bomb that lies about its size within one chunk of the limit', async () => {
    const parts = workbookParts({ sheets: [{ name: 'x', xml: `<sheetData>${'<a></a>'.repeat(2 * MIB)}</sheetData>` }] });
    const liar = zipOf(parts.map((part) => (part.name.includes('sheet1') ? { ...part, claimedSize: 500 } : part)));
    expect(liar.length).toBeLessThan(100_000);
    const problem = await problemOf(liar, { inflatedBytes: MIB });
    expect(problem).toMatchObject({ code: 'INFLATES_TOO_MUCH', limit: MIB });
    if (problem === 'accepted' || problem.code !== 'INFLATES_TOO_MUCH') throw new Error('not reached');
    expect(problem.inflated).toBeGreaterThan(MIB);
    expect(problem.inflated).toBeLessThan(MIB + 128 * 1024);
  });

  it('counts the parts together', async () => {
    const filler = (size: number) => `<sheetData><row><c t="str"><v>${randomBytes(size / 2).toString('hex').match(/.{1,3000}/g)?.join('</v></c><c t="str"><v>')}</v></c></row></sheetData>`;
    const sheets = [1, 2, 3].map((n) => ({ name: `s${n}`, xml: filler(400_000) }));
    const file = zipOf(workbookParts({ sheets }));
    expect(await problemOf(file, { inflatedBytes: MIB })).toMatchObject({ code: 'INFLATES_TOO_MUCH', limit: MIB });
    expect(await problemOf(file, { inflatedBytes: 2 * MIB })).toBe('accepted');
  });

  it('does not collect text without end, in a cell or in a comment', async () => {
    const endless = { code: 'BROKEN_FILE', detail: 'endless XML text' };
    expect(await problemOf(oneSheet(`<sheetData>${' '.repeat(5 * MIB)}</sheetData>`), { ratio: 2_000 })).toEqual(endless);
    expect(await problemOf(oneSheet(`<!-- ${'x'.repeat(5 * MIB)} --><sheetData/>`), { ratio: 2_000 })).toEqual(endless);
    expect(await problemOf(oneSheet(`<sheetData ${'x'.repeat(5 * MIB)}=""/>`), { ratio: 2_000 })).toEqual(endless);
  });

  it('refuses a million nested tags and a tag with a million attributes', async () => {
    expect(await problemOf(oneSheet(`<sheetData>${'<a>'.repeat(1_000_000)}`), { ratio: 2_000 })).toMatchObject({ code: 'BROKEN_FILE', detail: expect.stringContaining('nested') });
    const attributes = Array.from({ length: 1_000_000 }, (_, n) => `a${n}=""`).join(' ');
    expect(await problemOf(oneSheet(`<sheetData ${attributes}/>`))).toMatchObject({ code: 'BROKEN_FILE', detail: expect.stringContaining('attributes') });
  });
});

describe('too much of everything', () => {
  it('refuses 200,000 rows and names the limit', async () => {
    expect(await problemOf(oneSheet(manyRows(200_000)))).toEqual({ code: 'TOO_MANY_ROWS', limit: 20_000 });
  });

  it('accepts exactly the limit', async () => {
    expect(await problemOf(oneSheet(manyRows(50)), { rows: 50 })).toBe('accepted');
    expect(await problemOf(oneSheet(manyRows(51)), { rows: 50 })).toEqual({ code: 'TOO_MANY_ROWS', limit: 50 });
  });

  it.each<[string, string, Partial<SpreadsheetLimits>, SpreadsheetProblem]>([
    ['columns', '<sheetData><row><c r="IW1"><v>1</v></c></row></sheetData>', {}, { code: 'TOO_MANY_COLUMNS', limit: 256 }],
    ['a cell', `<sheetData><row><c t="str"><v>${'x'.repeat(4_001)}</v></c></row></sheetData>`, {}, { code: 'TOO_LARGE', what: 'cellLength', limit: 4_000 }],
    ['cells', manyRows(10), { cells: 20 }, { code: 'TOO_LARGE', what: 'cells', limit: 20 }],
    ['the file', small, { fileBytes: 100 }, { code: 'TOO_LARGE', what: 'bytes', limit: 100 }],
    ['entries', small, { entries: 3 }, { code: 'TOO_LARGE', what: 'entries', limit: 3 }],
  ])('caps %s', async (_, xml, limits, problem) => {
    expect(await problemOf(oneSheet(xml), limits)).toEqual(problem);
  });

  it('caps shared strings', async () => {
    const strings = '<si><t>a</t></si>'.repeat(11);
    expect(await problemOf(oneSheet(small, { strings }), { strings: 10 })).toEqual({ code: 'TOO_LARGE', what: 'strings', limit: 10 });
  });

  it('hidden columns that begin long before the first one hide only real ones', async () => {
    const path = folder.file(oneSheet(`<cols><col min="-1000000000000" max="2" hidden="1"/></cols>${small}`));
    expect([...(await readSpreadsheet(path))[0]!.hiddenColumns]).toEqual([1, 2]);
  });

  it('styled but empty rows and columns cost nothing', async () => {
    expect(await problemOf(oneSheet(`<sheetData>${'<row><c s="1"/></row>'.repeat(30)}<row><c r="XFD31" s="1"/><c r="XFE31"/></row><row><c><v>1</v></c></row></sheetData>`), { rows: 1 })).toBe('accepted');
  });
});

describe('not what it seems', () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
  const replaced = (name: string, content: string) => zipOf(workbookParts({ sheets: [{ name: 'x', xml: small }] }).map((part) => (part.name === name ? { name, content } : part)));

  it.each([
    ['DTD in the workbook', replaced('xl/workbook.xml', `${doctype}<workbook/>`), /DOCTYPE/],
    ['DTD in the sheet', replaced('xl/worksheets/sheet1.xml', `${doctype}<worksheet>&b;</worksheet>`), /DOCTYPE/],
    ['external entity', replaced('xl/worksheets/sheet1.xml', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'), /DOCTYPE/],
    ['undefined entity', oneSheet('<sheetData><row><c t="str"><v>&secret;</v></c></row></sheetData>'), /entity/],
    ['cut XML', replaced('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row>'), /unclosed/],
    ['bytes that are not UTF-8', zipOf([...workbookParts({ sheets: [{ name: 'x', xml: '' }] }).slice(0, 3), { name: 'xl/worksheets/sheet1.xml', content: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) }]), /encoded data/],
    ['absolute name', zipOf([{ name: '/etc/passwd', content: 'x' }]), /absolute path/],
    ['climbing name', zipOf([{ name: '../../x', content: 'x' }]), /invalid relative path/],
    ['the same entry twice', zipOf([{ name: 'a', content: 'x' }, { name: 'a', content: 'y' }]), /twice/],
    ['missing shared string', oneSheet('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>', { strings: '<si><t>a</t></si>' }), /shared string/],
    ['rows out of order', oneSheet('<sheetData><row r="5"/><row r="2"/></sheetData>'), /out of order/],
    ['cells out of order', oneSheet('<sheetData><row><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>'), /out of order/],
    ['number that is none', oneSheet('<sheetData><row><c><v>1e999</v></c></row></sheetData>'), /not a number/],
    ['truncated zip', oneSheet(manyRows(500)).subarray(0, 3_000), /./],
  ])('broken: %s', async (_, content, detail) => {
    expect(await problemOf(content)).toEqual({ code: 'BROKEN_FILE', detail: expect.stringMatching(detail) });
  });

  it('survives every single flipped byte of a small workbook with a refusal or a result', async () => {
    const good = oneSheet(small);
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0xff;
      const problem = await problemOf(bad);
      expect(typeof problem === 'string' ? problem : problem.code).toMatch(/^(accepted|[A-Z_]+)$/);
    }
  });

  it.each<[string, Buffer | string, SpreadsheetProblem]>([
    ['.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), { code: 'NOT_A_SPREADSHEET', found: 'xls' }],
    ['password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), { code: 'ENCRYPTED' }],
    ['zip with a password', zipOf([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]), { code: 'ENCRYPTED' }],
    ['PDF', '%PDF-1.7 …', { code: 'NOT_A_SPREADSHEET', found: 'pdf' }],
    ['another zip', zipOf([{ name: 'word/document.xml', content: '<x/>' }]), { code: 'NOT_A_SPREADSHEET', found: 'zip' }],
    ['picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), { code: 'NOT_A_SPREADSHEET', found: 'binary' }],
    ['empty file', '', { code: 'NO_ROWS' }],
    ['empty sheet', oneSheet('<sheetData/>'), { code: 'NO_ROWS' }],
  ])('%s', async (_, content, problem) => {
    expect(await problemOf(content)).toEqual(problem);
  });

  it('keeps its defaults', () => {
    expect(spreadsheetLimits).toMatchObject({ inflatedBytes: 64 * MIB, rows: 20_000, columns: 256, entries: 1_000, cellLength: 4_000 });
  });
});
