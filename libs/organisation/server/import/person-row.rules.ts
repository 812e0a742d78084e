import { foldVietnamese } from '@halong/platform/contract';
import { type Cell, cellAt, type Row } from '@halong/platform/server';
import type { ColumnMap, ImportField } from './header.rules.ts';
import {
  type BirthDate, type Cleaned, cleanBirthDate, cleanChoice, cleanEmail, cleanName, cleanNote, cleanPhone, cleanPin, cleanText, cleanUnitText,
  type Dirt, pinStates, type RejectReason, type RowWarning, textLimits,
} from './person-field.rules.ts';
import { type RowKind, rowKinds } from './row-kind.rules.ts';

/** Theory of politics: sơ cấp, trung cấp, cao cấp (a cử nhân counts as cao cấp). */
export type PoliticalTheory = 'SC' | 'TC' | 'CC';

/** Defence and security education, đối tượng 1 to 4. */
export type DefenceGroup = '1' | '2' | '3' | '4';

/** A person as the list states them. `party` is null if the list has no such column. */
export type PersonFields = {
  name: string | null;
  searchName: string | null;
  dob: BirthDate | null;
  gender: 'M' | 'F' | null;
  ethnicity: string | null;
  pin: string | null;
  /** As it stands in the file: the standard spelling is compared letter by letter. */
  unitText: string | null;
  position: string | null;
  rank: string | null;
  llct: PoliticalTheory | null;
  qpan: DefenceGroup | null;
  party: boolean | null;
  email: string | null;
  phone: string | null;
  note: string | null;
};

/** The fields without which nobody is imported. */
export type AcceptedFields = PersonFields & { name: string; searchName: string; dob: BirthDate; pin: string; unitText: string };

/** Why a row is refused: which column (from 1, null if not mapped), and what stands there. `otherRow`: the row it clashes with. */
export type RowProblem = { reason: RejectReason; field: ImportField; column: number | null; value: string; otherRow?: number };

export type RowNotice = { warning: RowWarning; field: ImportField; column: number | null; value: string };

/** One data row, cleaned. Accepted if `problems` is empty; the first problem is the main one. */
export type PersonRow = {
  row: number;
  /** The unit heading above the row. It helps to understand a sub-unit's name, it never replaces a unit. */
  heading: string | null;
  fields: PersonFields;
  dirt: Dirt[];
  warnings: RowNotice[];
  problems: RowProblem[];
};

export type AcceptedRow = PersonRow & { fields: AcceptedFields };

export type PersonList = { people: PersonRow[]; ignored: { row: number; kind: Exclude<RowKind, 'data'> }[] };

const GENDERS = new Map<string, 'M' | 'F'>([['nam', 'M'], ['m', 'M'], ['male', 'M'], ['nu', 'F'], ['f', 'F'], ['female', 'F']]);

const THEORY = new Map<string, PoliticalTheory>([
  ['sc', 'SC'], ['so cap', 'SC'], ['tc', 'TC'], ['trung cap', 'TC'],
  ['cc', 'CC'], ['cao cap', 'CC'], ['cn', 'CC'], ['cu nhan', 'CC'], ['cu nhan/cc', 'CC'], ['cu nhan/cao cap', 'CC'],
]);

const DEFENCE = new Map<string, DefenceGroup>((['1', '2', '3', '4'] as const).map((group) => [group, group]));

const MEMBER = new Map<string, boolean>([
  ['x', true], ['co', true], ['1', true], ['true', true], ['v', true], ['✓', true], ['yes', true],
  ['khong', false], ['0', false], ['false', false], ['no', false],
]);

const foldTheory = (text: string): string => foldVietnamese(text).replace(/ ?(llct|ly luan chinh tri)$/, '').replace(/ ?\/ ?/g, '/');
const foldDefence = (text: string): string => foldVietnamese(text).replace(/^(doi tuong|dt)[ .:]*/, '');

export const isAccepted = (row: PersonRow): row is AcceptedRow => row.problems.length === 0;

/** Cleans every data row below the head. `asOf` (yyyy-MM-dd) is the day of the list. */
export function readPeople(rows: readonly Row[], columns: ColumnMap, asOf: string): PersonList {
  const list: PersonList = { people: [], ignored: [] };
  for (const { row, kind, heading } of rowKinds(rows, columns)) {
    if (kind === 'data') list.people.push({ ...cleanPersonRow(row, columns, asOf), heading });
    else list.ignored.push({ row: row.row, kind });
  }
  return list;
}

/** Cleans one data row; every problem of the row is reported, so that it can be mended in one go. */
export function cleanPersonRow(row: Row, columns: ColumnMap, asOf: string): PersonRow {
  const result = { row: row.row, heading: null, dirt: [] as Dirt[], warnings: [] as RowNotice[], problems: [] as RowProblem[] };
  const cell = (field: ImportField): Cell => cellAt(row, columns[field] ?? 0);
  const at = (field: ImportField) => ({ field, column: columns[field] ?? null, value: cell(field).text });
  const take = <T>(field: ImportField, { value, dirt, reject, warning }: Cleaned<T>): T | null => {
    result.dirt.push(...dirt);
    if (reject) result.problems.push({ reason: reject, ...at(field) });
    if (warning) result.warnings.push({ warning, ...at(field) });
    if (cell(field).kind === 'formula' && !reject) result.warnings.push({ warning: 'FORMULA_RESULT', ...at(field) });
    return value;
  };
  const plain = (field: 'ethnicity' | 'position' | 'rank') => take(field, cleanText(cell(field), textLimits[field]));

  const name = take('name', cleanName(cell('name')));
  const dob = take('dob', cleanBirthDate(cell('dob'), asOf));
  const pin = take('pin', cleanPin(cell('pin')));
  const gender = take('gender', cleanChoice(cell('gender'), GENDERS, foldVietnamese));
  const fields: PersonFields = {
    name,
    searchName: name === null ? null : foldVietnamese(name),
    dob,
    gender,
    ethnicity: plain('ethnicity'),
    pin,
    unitText: take('unit', cleanUnitText(cell('unit'))),
    position: plain('position'),
    rank: plain('rank'),
    llct: take('llct', cleanChoice(cell('llct'), THEORY, foldTheory)),
    qpan: take('qpan', cleanChoice(cell('qpan'), DEFENCE, foldDefence)),
    party: columns.party === undefined ? null : (take('party', cleanChoice(cell('party'), MEMBER, foldVietnamese)) ?? false),
    email: take('email', cleanEmail(cell('email'))),
    phone: take('phone', cleanPhone(cell('phone'))),
    note: take('note', cleanNote(cell('note'))),
  };
  result.warnings.push(...pinDoubts(fields).map((warning) => ({ warning, ...at('pin') })));
  return { ...result, fields };
}

/** The number says otherwise than the row. Only a warning: registers contain such numbers. */
function pinDoubts({ pin, gender, dob }: PersonFields): RowWarning[] {
  if (pin === null) return [];
  const states = pinStates(pin);
  const doubts: RowWarning[] = [];
  if (gender !== null && gender !== states.gender) doubts.push('PIN_GENDER_DIFFERS');
  if (dob !== null && !dob.value.startsWith(states.year)) doubts.push('PIN_YEAR_DIFFERS');
  return doubts;
}
