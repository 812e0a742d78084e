import { describe, expect, it } from 'vitest';
import type { ImportReasonCode } from '@halong/organisation/contract';
import { distance, near } from './near.rules.ts';
import { suggestText } from './suggestion.rules.ts';

const context = { asOf: '2026-11-22', codes: ['QN', 'QN-SNV', 'QN-STC', 'QN-P-HALONG'] };

it.each<[ImportReasonCode, string, string | null]>([
  ['INVALID_DOB', '12/05/88', '12/05/1988'],
  ['INVALID_DOB', '12/05/05', '12/05/2005'],
  ['INVALID_DOB', '12/05/20', '12/05/1920'],
  ['INVALID_DOB', '1988/5/12', '12/05/1988'],
  ['INVALID_DOB', '05/23/1988', '23/05/1988'],
  ['INVALID_DOB', '12051988', '12/05/1988'],
  ['INVALID_DOB', '19880512', '12/05/1988'],
  ['INVALID_DOB', 'ngày 12 tháng 5 năm 1988', '12/05/1988'],
  ['INVALID_DOB', '05/1988', '1988'],
  ['INVALID_DOB', 'năm 1988', '1988'],
  ['INVALID_DOB', '31/02/1988', null],
  ['INVALID_DOB', '12/05/2088', null],
  ['INVALID_DOB', 'không rõ', null],
  ['INVALID_DATE', '2025-07-01', '01/07/2025'],
  ['INVALID_DATE', '1.7.2025', '01/07/2025'],
  ['INVALID_DATE', '01/07/25', null],
  ['INVALID_NAME', '12. Nguyễn Thị Thư', 'Nguyễn Thị Thư'],
  ['INVALID_NAME', 'Nguyễn Thị Thư (B)', 'Nguyễn Thị Thư'],
  ['INVALID_NAME', 'Nguyễn Thị Thư 2', 'Nguyễn Thị Thư'],
  ['INVALID_NAME', '12345', null],
  ['FORMULA_IN_NAME', '-Nguyễn Thị Thư', 'Nguyễn Thị Thư'],
  ['FORMULA_IN_NAME', '=HYPERLINK("http://x";"Nguyễn")', null],
  ['INVALID_PIN', 'CCCD: 022 184 007 135', '022184007135'],
  ['INVALID_PIN', 'O22184O07135', '022184007135'],
  ['INVALID_PIN', '02218400713', null],
  ['UNKNOWN_TYPE', 'Phường', 'WARD'],
  ['UNKNOWN_TYPE', 'sub unit', 'SUB_UNIT'],
  ['UNKNOWN_TYPE', 'hội', null],
  ['UNKNOWN_PARENT', 'QN-P-HALONGG', 'QN-P-HALONG'],
  ['UNKNOWN_PARENT', 'QN-SXX', null],
  ['MISSING_PIN', '', null],
])('%s “%s” → %s', (code, text, proposed) => expect(suggestText(code, text, context)).toBe(proposed));

describe('near', () => {
  it.each([['', 'abc', 3], ['abc', '', 3], ['so noi vu', 'so noi bu', 1], ['kitten', 'sitting', 3], ['nội', 'nôi', 1]])('%s and %s are %i apart', (a, b, far) => {
    expect([distance(a, b), distance(b, a)]).toEqual([far, far]);
  });

  it('names the one thing that is near, by any of its texts', () => {
    expect(near('so noi vuu', [['so noi vu', 1], ['so noi vu tinh', 1], ['so tai chinh', 2]])).toBe(1);
  });

  it('leaves the choice where two are as near', () => {
    expect(near('phuong ha ling', [['phuong ha long', 1], ['phuong ha lang', 2]])).toBeNull();
    expect(near('xa 3', [['xa 1', 1], ['xa 2', 2]])).toBeNull();
  });
});
