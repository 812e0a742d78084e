import { expect, it } from 'vitest';
import type { ImportRow } from '@halong/organisation/contract';
import { cellText, fieldsToMend } from './mend.rules.ts';

const reason = (field: string | null, value: string | null = null) => ({ code: 'X', field, column: 'A', value, params: {} });
const correction = (field: string, to: string) => ({ field, from: '', to, by: 'Bảo', at: '2026-11-23T00:00:00.000Z' });
const row: ImportRow = {
  rowNo: 14, bucket: 'REJECTED', name: 'Lò Thị Thử', key: '•••••••••165', birth: '1980-02-01', unitText: 'Sở Nội vụ', unitName: null, position: null, reasons: [], changes: [],
  candidates: [], asksForUnit: false, corrections: [], mendable: true, decision: null, suggestion: null, alike: 0, leftOut: null, personId: null, outcome: null,
};
const mapped = ['name', 'dob', 'pin', 'unit'];

it.each([
  ['the fields that are wrong, in the order of the list', { reasons: [reason('pin'), reason('dob')], corrections: [] }, ['dob', 'pin']],
  ['those mended before', { reasons: [reason('pin')], corrections: [correction('name', 'x')] }, ['name', 'pin']],
  ['not what has no column', { reasons: [reason('shoe'), reason(null)], corrections: [] }, ['name']],
])('offers %s', (_, given, fields) => expect(fieldsToMend(given, mapped)).toEqual(fields));

it.each([
  ['what the row shows', row, 'name', 'Lò Thị Thử'],
  ['a day as it is typed', row, 'dob', '01/02/1980'],
  ['a year', { ...row, birth: '1980' }, 'dob', '1980'],
  ['what is wrong', { ...row, reasons: [reason('dob', '31/02/1988')] }, 'dob', '31/02/1988'],
  ['what was mended', { ...row, reasons: [reason('dob', '31/02/1988')], corrections: [correction('dob', '30/02/1988')] }, 'dob', '30/02/1988'],
  ['no masked number', { ...row, reasons: [reason('pin', '••••••713')] }, 'pin', ''],
  ['no cut text', { ...row, reasons: [reason('name', 'Lò…')] }, 'name', ''],
])('begins with %s', (_, given, field, text) => expect(cellText(given, field)).toBe(text));
