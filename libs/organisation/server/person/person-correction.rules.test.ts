import { describe, expect, it } from 'vitest';
import { planCorrection, type Corrected } from './person-correction.rules.ts';
import type { PersonRecord } from './person.rows.ts';

const record: PersonRecord = {
  id: 7, full_name: 'Nguyễn Thị Thư', search_key: 'nguyen thi thu', birth_date: '1980-02-03', birth_year: 1980, gender: 'F', ethnicity: null, party_member: null,
  personal_id_cipher: null, personal_id_hash: null, email: 'thu@halong.example', phone: '0950000001', political_theory: null, defence_group: null, note: null, version: 3,
};
const plan = (corrected: Corrected) => planCorrection(record, corrected, '2026-11-22');

describe('planCorrection', () => {
  it('sorts and finds a person by the new spelling', () => {
    expect(plan({ name: '  nguyễn  thị thơ ' })).toEqual({
      changes: [{ field: 'name', before: 'Nguyễn Thị Thư', after: 'Nguyễn Thị Thơ' }], faults: [],
      values: { full_name: 'Nguyễn Thị Thơ', sort_name: 'Thơ Thị Nguyễn', search_key: 'nguyen thi tho' },
    });
  });

  it.each([
    [{ dob: '04/02/1980' }, { birth_date: '1980-02-04', birth_year: 1980 }],
    [{ dob: '1981' }, { birth_date: null, birth_year: 1981 }],
    [{ email: null }, { email: null }],
    [{ email: 'THU.NT@halong.example' }, { email: 'thu.nt@halong.example' }],
    [{ phone: '+84 950 000 002' }, { phone: '0950000002' }],
    [{ phone: null, email: 'thu@halong.example' }, { phone: null }],
  ])('%o writes %o', (corrected, values) => expect(plan(corrected)).toMatchObject({ values, faults: [] }));

  it.each([
    [{ name: 'Thư' }, 'name', 'INCOMPLETE_NAME'],
    [{ name: '=HYPERLINK("x")' }, 'name', 'FORMULA_IN_NAME'],
    [{ name: null }, 'name', 'MISSING_NAME'],
    [{ dob: '31/02/1980' }, 'dob', 'INVALID_DOB'],
    [{ dob: '23/11/2026' }, 'dob', 'INVALID_DOB'],
    [{ dob: null }, 'dob', 'MISSING_DOB'],
    [{ email: 'thu@' }, 'email', 'INVALID_EMAIL'],
    [{ phone: '12' }, 'phone', 'INVALID_PHONE'],
  ])('%o is refused', (corrected, field, code) => expect(plan(corrected)).toMatchObject({ changes: [], values: {}, faults: [{ field, code }] }));

  it('says nothing of what is the same', () => {
    expect(plan({ name: 'Nguyễn Thị Thư', dob: '3/2/1980', email: 'thu@halong.example', phone: '0950 000 001' })).toEqual({ changes: [], values: {}, faults: [] });
  });
});
