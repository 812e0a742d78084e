import { isAllCaps, tidy, titleCaseName } from '@halong/platform/contract';
import type { Cell } from '@halong/platform/server';

/** What had to be cleaned. Nothing a person must do; shown so that an office can mend its list. */
export type Dirt =
  | 'NFD' | 'ALL_CAPS' | 'EDGE_SPACE' | 'DOUBLE_SPACE'
  | 'EXCEL_DATE' | 'TEXT_DMY' | 'YEAR_ONLY'
  | 'PIN_NUMBER_LOST_ZERO' | 'PIN_SEPARATORS'
  | 'PHONE_PLUS84' | 'PHONE_SEPARATORS' | 'PHONE_NUMBER_LOST_ZERO'
  | 'FORMULA_TEXT_IN_NOTE';

export type RejectReason =
  | 'MISSING_NAME' | 'FORMULA_IN_NAME' | 'INVALID_NAME' | 'INCOMPLETE_NAME'
  | 'MISSING_DOB' | 'INVALID_DOB'
  | 'MISSING_PIN' | 'INVALID_PIN' | 'PIN_OF_ANOTHER_ROW'
  | 'MISSING_UNIT' | 'TOO_LONG';

/** The row is imported, the value is left out or doubtful. */
export type RowWarning = 'PIN_GENDER_DIFFERS' | 'PIN_YEAR_DIFFERS' | 'INVALID_PHONE' | 'INVALID_EMAIL' | 'UNKNOWN_VALUE' | 'FORMULA_RESULT' | 'VALUE_TOO_LONG';

export type Cleaned<T> = { value: T | null; dirt: Dirt[]; reject?: RejectReason; warning?: RowWarning };

/** A birthday known to the day (yyyy-MM-dd) or only to the year (yyyy). */
export type BirthDate = { value: string; precision: 'DAY' | 'YEAR' };

/** Longest texts that are kept, in characters. No name of a person comes near; what is longer is not what the column says. */
export const textLimits = { name: 120, unit: 255, ethnicity: 40, position: 160, rank: 80, email: 120, note: 500 } as const;

