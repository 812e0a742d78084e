import { describe, expect, it } from 'vitest';
import { programmeRoutes } from '@halong/catalogue/contract';
import { headBody, headProblems, newHead, newTerms, termsBody, termsProblems, usualAuthority, type HeadDraft, type TermsDraft } from './programme-draft.rules.ts';

const head: HeadDraft = { code: ' kn-hop ', nameVi: ' Kỹ năng điều hành họp', nameEn: 'Chairing meetings ', category: 'KY-NANG', authority: 'STATE' };
const terms: TermsDraft = {
  periods: '24', deliveryMode: 'HYBRID', deliveryNote: ' ', assessmentText: 'Kiểm tra', credential: 'CERTIFICATE', classSize: '40', targetGroupText: 'Công chức', validFrom: '2027-01-01',
};

describe('the head of a programme', () => {
  it.each([
    [{ code: 'LD PX' }, { code: 'codeWrong' }],
    [{ code: '' }, { code: 'codeWrong' }],
    [{ code: 'LD--PX' }, { code: 'codeWrong' }],
    [{ nameVi: 'AB ' }, { nameVi: 'nameShort' }],
    [{ category: '', authority: '' }, { category: 'chooseOne', authority: 'chooseOne' }],
    [{}, {}],
  ] as [Partial<HeadDraft>, object][])('%j: %j', (changes, problems) => {
    expect(headProblems({ ...head, ...changes })).toEqual(problems);
    expect(headBody({ ...head, ...changes }) === undefined).toBe(Object.keys(problems).length > 0);
  });

  it('says everything at once about an empty form', () => expect(Object.keys(headProblems(newHead)).sort()).toEqual(['authority', 'category', 'code', 'nameEn', 'nameVi']));

  it.each([['LLCT', 'PARTY'], ['QPAN', 'MILITARY'], ['QLNN', 'STATE'], ['', '']] as const)('%s usually belongs to %s', (category, authority) => expect(usualAuthority(category)).toBe(authority));
});

describe('the terms of a version', () => {
  it.each([
    [{ periods: '0' }, null, { periods: 'periodsWrong' }],
    [{ periods: '24,5' }, null, { periods: 'periodsWrong' }],
    [{ periods: '5001' }, null, { periods: 'periodsWrong' }],
    [{ classSize: '' }, null, { classSize: 'sizeWrong' }],
    [{ deliveryMode: '', credential: '' }, null, { deliveryMode: 'chooseOne', credential: 'chooseOne' }],
    [{ validFrom: '' }, '2026-01-01', { validFrom: 'dayMissing' }],
    [{ validFrom: '2026-01-01' }, '2026-01-01', { validFrom: 'dayTooEarly' }],
    [{ validFrom: '2026-01-02' }, '2026-01-01', {}],
    [{ validFrom: '2020-01-01' }, null, {}],
  ] as [Partial<TermsDraft>, string | null, object][])('%j after %s: %j', (changes, after, problems) => {
    expect(termsProblems({ ...terms, ...changes }, after)).toEqual(problems);
    expect(termsBody({ ...terms, ...changes }, after) === undefined).toBe(Object.keys(problems).length > 0);
  });

  it('say everything at once about an empty form', () => expect(Object.keys(termsProblems(newTerms, null)).sort()).toEqual(['credential', 'deliveryMode', 'periods', 'validFrom']));
});

it('what the forms send is what the server takes', () => {
  const create = { ...headBody(head), ...termsBody(terms, null) };
  expect(programmeRoutes.createProgramme.body.parse(create)).toMatchObject({ code: 'KN-HOP', nameVi: 'Kỹ năng điều hành họp', deliveryNote: null });
  expect(programmeRoutes.addVersion.body.safeParse({ version: 1, ...termsBody(terms, '2026-01-01') }).success).toBe(true);
});
