import { foldVietnamese, tidy } from '@halong/platform/contract';
import type { Cell } from '@halong/platform/server';
import type { ImportReasonCode } from '@halong/organisation/contract';
import { near } from './near.rules.ts';
import { orgUnitTypes } from './org-unit-row.rules.ts';
import { cleanBirthDate, cleanName, cleanPin, isCalendarDay } from './person-field.rules.ts';

/** What a suggestion may look at besides the cell. */
export interface SuggestionContext {
  /** yyyy-MM-dd */
  asOf: string;
  /** Codes of units, in the list and stored. */
  codes: readonly string[];
}

const cell = (text: string): Cell => ({ col: 1, kind: 'text', text });

/** Words by which offices name kinds of units. */
const typeWords = new Map<string, (typeof orgUnitTypes)[number]>([
  ['tinh', 'PROVINCE'], ['khoi', 'GROUP'], ['van phong', 'OFFICE'], ['so', 'DEPARTMENT'], ['co quan', 'AGENCY'], ['don vi su nghiep', 'PUBLIC_UNIT'],
  ['co so dao tao', 'TRAINING_INSTITUTION'], ['truong', 'TRAINING_INSTITUTION'], ['phong', 'SUB_UNIT'], ['ban', 'SUB_UNIT'], ['phong ban truc thuoc', 'SUB_UNIT'],
  ['phuong', 'WARD'], ['xa', 'COMMUNE'], ['dac khu', 'SPECIAL_ZONE'], ['huyen', 'FORMER_DISTRICT'], ['thi xa', 'FORMER_DISTRICT'], ['so cu', 'FORMER_DEPARTMENT'],
]);

/**
 * The text that a refused cell most likely means, or null. It is only ever proposed: a person takes it or leaves it.
 * Nothing is proposed that the rules of the cell would refuse, and nothing where two readings are as likely.
 */
export function suggestText(code: ImportReasonCode, text: string, context: SuggestionContext): string | null {
  const typed = tidy(text);
  switch (code) {
    case 'INVALID_DOB': return birthText(typed, context.asOf);
    case 'INVALID_DATE': return dayText(typed);
    case 'INVALID_NAME': case 'FORMULA_IN_NAME': return nameText(typed);
    case 'INVALID_PIN': return pinText(typed);
    case 'UNKNOWN_TYPE': return typeText(typed);
    case 'UNKNOWN_PARENT': return near(typed.toUpperCase(), context.codes.map((each) => [each, each]));
    default: return null;
  }
}

const slashed = (year: string, month: string, day: string): string => `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`;

/** A day in another order or in words, as dd/MM/yyyy; null when there is no such day or two. `century` reads years of two digits. */
function dayText(text: string, century: (year: string) => string | null = () => null): string | null {
  const numbers = text.match(/\d+/g) ?? [];
  if (/^\d{8}$/.test(text)) return real(text.slice(4), text.slice(2, 4), text.slice(0, 2)) ?? real(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (numbers.length < 3) return null;
  const [a, b, c] = numbers as [string, string, string];
  if (a.length === 4) return real(a, b, c);
  const year = c.length === 4 ? c : c.length === 2 ? century(c) : null;
  return year === null ? null : (real(year, b, a) ?? real(year, a, b));
}

function real(year: string, month: string, day: string): string | null {
  return year.length === 4 && isCalendarDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ? slashed(year, month, day) : null;
}

/** Nobody who works was born in the year of the list or after it: 88 is 1988, 05 is 2005. */
function birthText(text: string, asOf: string): string | null {
  const century = (year: string): string => (Number(`20${year}`) < Number(asOf.slice(0, 4)) - 15 ? `20${year}` : `19${year}`);
  const day = dayText(text, century);
  const proposed = day ?? /^(?:năm\s*|\d{1,2}[/.-])(\d{4})$/iu.exec(text)?.[1] ?? null;
  return proposed !== null && cleanBirthDate(cell(proposed), asOf).value !== null ? proposed : null;
}

/** Without a number, sign or remark around it. */
function nameText(text: string): string | null {
  const bare = tidy(text.replace(/\([^)]*\)/g, ' ').replace(/^[\s\d=+\-@.,:;/*'"]+/, '').replace(/[\s\d.,:;*'"]+$/, ''));
  const { value } = cleanName(cell(bare));
  return /[(){}!"/]/.test(bare) ? null : value;
}

/** Twelve digits among words, or with the letter O typed for the digit. A number that lacks a digit is nobody's guess. */
function pinText(text: string): string | null {
  const digits = text.replace(/[oO](?=[\d\s.-]*\d)|(?<=\d)[oO]/g, '0').replace(/[^\d]/g, '');
  return cleanPin(cell(digits)).value;
}

function typeText(text: string): string | null {
  const folded = foldVietnamese(text).replace(/[^a-z]+/g, ' ').trim();
  return typeWords.get(folded) ?? near(text.toUpperCase().replace(/[\s-]+/g, '_'), orgUnitTypes.map((type) => [type, type]));
}
