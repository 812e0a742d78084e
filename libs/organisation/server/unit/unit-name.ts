import { currentRequest } from '@halong/platform/server';

/** A unit's name in the reader's language; in Vietnamese where nobody asks. */
export const unitName = (alias: string): string => `${alias}.${currentRequest()?.language === 'en' ? 'name_en' : 'name_vi'}`;

/**
 * The unit that a record froze (`unit_id`, `unit_name`) in the reader's language. The record keeps the name of its day in
 * Vietnamese; in English it is called as the unit is, since a unit that is renamed is another unit.
 */
export function frozenUnitName(alias: string): string {
  if (currentRequest()?.language !== 'en') return `${alias}.unit_name`;
  return `COALESCE((SELECT NULLIF(frozen.name_en, '') FROM organisation_unit frozen WHERE frozen.id = ${alias}.unit_id), ${alias}.unit_name)`;
}
