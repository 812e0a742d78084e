import type { Row } from '@halong/platform/server';
import { describe, expect, it } from 'vitest';
import { readOrgUnits } from './org-unit-row.rules.ts';

const head = 'code,parent_code,name_vi,name_en,type,valid_from,valid_to,predecessor_codes';
const rowsOf = (...lines: string[]): Row[] =>
  [head, ...lines].map((line, index) => ({ row: index + 1, cells: line.split(',').map((text, at) => ({ col: at + 1, kind: 'text', text })) }));

describe('readOrgUnits', () => {
  it('puts parents before children and keeps the order of siblings', () => {
    const { units, problems } = readOrgUnits(rowsOf('C,B,c,,SUB_UNIT', 'A,,a,,PROVINCE', 'B2,A,b2,,WARD', 'B,A,b,,DEPARTMENT,1/3/2025,,OLD;X'), new Set(['OLD', 'X']));
    expect(problems).toEqual([]);
    expect(units.map(({ code }) => code)).toEqual(['A', 'B2', 'B', 'C']);
    expect(units[2]).toEqual({ row: 5, code: 'B', parentCode: 'A', name: 'b', nameEn: null, type: 'DEPARTMENT', validFrom: '2025-03-01', validTo: null, predecessors: ['OLD', 'X'] });
  });

  it.each([
    ['no code', [',,a,,WARD'], 'MISSING_CODE', 'code', ''],
    ['odd code', ['Á 1,,a,,WARD'], 'INVALID_CODE', 'code', 'Á 1'],
    ['the same code twice', ['A,,a,,WARD', 'a,,b,,WARD'], 'DUPLICATE_CODE', 'code', 'A'],
    ['no name', ['A,, ,,WARD'], 'MISSING_NAME', 'name', ''],
    ['a type that is none', ['A,,a,,TOWN'], 'UNKNOWN_TYPE', 'type', 'TOWN'],
    ['a day that is none', ['A,,a,,WARD,31/02/2025'], 'INVALID_DATE', 'validFrom', '31/02/2025'],
    ['an end before the start', ['A,,a,,WARD,01/07/2025,30/06/2025'], 'ENDS_BEFORE_START', 'validTo', '30/06/2025'],
    ['an unknown parent', ['A,X,a,,WARD'], 'UNKNOWN_PARENT', 'parentCode', 'X'],
    ['its own parent', ['A,A,a,,WARD'], 'PARENT_CYCLE', 'parentCode', 'A'],
    ['an unknown predecessor', ['A,,a,,WARD,,,X'], 'UNKNOWN_PREDECESSOR', 'predecessors', 'X'],
    ['its own predecessor', ['A,,a,,WARD,,,A'], 'OWN_PREDECESSOR', 'predecessors', 'A'],
  ])('refuses %s', (_, lines, reason, field, value) => {
    expect(readOrgUnits(rowsOf(...lines)).problems).toEqual([{ row: lines.length + 1, reason, field, value }]);
  });

  it('names every unit of a circle and loses none', () => {
    const { units, problems } = readOrgUnits(rowsOf('A,C,a,,WARD', 'B,A,b,,WARD', 'C,B,c,,WARD', 'D,A,d,,WARD'));
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([[2, 'PARENT_CYCLE'], [3, 'PARENT_CYCLE'], [4, 'PARENT_CYCLE']]);
    expect(units).toHaveLength(4);
  });

  it('says which columns are missing', () => {
    const [first, ...rest] = rowsOf('A,,a,,WARD');
    const short = { row: 1, cells: (first?.cells ?? []).slice(0, 2) };
    expect(readOrgUnits([short, ...rest])).toEqual({ units: [], problems: [], missingColumns: ['name', 'type'] });
    expect(readOrgUnits([]).missingColumns).toEqual(['code', 'parentCode', 'name', 'type']);
  });
});
