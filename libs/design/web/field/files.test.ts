import { describe, expect, it } from 'vitest';
import { fileProblem, refusals, showBytes, shownName } from './files.ts';

const rule = { accept: ['.xlsx', '.csv'], maxBytes: 1024 };

describe('fileProblem', () => {
  it.each([
    ['can-bo.xlsx', 1024, undefined],
    ['CAN-BO.XLSX', 1, undefined],
    ['can-bo.xlsx', 1025, 'size'],
    ['can-bo.xlsx.exe', 1, 'type'],
    ['xlsx', 1, 'type'],
  ] as const)('of %s with %d bytes is %s', (name, size, expected) => {
    expect(fileProblem({ name, size }, rule)).toBe(expected);
  });

  it('takes any type when none is named', () => {
    expect(fileProblem({ name: 'a.bin', size: 1 }, { accept: [], maxBytes: 1 })).toBeUndefined();
  });
});

describe('refusals', () => {
  const files = [{ name: 'a.html', size: 1 }, { name: 'b.xlsx', size: 1 }, { name: 'c.svg', size: 1 }, { name: 'd.csv', size: 9_999 }];

  it('name every file that is not taken, by what is wrong with it', () => {
    expect(refusals(files, rule)).toEqual([{ problem: 'type', names: 'a.html, c.svg' }, { problem: 'size', names: 'd.csv' }]);
    expect(refusals(files.slice(1, 2), rule)).toEqual([]);
  });
});

describe('shownName', () => {
  it.each([
    ['Bài giảng 9.txt'.normalize('NFD'), 'Bài giảng 9.txt'.normalize('NFC')],
    ['bao-cao-\u202efdp.exe', 'bao-cao-_fdp.exe'],
    ['a\nb.txt', 'a_b.txt'],
    ['diem.pdf\u0000.exe', 'diem.pdf_.exe'],
    ['<img src=x>.txt', '<img src=x>.txt'],
  ])('%j is shown as %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
});

describe('showBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1536, '1,5 KB'],
    [10 * 1024 ** 2, '10 MB'],
    [1024 ** 2, '1 MB'],
    [5 * 1024 ** 4, '5120 GB'],
  ])('%d is %s', (bytes, text) => {
    expect(showBytes(bytes)).toBe(text);
  });
});
