import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpreadsheet, type Cell, type Row } from '@halong/platform/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBorn, readNominations, readPin, type NominationFile } from './nomination-file.rules.ts';

const samples = join(import.meta.dirname, '../../../../apps/e2e/samples');
const expected: { files: { file: string; quota: number; rows: { row: number; name: string; pin: string }[] }[] } = JSON.parse(
  readFileSync(join(samples, 'nominations.expected.json'), 'utf8'),
);

async function readSample(file: string): Promise<NominationFile> {
  const [sheet] = await readSpreadsheet(join(samples, 'nominations', file));
  return readNominations(sheet!);
}

describe.each(expected.files)('$file', ({ file, quota, rows }) => {
  it('gives every listed person, the class and the quota', async () => {
    const list = await readSample(file);
    expect(list.nominees.map(({ row, pin }) => ({ row, pin }))).toEqual(rows.map(({ row, pin }) => ({ row, pin })));
    expect(list.nominees.map(({ name }) => name.toLocaleLowerCase('vi'))).toEqual(rows.map(({ name }) => name.toLocaleLowerCase('vi')));
    expect(list).toMatchObject({ classCode: 'LD-PX K01/2026', statedQuota: quota, problems: [] });
    expect(list.unitText).toMatch(/^UBND (PHƯỜNG|XÃ|ĐẶC KHU) /);
    expect(list.nominees.every(({ unitText, positionText, born }) => unitText && positionText && born)).toBe(true);
    expect(list.ignoredRows).toHaveLength(3);
  });
});

it('keeps a year where only the year is known', async () => {
  const list = await readSample('05-phuong-uong-bi.xlsx');
  expect(list.nominees.map(({ born }) => born)).toEqual(['1988-03-22', '1987-11-03', '1978-08-25', '1972-05-15', '1989-09-22', '1989']);
});

const heading = ['STT', 'Họ và tên', 'Ngày sinh', 'Số định danh', 'Chức vụ', 'Đơn vị'];
const good = ['1', 'Hà Kim Ánh', '11/12/1967', '099167264486', 'Trưởng phòng Kinh tế', 'UBND phường Hạ Long'];

function rowsOf(...lines: (string | Partial<Cell>)[][]): { rows: Row[] } {
  const rows = [heading, ...lines].map((values, at) => ({
    row: at + 1,
    cells: values.map((value, col) => ({ kind: 'text' as const, text: '', ...(typeof value === 'string' ? { text: value } : value), col: col + 1 })).filter(({ text }) => text !== ''),
  }));
  return { rows };
}
const withCells = (changes: Record<number, string | Partial<Cell>>) => good.map((value, at) => changes[at + 1] ?? value);

describe('one bad line', () => {
  it.each([
    [{ 2: '' }, 'ERROR NAME_MISSING'],
    [{ 4: '' }, 'ERROR PIN_MISSING'],
    [{ 4: '12345' }, 'ERROR PIN_INVALID'],
    [{ 4: '199167264486' }, 'ERROR PIN_INVALID'],
    [{ 2: { kind: 'formula' as const, text: 'Hà Kim Ánh' } }, 'ERROR FORMULA_CELL'],
    [{ 3: '31/02/1967' }, 'WARNING BORN_INVALID'],
  ])('%j is kept with %s', (changes, problem) => {
    const list = readNominations(rowsOf(withCells(changes)));
    expect(list.problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([problem]);
    expect(list.nominees).toHaveLength(1);
  });

  it('never repeats a personal number in a problem', () => {
    const list = readNominations(rowsOf(withCells({ 4: '0991672644' })));
    expect(JSON.stringify(list.problems)).not.toContain('0991672644');
  });
});

describe('the whole list', () => {
  it('compares its own count', () => {
    const list = readNominations(rowsOf(good, ['', 'Danh sách gồm 3 người./.']));
    expect(list.problems).toEqual([{ row: 3, severity: 'WARNING', code: 'COUNT_DIFFERS', params: { stated: 3, read: 1 } }]);
    expect(list.ignoredRows).toEqual([3]);
  });

  it('is refused without names and numbers', () => {
    expect(readNominations({ rows: [{ row: 1, cells: [{ col: 1, kind: 'text', text: 'Họ và tên' }] }] }).problems).toEqual([
      { row: 0, severity: 'ERROR', code: 'HEADING_NOT_FOUND', params: {} },
    ]);
  });

  it('is refused when no class could take so many', () => {
    expect(readNominations(rowsOf(...Array.from({ length: 1000 }, () => good))).problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
  });
});

describe('a personal number', () => {
  it('survives what spreadsheets and people do to it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{10}$/), (pin) => {
        expect(readPin(pin)).toBe(pin);
        expect(readPin(String(Number(pin)))).toBe(pin);
        expect(readPin(` ${pin.replace(/(\d{3})(?=\d)/g, '$1 ')} `)).toBe(pin);
      }),
    );
  });

  it.each(['', '099', '1991672644866', '09916726448X', '0.99167264486e11'])('is not %j', (text) => {
    expect(readPin(text)).toBeNull();
  });
});

it.each([
  [{ kind: 'date', text: '01/02/1990', date: '1990-02-01' }, '1990-02-01'],
  [{ kind: 'text', text: '1.2.1990' }, '1990-02-01'],
  [{ kind: 'number', text: '1990', number: 1990 }, '1990'],
  [{ kind: 'text', text: '29/02/1990' }, null],
  [{ kind: 'text', text: '01/02/90' }, null],
] as const)('born %j is %j', (cell, born) => {
  expect(readBorn({ col: 3, ...cell })).toBe(born);
});
