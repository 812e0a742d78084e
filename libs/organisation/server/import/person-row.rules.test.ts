import type { Cell, Row } from '@halong/platform/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanBirthDate, cleanEmail, cleanName, cleanPhone, cleanPin, pinStates } from './person-field.rules.ts';
import { cleanPersonRow } from './person-row.rules.ts';
import { rowKinds } from './row-kind.rules.ts';

const text = (value: string, col = 1): Cell => ({ col, kind: 'text', text: value });
const number = (value: number, col = 1): Cell => ({ col, kind: 'number', text: String(value), number: value });
const date = (iso: string, col = 1): Cell => ({ col, kind: 'date', text: iso.split('-').reverse().join('/'), date: iso });
const asOf = '2026-10-31';

describe('cleanName', () => {
  it.each<[Cell, string | null, string[], string?]>([
    [text('Nguyễn Văn An'), 'Nguyễn Văn An', []],
    [text(' NGUYỄN  VĂN AN'), 'Nguyễn Văn An', ['ALL_CAPS', 'EDGE_SPACE', 'DOUBLE_SPACE']],
    [text('Nguyễn Văn Ân'.normalize('NFD')), 'Nguyễn Văn Ân', ['NFD']],
    [text('lò văn tám'), 'Lò Văn Tám', []],
    [text("H'Hen Niê"), "H'Hen Niê", []],
    [text('   '), null, [], 'MISSING_NAME'],
    [text('=1+1'), null, [], 'FORMULA_IN_NAME'],
    [{ ...text('An'), kind: 'formula' }, null, [], 'FORMULA_IN_NAME'],
    [text('Nguyễn Văn 7'), null, [], 'INVALID_NAME'],
    [number(12), null, [], 'INVALID_NAME'],
    [{ ...text('#REF!'), kind: 'error' }, null, [], 'INVALID_NAME'],
    [text('Hoàng'), null, [], 'INCOMPLETE_NAME'],
  ])('%j → %j', (cell, value, dirt, reject) => {
    expect(cleanName(cell)).toEqual({ value, dirt, ...(reject ? { reject } : {}) });
  });

  it('does not care how the letters are composed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Nguyễn', 'Thị', 'Đặng', 'Ưng', 'Hoà', 'Ỷ'), { minLength: 2, maxLength: 5 }), (words) => {
        const name = words.join(' ');
        expect(cleanName(text(name.normalize('NFD'))).value).toBe(cleanName(text(name)).value);
        expect(cleanName(text(name.toLocaleUpperCase('vi'))).value).toBe(name);
      }),
    );
  });
});

describe('cleanBirthDate', () => {
  it.each<[Cell, string | null, string?, string?]>([
    [date('1980-04-26'), '1980-04-26', 'DAY'],
    [text('04/03/1985'), '1985-03-04', 'DAY'],
    [text('4-3-1985'), '1985-03-04', 'DAY'],
    [text('1985-03-04'), '1985-03-04', 'DAY'],
    [text('1982'), '1982', 'YEAR'],
    [number(1982), '1982', 'YEAR'],
    [text(''), null, undefined, 'MISSING_DOB'],
    [text('31/02/1988'), null, undefined, 'INVALID_DOB'],
    [text('29/02/1988'), '1988-02-29', 'DAY'],
    [text('03/1985'), null, undefined, 'INVALID_DOB'],
    [text('01/02/85'), null, undefined, 'INVALID_DOB'],
    [text('01/11/2026'), null, undefined, 'INVALID_DOB'],
    [number(29337), null, undefined, 'INVALID_DOB'],
    [date('2027-01-01'), null, undefined, 'INVALID_DOB'],
  ])('%j → %j', (cell, value, precision, reject) => {
    const cleaned = cleanBirthDate(cell, asOf);
    expect([cleaned.value?.value ?? null, cleaned.value?.precision, cleaned.reject]).toEqual([value, precision, reject]);
  });
});

describe('cleanPin', () => {
  it.each<[Cell, string | null, string[], string?]>([
    [text('099080545018'), '099080545018', []],
    [number(99080545018), '099080545018', ['PIN_NUMBER_LOST_ZERO']],
    [number(1080545018), '001080545018', ['PIN_NUMBER_LOST_ZERO']],
    [text('099 080 545 018'), '099080545018', ['PIN_SEPARATORS']],
    [text('99080545018'), null, [], 'INVALID_PIN'],
    [text('0990805450189'), null, [], 'INVALID_PIN'],
    [number(101234567), null, [], 'INVALID_PIN'],
    [text('O99080545018'), null, [], 'INVALID_PIN'],
    [text(' '), null, [], 'MISSING_PIN'],
  ])('%j → %j', (cell, value, dirt, reject) => {
    expect(cleanPin(cell)).toEqual({ value, dirt, ...(reject ? { reject } : {}) });
  });

  it.each([['099080545018', 'M', '1980'], ['099180545018', 'F', '1980'], ['099202583354', 'M', '2002'], ['099300994962', 'F', '2000']])('%s states %s %s', (pin, gender, year) => {
    expect(pinStates(pin)).toEqual({ gender, year });
  });
});

