import { describe, expect, it } from 'vitest';
import type { OrgUnitType } from './org-unit-row.rules.ts';
import { type DatedUnit, matchUnit, unitIndex } from './unit-match.rules.ts';

const unit = (code: string, name: string, type: OrgUnitType, parentCode: string | null, rest: Partial<DatedUnit> = {}): DatedUnit => ({
  code, name, type, parentCode, validFrom: null, validTo: null, predecessors: [], ...rest,
});

const from = (...predecessors: string[]) => ({ validFrom: '2025-07-01', predecessors });
const until = { validTo: '2025-06-30' };

const tree = [
  unit('T', 'Tỉnh Quảng Ninh', 'PROVINCE', null),
  unit('K', 'Khối xã, phường, đặc khu', 'GROUP', 'T'),
  unit('SNV', 'Sở Nội vụ', 'DEPARTMENT', 'T', { validFrom: '2025-03-01', predecessors: ['OLD-SNV', 'OLD-LD'] }),
  unit('SNG', 'Sở Ngoại vụ', 'DEPARTMENT', 'T'),
  unit('VH', 'Sở Văn hóa, Thể thao và Du lịch', 'DEPARTMENT', 'T'),
  unit('SNV-VP', 'Văn phòng', 'SUB_UNIT', 'SNV'),
  unit('SNG-VP', 'Văn phòng', 'SUB_UNIT', 'SNG'),
  unit('SNV-CC', 'Phòng Công chức, viên chức', 'SUB_UNIT', 'SNV'),
  unit('DH', 'Trường Đại học Hạ Long', 'TRAINING_INSTITUTION', 'T'),
  unit('DH-DL', 'Khoa Du lịch', 'SUB_UNIT', 'DH'),
  unit('VP', 'Văn phòng Ủy ban nhân dân tỉnh', 'OFFICE', 'T'),
  unit('HALONG', 'Phường Hạ Long', 'WARD', 'K', from('OLD-HL')),
  unit('HALAM', 'Phường Hà Lầm', 'WARD', 'K', from('OLD-HL')),
  unit('HOA', 'Phường Hiệp Hòa', 'WARD', 'K', from('OLD-QY')),
  unit('BA', 'Xã Ba Chẽ', 'COMMUNE', 'K', from('OLD-BC')),
  unit('BÀ', 'Xã Bà Chẽ', 'COMMUNE', 'K', from('OLD-BC')),
  unit('VD', 'Đặc khu Vân Đồn', 'SPECIAL_ZONE', 'K', from('OLD-VD')),
  unit('OLD-HL', 'Thành phố Hạ Long', 'FORMER_DISTRICT', 'T', until),
  unit('OLD-VD', 'Huyện Vân Đồn', 'FORMER_DISTRICT', 'T', until),
  unit('OLD-QY', 'Thị xã Quảng Yên', 'FORMER_DISTRICT', 'T', until),
  unit('OLD-BC', 'Huyện Ba Chẽ', 'FORMER_DISTRICT', 'T', until),
  unit('OLD-CD', 'Huyện Cái Bầu', 'FORMER_DISTRICT', 'T', { validTo: '1960-01-01' }),
  unit('OLD-SNV', 'Sở Nội vụ (trước 01/3/2025)', 'FORMER_DEPARTMENT', 'T', { validTo: '2025-02-28' }),
  unit('OLD-LD', 'Sở Lao động - Thương binh và Xã hội', 'FORMER_DEPARTMENT', 'T', { validTo: '2025-02-28' }),
];

const index = unitIndex(tree, '2026-10-31');

