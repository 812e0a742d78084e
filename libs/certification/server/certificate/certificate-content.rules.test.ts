import { defaultRuleSets } from '@halong/regulations/contract';
import { describe, expect, it } from 'vitest';
import { drawable, englishClassification, headTitle, kindOf, paperIn, paperOf, type Numbering } from './certificate-content.rules.ts';
import type { HolderRow, IssuingClass } from './certificate.rows.ts';

const { gradeBands: bands, scale } = defaultRuleSets.QLNN.rules;
const ofClass: IssuingClass = {
  id: 1, code: 'LD-PX K01/2026', nameVi: 'Lãnh đạo cấp phòng', nameEn: 'Division leaders', state: 'RESULT_RECOGNISED', intakeNo: 1, year: 2026, openingDate: '2026-10-01', closingDate: '2026-11-01',
  rules: null, programme: 'Lãnh đạo, quản lý cấp phòng', periods: 160, credential: 'CERTIFICATE', institutionId: 2, institutionCode: 'QN-NVC',
  institutionName: 'Trường Đào tạo cán bộ Nguyễn Văn Cừ', parentName: 'Tỉnh Quảng Ninh', provinceName: 'Tỉnh Quảng Ninh', decisionNo: '12/QĐ-NVC', decisionDate: '2026-11-20', signer: 'Nguyễn Đình Hưng',
};
const holder: HolderRow = {
  enrolmentId: 3, personId: 4, fullName: 'Nguyễn Thị Hoài Thu', unitName: 'UBND phường Hạ Long', position: 'Công chức', gender: 'F', birthDate: '1989-05-04', birthYear: 1989, average: 8.5, band: 'GIOI',
};
const numbering: Numbering = {
  kind: 'CC', registerNumber: '0042/2026/CC-QN-NVC', verifyCode: '7K4M-92QX-3WTB', issuedOn: '2026-11-22', at: new Date('2026-11-22T03:00:00Z'), publicUrl: 'https://halong.example', footnote: null, bands, scale,
};

describe('what the paper says', () => {
  it('is taken from class, holder and register', () => {
    expect(paperOf(ofClass, holder, numbering)).toMatchObject({
      kind: 'CERTIFICATE', issuedBy: 'Hiệu trưởng Trường Đào tạo cán bộ Nguyễn Văn Cừ', holder: { salutation: 'Bà', born: '1989-05-04', post: 'Công chức, UBND phường Hạ Long' }, course: 'K01/2026',
      from: '2026-10-01', to: '2026-11-01', result: { classification: 'Giỏi', score: '8,5/10' }, place: 'Quảng Ninh', signer: { titleLines: ['Hiệu trưởng'], name: 'Nguyễn Đình Hưng' },
      verifyUrl: 'https://halong.example/verify/7K4M-92QX-3WTB', verifyAddress: 'halong.example/verify',
    });
  });

  it('does without what is not known', () => {
    const bare = paperOf({ ...ofClass, openingDate: null, closingDate: null }, { ...holder, gender: null, birthDate: null, position: null, average: null, band: null }, { ...numbering, kind: 'GCN' });
    expect(bare).toMatchObject({ kind: 'ATTESTATION', holder: { salutation: null, born: '1989', post: 'UBND phường Hạ Long' }, from: '2026-11-22', to: '2026-11-22', result: { classification: 'Đạt', score: null } });
  });

  it('is the same after it was stored', () => {
    const paper = paperOf(ofClass, holder, numbering);
    expect(paperIn(JSON.stringify(paper))).toEqual(paper);
    expect(drawable(paper).createdAt).toEqual(numbering.at);
    expect(Object.keys(drawable(paper))).not.toContain('decisionNo');
  });
});

it.each([['Giỏi', 'Very good'], ['Đạt', 'Pass']])('"%s" on a paper is "%s" in English', (classification, english) => expect(englishClassification(classification, bands)).toBe(english));

it.each([['CERTIFICATE', 'CC'], ['ATTESTATION', 'GCN'], ['DIPLOMA', null]])('%s is a %s', (credential, kind) => expect(kindOf(credential)).toBe(kind));

it.each([
  ['Trường Đại học Hạ Long', 'Hiệu trưởng'], ['Học viện Hành chính và Quản trị công', 'Giám đốc'], ['Trung tâm chính trị', 'Giám đốc'], ['Sở Nội vụ', 'Giám đốc'], ['Bộ Chỉ huy Quân sự tỉnh', 'Thủ trưởng'],
])('%s has a %s', (institution, title) => expect(headTitle(institution)).toBe(title));