const FORMULA_START = /^[=+\-@]/;
const NAME = /^[\p{L}][\p{L}\s.'’-]*$/u;

const clean = <T>(value: T | null, ...dirt: (Dirt | false)[]): Cleaned<T> => ({ value, dirt: dirt.filter((each) => each !== false) });
const rejected = <T>(reject: RejectReason): Cleaned<T> => ({ value: null, dirt: [], reject });
const doubtful = <T>(warning: RowWarning): Cleaned<T> => ({ value: null, dirt: [], warning });

/** The text of a cell, tidied; null if there is none. An error value such as #N/A is no text. */
export const textValue = (cell: Cell): string | null => (cell.kind === 'error' ? null : tidy(cell.text) || null);

/** NFC, single spaces, capitals turned into proper case. A formula, live or as text, is no name; a surname alone is half of one. */
export function cleanName(cell: Cell): Cleaned<string> {
  const text = tidy(cell.text);
  if (cell.kind === 'formula' || FORMULA_START.test(text)) return rejected('FORMULA_IN_NAME');
  if (text === '') return rejected('MISSING_NAME');
  if (text.length > textLimits.name) return rejected('TOO_LONG');
  if (cell.kind !== 'text' || !NAME.test(text)) return rejected('INVALID_NAME');
  if (!text.includes(' ')) return rejected('INCOMPLETE_NAME');
  const caps = isAllCaps(text);
  const small = text === text.toLocaleLowerCase('vi');
  return clean(
    caps || small ? titleCaseName(text) : text,
    cell.text.normalize('NFC') !== cell.text && 'NFD',
    caps && 'ALL_CAPS',
    cell.text !== cell.text.trim() && 'EDGE_SPACE',
    /\S\s{2,}\S/.test(cell.text) && 'DOUBLE_SPACE',
  );
}

/** A real date, dd/MM/yyyy as text (also - or .), yyyy-MM-dd or a year alone; never after `asOf` (yyyy-MM-dd). */
export function cleanBirthDate(cell: Cell, asOf: string): Cleaned<BirthDate> {
  if (cell.date !== undefined) return birthDay(cell.date, asOf, 'EXCEL_DATE');
  const text = textValue(cell);
  if (text === null) return rejected('MISSING_DOB');
  if (/^\d{4}$/.test(text)) {
    const plausible = text >= '1900' && text <= asOf.slice(0, 4);
    return plausible ? clean<BirthDate>({ value: text, precision: 'YEAR' }, 'YEAR_ONLY') : rejected('INVALID_DOB');
  }
  const dmy = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (dmy) return birthDay(`${dmy[3]}-${dmy[2]?.padStart(2, '0')}-${dmy[1]?.padStart(2, '0')}`, asOf, 'TEXT_DMY');
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? birthDay(text, asOf) : rejected('INVALID_DOB');
}

function birthDay(value: string, asOf: string, ...dirt: Dirt[]): Cleaned<BirthDate> {
  if (!isCalendarDay(value) || value < '1900-01-01' || value > asOf) return rejected('INVALID_DOB');
  return clean<BirthDate>({ value, precision: 'DAY' }, ...dirt);
}

/** Does this yyyy-MM-dd exist? 31/02 does not. */
export function isCalendarDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/**
 * Twelve digits. Only a number may have lost leading zeros; a text of eleven digits is a slip that
 * nobody can mend by guessing. Nine digits are an old identity card, another number altogether.
 */
export function cleanPin(cell: Cell): Cleaned<string> {
  const text = textValue(cell);
  if (text === null) return rejected('MISSING_PIN');
  const digits = text.replace(/[\s.\-]/g, '');
  if (cell.number !== undefined && /^\d{10,11}$/.test(digits)) return clean(digits.padStart(12, '0'), 'PIN_NUMBER_LOST_ZERO');
  return /^\d{12}$/.test(digits) ? clean(digits, digits !== text && 'PIN_SEPARATORS') : rejected('INVALID_PIN');
}

/** Gender and year of birth as the number states them: its fourth digit is century and gender, then two digits of the year. */
export function pinStates(pin: string): { gender: 'M' | 'F'; year: string } {
  const digit = Number(pin[3]);
  return { gender: digit % 2 === 0 ? 'M' : 'F', year: `${19 + Math.floor(digit / 2)}${pin.slice(4, 6)}` };
}

/** Ten digits from 0. +84 becomes 0, separators go, a number gets its zero back. */
export function cleanPhone(cell: Cell): Cleaned<string> {
  const text = textValue(cell);
  if (text === null) return clean<string>(null);
  const compact = text.replace(/[\s.\-()]/g, '');
  const plus84 = /^(\+|00)84/.test(compact);
  const national = compact.replace(/^(\+|00)84\(?0?/, '0');
  const lostZero = cell.number !== undefined && /^[1-9]\d{8}$/.test(national);
  const phone = lostZero ? `0${national}` : national;
  if (!/^0\d{9,10}$/.test(phone)) return doubtful('INVALID_PHONE');
  return clean(phone, plus84 && 'PHONE_PLUS84', !plus84 && compact !== text && 'PHONE_SEPARATORS', lostZero && 'PHONE_NUMBER_LOST_ZERO');
}

export function cleanEmail(cell: Cell): Cleaned<string> {
  const text = textValue(cell)?.toLowerCase() ?? null;
  if (text === null) return clean<string>(null);
  if (text.length > textLimits.email) return doubtful('INVALID_EMAIL');
  return /^[^\s@<>"',;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text) ? clean(text) : doubtful('INVALID_EMAIL');
}

/** Plain text. What looks like a formula stays as it is; writers of files make it harmless. */
export function cleanNote(cell: Cell): Cleaned<string> {
  const text = textValue(cell);
  if (text !== null && text.length > textLimits.note) return doubtful('VALUE_TOO_LONG');
  return clean(text, text !== null && FORMULA_START.test(text) && 'FORMULA_TEXT_IN_NOTE');
}

/** A text of at most `limit` characters; a longer one is left out with a warning. */
export function cleanText(cell: Cell, limit: number): Cleaned<string> {
  const text = textValue(cell);
  return text !== null && text.length > limit ? doubtful('VALUE_TOO_LONG') : clean(text);
}

/** The unit as it stands in the file, letter by letter. */
export function cleanUnitText(cell: Cell): Cleaned<string> {
  if (textValue(cell) === null) return rejected('MISSING_UNIT');
  return cell.text.length > textLimits.unit ? rejected('TOO_LONG') : clean(cell.text);
}

/** A word from a closed list, by its folded spelling; empty is empty, an unknown word is a warning. */
export function cleanChoice<T>(cell: Cell, choices: ReadonlyMap<string, T>, fold: (text: string) => string): Cleaned<T> {
  const text = textValue(cell);
  if (text === null) return clean<T>(null);
  const value = choices.get(fold(text));
  return value === undefined ? doubtful('UNKNOWN_VALUE') : clean<T>(value);
}
