import { describe, expect, it } from 'vitest';
import { differenceOf, type KnownProgramme } from './programme-diff.rules.ts';
import type { ProgrammeDraft } from './programme-file.rules.ts';

const known: KnownProgramme = {
  nameVi: 'Lãnh đạo cấp phòng', nameEn: 'Division leadership', category: 'QLNN', authority: 'STATE', periods: 160, deliveryMode: 'HYBRID', deliveryNote: null,
  assessmentText: 'Kiểm tra', credential: 'CERTIFICATE', classSize: 50, targetGroupText: 'Trưởng phòng', validFrom: '2026-01-01',
};
const draft = (changes: Partial<ProgrammeDraft>): ProgrammeDraft => {
  const { validFrom: activeFrom, ...same } = known;
  return { row: 2, code: 'LD-PX', activeFrom, ...same, ...changes } as ProgrammeDraft;
};

describe('what a row of the catalogue would do', () => {
  it.each([
    ['is the same', {}, 'SAME', []],
    ['comes again later with the same terms', { activeFrom: '2027-01-01' }, 'SAME', []],
    ['corrects a name', { nameEn: 'Leadership' }, 'CHANGED', ['nameEn']],
    ['brings other terms later', { periods: 120, activeFrom: '2027-01-01' }, 'VERSION', ['periods']],
    ['brings both', { nameVi: 'Tên khác', classSize: 60, activeFrom: '2027-01-01' }, 'VERSION', ['nameVi', 'classSize']],
    ['brings other terms on the same day', { periods: 120 }, 'REFUSED', ['periods']],
    ['brings other terms earlier', { deliveryNote: 'buổi tối', activeFrom: '2025-01-01' }, 'REFUSED', ['deliveryNote']],
  ] as const)('%s', (_, changes, bucket, differs) => expect(differenceOf(draft(changes), known)).toMatchObject({ bucket, differs }));

  it('is new', () => expect(differenceOf(draft({}), undefined)).toMatchObject({ bucket: 'NEW', addsVersion: true }));
});
