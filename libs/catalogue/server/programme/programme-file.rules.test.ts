import { join } from 'node:path';
import { readSpreadsheet, type Row } from '@halong/platform/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { readProgrammes, type ProgrammeFile } from './programme-file.rules.ts';

const sample = join(import.meta.dirname, '../../../../apps/e2e/samples/programmes.csv');

describe('the catalogue of 28 programmes', () => {
  let file: ProgrammeFile;
  beforeAll(async () => {
    const [sheet] = await readSpreadsheet(sample);
    file = readProgrammes(sheet!);
  });
  const count = (key: 'category' | 'authority' | 'deliveryMode' | 'credential') => {
    const counts: Record<string, number> = {};
    for (const programme of file.programmes) counts[programme[key]] = (counts[programme[key]] ?? 0) + 1;
    return counts;
  };

  it('is read whole', () => {
    expect(file.problems).toEqual([]);
    expect(file.programmes).toHaveLength(28);
    expect(new Set(file.programmes.map(({ code }) => code)).size).toBe(28);
    expect(file.programmes.reduce((sum, { periods }) => sum + periods, 0)).toBe(5152);
  });

  it('has every enumeration resolved', () => {
    expect(count('category')).toEqual({ LLCT: 5, QLNN: 8, QPAN: 2, VTVL: 6, 'KY-NANG': 1, 'KHCN-SO': 3, 'NGOAI-NGU': 1, 'TIENG-DT': 1, 'NUOC-NGOAI': 1 });
    expect(count('authority')).toEqual({ PARTY: 5, STATE: 21, MILITARY: 2 });
    expect(count('deliveryMode')).toEqual({ PART_TIME: 4, FULL_TIME: 7, HYBRID: 12, IN_PERSON: 1, ONLINE: 3, OVERSEAS: 1 });
    expect(count('credential')).toEqual({ CERTIFICATE: 10, DIPLOMA: 2, ATTESTATION: 16 });
  });

  it('keeps what stands beside the mode, and commas inside quotes', () => {
    expect(file.programmes.find(({ code }) => code === 'VT-DD')).toEqual({
      row: 19,
      code: 'VT-DD',
      nameVi: 'Quản lý đất đai, xây dựng, trật tự đô thị cấp xã',
      nameEn: 'Land, construction and urban order',
      category: 'VTVL',
      authority: 'STATE',
      periods: 40,
      deliveryMode: 'HYBRID',
      deliveryNote: 'thực địa',
      assessmentText: 'Tình huống',
      credential: 'ATTESTATION',
      classSize: 55,
      targetGroupText: 'Công chức phòng Kinh tế',
      activeFrom: '2026-01-01',
    });
  });
});

const names = ['code', 'name_vi', 'name_en', 'category', 'authority', 'periods', 'delivery_mode', 'assessment', 'credential', 'class_size', 'target_group', 'active_from'];
const good = ['LD-PX', 'Lãnh đạo cấp phòng', 'Division leaders', 'QLNN', 'STATE', '160', 'Kết hợp', 'Kiểm tra', 'Chứng chỉ', '50', 'Trưởng phòng', '01/01/2026'];

const rowsOf = (...lines: string[][]): { rows: Row[] } => ({
  rows: lines.map((values, at) => ({ row: at + 1, cells: values.flatMap((text, col) => (text ? [{ col: col + 1, kind: 'text' as const, text }] : [])) })),
});

describe('one bad row', () => {
  it.each([
    [0, '', { code: 'VALUE_MISSING', params: { column: 'code' } }],
    [0, 'LD PX', { code: 'CODE_INVALID', params: { text: 'LD PX' } }],
    [1, '', { code: 'VALUE_MISSING', params: { column: 'name_vi' } }],
    [1, 'Ễ'.repeat(256), { code: 'TEXT_TOO_LONG', params: { column: 'name_vi', limit: 255 } }],
    [10, 'x'.repeat(501), { code: 'TEXT_TOO_LONG', params: { column: 'target_group', limit: 500 } }],
    [3, 'QLNX', { code: 'VALUE_UNKNOWN', params: { column: 'category', text: 'QLNX' } }],
    [4, 'constructor', { code: 'VALUE_UNKNOWN', params: { column: 'authority', text: 'constructor' } }],
    [4, 'CHURCH', { code: 'VALUE_UNKNOWN', params: { column: 'authority', text: 'CHURCH' } }],
    [5, '16o', { code: 'NUMBER_INVALID', params: { column: 'periods', text: '16o' } }],
    [5, '0', { code: 'NUMBER_INVALID', params: { column: 'periods', text: '0' } }],
    [6, 'Từ xa', { code: 'VALUE_UNKNOWN', params: { column: 'delivery_mode', text: 'Từ xa' } }],
    [8, 'Huy chương', { code: 'VALUE_UNKNOWN', params: { column: 'credential', text: 'Huy chương' } }],
    [9, '-5', { code: 'NUMBER_INVALID', params: { column: 'class_size', text: '-5' } }],
    [11, '31/02/2026', { code: 'DATE_INVALID', params: { column: 'active_from', text: '31/02/2026' } }],
  ])('column %i as %j', (column, text, problem) => {
    const second = good.with(0, 'LD-PS');
    const file = readProgrammes(rowsOf(names, good.with(column, text), second));
    expect(file.problems).toEqual([{ row: 2, ...problem }]);
    expect(file.programmes.map(({ row }) => row)).toEqual([3]);
  });

  it('is the second one with a code', () => {
    const file = readProgrammes(rowsOf(names, good, good.with(0, 'ld-px')));
    expect(file.problems).toEqual([{ row: 3, code: 'CODE_TWICE', params: { code: 'LD-PX', otherRow: 2 } }]);
    expect(file.programmes).toHaveLength(1);
  });
});

it.each([
  [rowsOf(), 'code, name_vi'],
  [rowsOf(names.filter((name) => name !== 'periods'), good), 'periods'],
])('a file without its columns is refused', (sheet, missing) => {
  const file = readProgrammes(sheet);
  expect(file.programmes).toEqual([]);
  expect(file.problems).toEqual([{ row: 0, code: 'HEADING_NOT_FOUND', params: { missing: expect.stringContaining(missing) } }]);
});
