import type { StoredChange } from './import.rows.ts';
import type { ImportedUnit, UnitField } from './org-unit-row.rules.ts';

/** A unit as it is stored, in the terms of the list. */
export type StoredUnit = Omit<ImportedUnit, 'row' | 'type'> & { id: number; version: number; type: string };

const compared = ['name', 'nameEn', 'type', 'parentCode', 'validFrom', 'validTo', 'predecessors'] as const;

const words = (value: string | null | readonly string[]): string | null => (Array.isArray(value) ? [...value].sort().join('; ') || null : (value as string | null));

/**
 * Field by field what the list changes. A field without a column says nothing; an empty English name erases nothing;
 * an empty day means open, an empty list of predecessors none.
 */
export function unitChanges(stored: StoredUnit, listed: ImportedUnit, mapped: ReadonlySet<UnitField>): StoredChange[] {
  return compared.flatMap((field) => {
    const before = words(stored[field]);
    const after = words(listed[field]);
    const silent = !mapped.has(field) || (field === 'nameEn' && after === null);
    return silent || before === after ? [] : [{ field, before, after }];
  });
}
