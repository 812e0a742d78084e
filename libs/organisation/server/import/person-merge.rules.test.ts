import { describe, expect, it } from 'vitest';
import { type ExistingPerson, planImport } from './person-merge.rules.ts';
import type { PersonFields, PersonRow } from './person-row.rules.ts';
import type { UnitMatch } from './unit-match.rules.ts';

const PIN = '099080545018';
const blank = { gender: null, ethnicity: null, position: null, rank: null, llct: null, qpan: null, party: null, email: null, phone: null, note: null };

const person = (row: number, fields: Partial<PersonFields> = {}): PersonRow => ({
  row, heading: null, dirt: [], warnings: [], problems: [],
  fields: { ...blank, name: 'Lò Văn An', searchName: 'lo van an', dob: { value: '1980-04-26', precision: 'DAY' }, pin: PIN, unitText: 'A', ...fields },
});

const stored = (fields: Partial<ExistingPerson> = {}): ExistingPerson => ({ ...blank, name: 'Lò Văn An', dob: { value: '1980-04-26', precision: 'DAY' }, unitCode: 'A', ...fields });

/** A unit text of one letter is a unit, "A/B" a former unit with two successors, "?" unknown. */
const unitOf = (row: PersonRow): UnitMatch => {
  const text = row.fields.unitText ?? '';
  if (text.includes('/')) return { match: 'OLD_UNIT_UNRESOLVED', unitCode: null, candidates: text.split('/') };
  return text === '?' ? { match: 'NONE', unitCode: null, candidates: [] } : { match: 'STANDARD', unitCode: text, candidates: [text] };
};

const plan = (rows: PersonRow[], known?: ExistingPerson) => planImport({ rows, unitOf, existing: new Map(known ? [[PIN, known]] : []) }).decisions;

describe('against what is stored', () => {
  it.each<[string, Partial<PersonFields>, Partial<ExistingPerson>, object]>([
    ['nothing new', {}, {}, { bucket: 'UNCHANGED' }],
    ['an empty cell erases nothing', { phone: null }, { phone: '0950000000' }, { bucket: 'UNCHANGED' }],
    ['a year does not erase a birthday', { dob: { value: '1980', precision: 'YEAR' } }, {}, { bucket: 'UNCHANGED' }],
    ['a birthday refines a year', {}, { dob: { value: '1980', precision: 'YEAR' } }, { bucket: 'CHANGED', changes: [{ field: 'dob', before: '1980', after: '1980-04-26' }] }],
    ['false is a value', { party: false }, { party: true }, { bucket: 'CHANGED', changes: [{ field: 'party', before: true, after: false }] }],
    ['another unit', { unitText: 'B' }, {}, { bucket: 'CHANGED', changes: [{ field: 'unit', before: 'A', after: 'B' }] }],
    ['marks of the name mended', { name: 'Lò Vân An' }, {}, { bucket: 'CHANGED', changes: [{ field: 'name', before: 'Lò Văn An', after: 'Lò Vân An' }] }],
    ['another name', { name: 'Lò Văn Ba', searchName: 'lo van ba' }, {}, { bucket: 'REVIEW', effect: 'CHANGE', reasons: [{ code: 'NAME_DIFFERS', before: 'Lò Văn An' }] }],
    ['a pending unit already settled', { unitText: 'A/B' }, {}, { bucket: 'UNCHANGED' }],
    ['a pending unit never replaces a known one', { unitText: 'B/C' }, {}, { bucket: 'REVIEW', effect: 'NONE', changes: [], reasons: [{ code: 'UNIT_PENDING', candidates: ['B', 'C'] }] }],
    ['an unknown unit text', { unitText: '?' }, { unitCode: null }, { bucket: 'REVIEW', effect: 'NONE', reasons: [{ code: 'UNIT_PENDING', candidates: [] }] }],
  ])('%s', (_, fields, known, decision) => {
    expect(plan([person(1, fields)], stored(known))).toMatchObject([decision]);
  });
});

describe('within the file', () => {
  it('keeps the first row and fills its gaps from later ones', () => {
    const [kept, merged] = plan([person(1, { dob: { value: '1980', precision: 'YEAR' }, phone: '0950000001' }), person(2, { phone: '0950000002', email: 'a@b.example' })]);
    expect(kept).toMatchObject({ bucket: 'ADDED', person: { phone: '0950000001', email: 'a@b.example', dob: { value: '1980-04-26' } } });
    expect(merged).toMatchObject({ bucket: 'MERGED', into: 1, kind: 'SAME' });
  });

  it('refuses a second name under one number, and says which row has it', () => {
    expect(plan([person(1), person(2, { name: 'Lò Thị Hoa', searchName: 'lo thi hoa' })])).toMatchObject([
      { bucket: 'ADDED' },
      { bucket: 'REJECTED', problems: [{ reason: 'PIN_OF_ANOTHER_ROW', value: PIN, otherRow: 1 }] },
    ]);
  });

  it('asks about two units and keeps the stored one meanwhile', () => {
    const rows = [person(1, { unitText: 'B' }), person(2, { unitText: 'C' })];
    expect(plan(rows)[0]).toMatchObject({ bucket: 'REVIEW', effect: 'ADD', reasons: [{ code: 'UNIT_MOVED', rows: [1, 2], candidates: ['B', 'C'] }] });
    expect(plan(rows, stored())[0]).toMatchObject({ bucket: 'REVIEW', effect: 'NONE', changes: [] });
  });

  it('asks about two birthdays', () => {
    expect(plan([person(1), person(2, { dob: { value: '1980-06-24', precision: 'DAY' } })])[0]).toMatchObject({ bucket: 'REVIEW', reasons: [{ code: 'DOB_CONFLICT', values: ['1980-04-26', '1980-06-24'] }] });
  });

  it('keeps namesakes apart and points to those with the same birthday', () => {
    const other = '099080545099';
    expect(plan([person(1), person(2, { pin: other, dob: { value: '1981-01-01', precision: 'DAY' } })]).map(({ bucket }) => bucket)).toEqual(['ADDED', 'ADDED']);
    expect(plan([person(1), person(2, { pin: other })])).toMatchObject([
      { bucket: 'REVIEW', reasons: [{ code: 'SAME_NAME_AND_DOB', pins: [other] }] },
      { bucket: 'REVIEW', reasons: [{ code: 'SAME_NAME_AND_DOB', pins: [PIN] }] },
    ]);
    expect(plan([person(1, { pin: other })], stored())[0]).toMatchObject({ bucket: 'REVIEW', reasons: [{ code: 'SAME_NAME_AND_DOB', pins: [PIN] }] });
  });

  it('decides every row once, in the order of the file', () => {
    const bad: PersonRow = { ...person(2), problems: [{ reason: 'MISSING_PIN', field: 'pin', column: 5, value: '' }] };
    const { decisions, counts } = planImport({ rows: [bad, person(3), person(5), person(4, { pin: '099080545020', name: 'Lò Ba', searchName: 'lo ba' })], unitOf, existing: new Map() });
    expect(decisions.map(({ row, bucket }) => [row, bucket])).toEqual([[2, 'REJECTED'], [3, 'ADDED'], [5, 'MERGED'], [4, 'ADDED']]);
    expect(counts).toEqual({ ADDED: 2, CHANGED: 0, UNCHANGED: 0, REVIEW: 0, MERGED: 1, REJECTED: 1 });
  });
});
