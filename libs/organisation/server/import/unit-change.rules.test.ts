import { describe, expect, it } from 'vitest';
import type { ImportedUnit, UnitField } from './org-unit-row.rules.ts';
import { type StoredUnit, unitChanges } from './unit-change.rules.ts';

const listed: ImportedUnit = { row: 2, code: 'A', parentCode: 'P', name: 'Sở A', nameEn: 'Department A', type: 'DEPARTMENT', validFrom: '2025-03-01', validTo: null, predecessors: ['X', 'Y'] };
const stored: StoredUnit = { ...listed, id: 1, version: 1, predecessors: ['Y', 'X'] };
const all = new Set<UnitField>(['code', 'name', 'nameEn', 'type', 'parentCode', 'validFrom', 'validTo', 'predecessors']);

describe('unitChanges', () => {
  it.each<[string, Partial<ImportedUnit>, object[]]>([
    ['nothing, whatever the order of the predecessors', {}, []],
    ['a name', { name: 'Sở B' }, [{ field: 'name', before: 'Sở A', after: 'Sở B' }]],
    ['an empty English name erases nothing', { nameEn: null }, []],
    ['an empty day is open', { validFrom: null }, [{ field: 'validFrom', before: '2025-03-01', after: null }]],
    ['predecessors', { predecessors: [] }, [{ field: 'predecessors', before: 'X; Y', after: null }]],
    ['an end and a parent', { validTo: '2026-12-31', parentCode: null }, [{ field: 'parentCode', before: 'P', after: null }, { field: 'validTo', before: null, after: '2026-12-31' }]],
  ])('%s', (_, change, changes) => expect(unitChanges(stored, { ...listed, ...change }, all)).toEqual(changes));

  it('a column that is not there says nothing', () => {
    expect(unitChanges(stored, { ...listed, validFrom: null, predecessors: [] }, new Set<UnitField>(['code', 'name', 'type', 'parentCode']))).toEqual([]);
  });
});
