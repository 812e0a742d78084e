import type { ImportRow } from '@halong/organisation/contract';

/** Mapped fields that the row's reasons speak of or that were mended before; all that matter first, the name when none. */
export function fieldsToMend({ reasons, corrections }: Pick<ImportRow, 'reasons' | 'corrections'>, mapped: readonly string[]): string[] {
  const named = [...reasons.map(({ field }) => field), ...corrections.map(({ field }) => field)];
  const fields = mapped.filter((field) => named.includes(field));
  return fields.length > 0 ? fields : mapped.filter((field) => field === 'name');
}

/** yyyy-MM-dd as people type it; a year stays. */
const typedDay = (value: string): string => value.split('-').reverse().join('/');

/** What stands in a cell, to begin typing from. Masked numbers and cut texts are not: nothing is shown instead. */
export function cellText({ name, birth, unitText, position, key, reasons, corrections }: ImportRow, field: string): string {
  const known: Record<string, string | null> = { name, dob: birth && typedDay(birth), unit: unitText, position, code: key, parentCode: unitText, type: position };
  const text = corrections.find((each) => each.field === field)?.to ?? reasons.find((each) => each.field === field)?.value ?? known[field] ?? '';
  return /[•…]/.test(text) ? '' : text;
}