describe('contacts', () => {
  it.each<[Cell, string | null, string[], string?]>([
    [text('0950963525'), '0950963525', []],
    [text('+84 950 871 134'), '0950871134', ['PHONE_PLUS84']],
    [text('0950.859.653'), '0950859653', ['PHONE_SEPARATORS']],
    [number(950123434), '0950123434', ['PHONE_NUMBER_LOST_ZERO']],
    [text('950123434'), null, [], 'INVALID_PHONE'],
    [text('gọi sau'), null, [], 'INVALID_PHONE'],
    [text(''), null, []],
  ])('phone %j → %j', (cell, value, dirt, warning) => {
    expect(cleanPhone(cell)).toEqual({ value, dirt, ...(warning ? { warning } : {}) });
  });

  it.each([[' LongHX@quangninh.example ', 'longhx@quangninh.example', undefined], ['không có', null, 'INVALID_EMAIL'], ['a@b', null, 'INVALID_EMAIL'], ['', null, undefined]])('mail %j → %j', (value, mail, warning) => {
    expect([cleanEmail(text(value)).value, cleanEmail(text(value)).warning]).toEqual([mail, warning]);
  });
});

const columns = { ordinal: 1, name: 2, dob: 3, gender: 4, pin: 5, unit: 6, llct: 7, qpan: 8, party: 9, note: 10 };
const row = (...cells: Cell[]): Row => ({ row: 9, cells });

describe('cleanPersonRow', () => {
  it('reports every problem of a row, with column and value', () => {
    const { problems } = cleanPersonRow(row(number(1), text('Hoàng', 2), text('31/02/1988', 3), text('123', 5)), columns, asOf);
    expect(problems).toEqual([
      { reason: 'INCOMPLETE_NAME', field: 'name', column: 2, value: 'Hoàng' },
      { reason: 'INVALID_DOB', field: 'dob', column: 3, value: '31/02/1988' },
      { reason: 'INVALID_PIN', field: 'pin', column: 5, value: '123' },
      { reason: 'MISSING_UNIT', field: 'unit', column: 6, value: '' },
    ]);
  });

  it('only warns of a number that says otherwise and of unknown words', () => {
    const cells = [text('Lò Văn An', 2), text('1985', 3), text('Nam', 4), text('099190445165', 5), text('Sở Nội vụ', 6), text('thạc sĩ', 7), text('ĐT 5', 8)];
    const { problems, warnings, fields } = cleanPersonRow(row(...cells), columns, asOf);
    expect(problems).toEqual([]);
    expect(warnings.map(({ warning, field }) => [warning, field])).toEqual([
      ['UNKNOWN_VALUE', 'llct'], ['UNKNOWN_VALUE', 'qpan'], ['PIN_GENDER_DIFFERS', 'pin'], ['PIN_YEAR_DIFFERS', 'pin'],
    ]);
    expect(fields).toMatchObject({ llct: null, qpan: null, party: false });
  });

  it('knows no party membership where the list has no such column', () => {
    const { party: _party, ...without } = columns;
    expect(cleanPersonRow(row(text('Lò Văn An', 2)), without, asOf).fields.party).toBeNull();
  });

  it('takes the result of a formula, with a warning, except in a name', () => {
    const unit: Cell = { col: 6, kind: 'formula', text: 'Sở Nội vụ' };
    const { fields, warnings } = cleanPersonRow(row(text('Lò Văn An', 2), unit), columns, asOf);
    expect(fields.unitText).toBe('Sở Nội vụ');
    expect(warnings).toEqual([{ warning: 'FORMULA_RESULT', field: 'unit', column: 6, value: 'Sở Nội vụ' }]);
  });
});

describe('rowKinds', () => {
  const kinds = (...rows: Cell[][]) => rowKinds(rows.map((cells, index) => ({ row: index + 1, cells })), columns);

  it('reads the furniture of a printed list', () => {
    const rows = kinds(
      [text('(1)', 1), text('(2)', 2), text('(3)', 3)],
      [text('I', 1), text('SỞ NỘI VỤ', 2)],
      [number(1, 1), text('Lò Văn An', 2), text('099080545018', 5)],
      [text('Cộng Sở Nội vụ', 1), number(1, 3), text('người', 4)],
      [text('Thanh tra tỉnh', 2)],
      [number(2, 1), text('Lò Văn Bình', 2)],
      [text('TỔNG CỘNG', 2), number(2, 3)],
      [text('Quảng Ninh, ngày 31 tháng 10 năm 2026', 3)],
      [text('NGƯỜI LẬP BIỂU', 2), text('TRƯỞNG PHÒNG', 6)],
      [text('Lê Thị Mẫu', 2)],
    );
    expect(rows.map(({ kind, heading }) => heading ?? kind)).toEqual([
      'columnNumbers', 'unitHeading', 'SỞ NỘI VỤ', 'subtotal', 'unitHeading', 'Thanh tra tỉnh', 'grandTotal', 'signature', 'signature', 'signature',
    ]);
  });

  it('never takes a person for furniture', () => {
    const rows = kinds(
      [number(1, 1), text('Lò Văn An', 2), text('Ký hợp đồng', 10)],
      [text('TỔNG CỘNG', 2)],
      [text('Lò Văn Bình', 2), text('099080545018', 5)],
      [text('Lò Văn Cường', 2), text('1/2/1980', 3)],
      [text('Tổng Văn Dũng', 2), text('099080545019', 5)],
      [text('Lò Thị Em', 2), text('Sở Nội vụ', 6), date('1990-01-01', 3)],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['data', 'grandTotal', 'data', 'data', 'data', 'data']);
  });
});