describe('matching today', () => {
  it.each([
    ['Sở Nội vụ', 'STANDARD', 'SNV'],
    ['UBND phường Hạ Long', 'STANDARD', 'HALONG'],
    ['Văn phòng - Sở Ngoại vụ', 'STANDARD', 'SNG-VP'],
    ['Phường Hạ Long', 'VARIANT', 'HALONG'],
    ['Sở  Nội vụ', 'VARIANT', 'SNV'],
    ['Sở Nội vụ'.normalize('NFD'), 'VARIANT', 'SNV'],
    ['Sở NV', 'VARIANT', 'SNV'],
    ['Sở NgV', 'VARIANT', 'SNG'],
    ['Sở VH, TT & DL', 'VARIANT', 'VH'],
    ['Sở VHTTDL tỉnh Quảng Ninh', 'NONE', null],
    ['Văn phòng (Sở NV)', 'VARIANT', 'SNV-VP'],
    ['Sở Ngoại vụ - Văn phòng', 'VARIANT', 'SNG-VP'],
    ['P. Công chức, viên chức, Sở Nội vụ', 'VARIANT', 'SNV-CC'],
    ['Khoa Du lịch (ĐH Hạ Long)', 'VARIANT', 'DH-DL'],
    ['VP UBND tỉnh', 'VARIANT', 'VP'],
    ['VP UBND tỉnh Quảng Ninh', 'VARIANT', 'VP'],
    ['UỶ BAN NHÂN DÂN PHƯỜNG HIỆP HOÀ', 'VARIANT', 'HOA'],
    ['P.Hạ Long', 'VARIANT', 'HALONG'],
    ['UBND phuong Ha Lam', 'VARIANT', 'HALAM'],
    ['UBND ĐK Vân Đồn, tỉnh Quảng Ninh', 'VARIANT', 'VD'],
    ['UBND phường Hạ Long, thành phố Hạ Long (cũ)', 'VARIANT', 'HALONG'],
    ['X. Bà Chẽ', 'VARIANT', 'BÀ'],
    ['UBND huyện Vân Đồn', 'OLD_UNIT_ONE_SUCCESSOR', 'VD'],
    ['Sở LĐTBXH', 'OLD_UNIT_ONE_SUCCESSOR', 'SNV'],
    ['UBND TP Hạ Long', 'OLD_UNIT_UNRESOLVED', null],
    ['Huyện Cái Bầu', 'OLD_UNIT_UNRESOLVED', null],
    ['UBND phường Hạ Lầm', 'NONE', null],
    ['UBND phường Hạ Long, thị xã Quảng Yên (cũ)', 'NONE', null],
    ['UBND xa Ba Che', 'NONE', null],
    ['Văn phòng', 'NONE', null],
    ['Khối xã, phường, đặc khu', 'NONE', null],
    ['UBND tỉnh Quảng Ninh', 'NONE', null],
    ['Hạ Long', 'NONE', null],
    ['', 'NONE', null],
    ['P. '.repeat(200), 'NONE', null],
  ])('%j → %s %s', (text, match, unitCode) => {
    expect(matchUnit(index, text)).toMatchObject({ match, unitCode });
  });

  it('offers what a person may choose from', () => {
    expect(matchUnit(index, 'UBND TP Hạ Long').candidates).toEqual(['HALONG', 'HALAM']);
    expect(matchUnit(index, 'Văn phòng').candidates).toEqual(['SNV-VP', 'SNG-VP']);
    expect(matchUnit(index, 'UBND xa Ba Che').candidates).toEqual(['BA', 'BÀ']);
  });

  it('understands a bare sub-unit only under the heading of its unit', () => {
    expect(matchUnit(index, 'Văn phòng', 'SNG')).toEqual({ match: 'VARIANT', unitCode: 'SNG-VP', candidates: ['SNG-VP'] });
    expect(matchUnit(index, 'Phòng Công chức, viên chức', 'SNG')).toEqual({ match: 'NONE', unitCode: null, candidates: ['SNV-CC'] });
  });
});

describe('matching on another day', () => {
  it('takes the tree as it was', () => {
    const then = unitIndex(tree, '2025-02-01');
    expect(matchUnit(then, 'Sở Nội vụ')).toMatchObject({ match: 'VARIANT', unitCode: 'OLD-SNV' });
    expect(matchUnit(then, 'UBND TP Hạ Long')).toMatchObject({ match: 'VARIANT', unitCode: 'OLD-HL' });
    expect(matchUnit(then, 'UBND phường Hạ Long')).toMatchObject({ match: 'NONE', unitCode: null });
  });

  it.each([['2025-06-30', 'VARIANT', 'OLD-VD'], ['2025-07-01', 'OLD_UNIT_ONE_SUCCESSOR', 'VD']])('the night of %s', (asOf, match, unitCode) => {
    expect(matchUnit(unitIndex(tree, asOf), 'UBND huyện Vân Đồn')).toMatchObject({ match, unitCode });
  });

  it('follows successors over several re-organisations and survives a circle', () => {
    const chain = [
      unit('A', 'Sở A', 'FORMER_DEPARTMENT', null, { validTo: '2010-01-01', predecessors: ['B'] }),
      unit('B', 'Sở B', 'FORMER_DEPARTMENT', null, { validTo: '2020-01-01', predecessors: ['A'] }),
      unit('C', 'Sở Mới', 'DEPARTMENT', null, { predecessors: ['B'] }),
    ];
    expect(matchUnit(unitIndex(chain, '2026-01-01'), 'Sở A')).toEqual({ match: 'OLD_UNIT_ONE_SUCCESSOR', unitCode: 'C', candidates: ['C'] });
  });
});
