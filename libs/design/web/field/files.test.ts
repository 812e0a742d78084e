import { describe, expect, it } from 'vitest';
import { fileProblem, showBytes } from './files.ts';

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
