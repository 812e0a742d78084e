import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@halong/platform/contract';
import { type UnitRecord, UnitRecords, type UnitValues } from '../unit/unit-record.repository.ts';
import { ImportRepository } from './import.repository.ts';
import type { StoredRow } from './import.rows.ts';
import type { ImportedUnit, UnitField } from './org-unit-row.rules.ts';

/** What stood there before a unit was changed. */
export interface UnitBefore {
  unit: UnitValues;
  predecessors: number[];
}

export const valuesOf = ({ code, name_vi, name_en, type, parent_id, valid_from, valid_to }: UnitRecord): UnitValues => ({
  code, name_vi, name_en, type, parent_id, valid_from, valid_to, search_key: unitSearchKey(name_vi, code),
});

/** "so noi vu qn-snv": found by name and by code. */
export const unitSearchKey = (name: string, code: string): string => foldVietnamese(`${name} ${code}`).slice(0, 260);

/** Writes a tree, all of it in the transaction of the caller: a tree with holes is no tree. */
@Injectable()
export class UnitWriter {
  constructor(
    private readonly units: UnitRecords,
    private readonly imports: ImportRepository,
  ) {}

  /** `listed` has parents first. Rows whose unit is not what the dry run saw are marked stale. */
  async write(importId: number, rows: readonly StoredRow[], listed: readonly ImportedUnit[], mapped: ReadonlySet<UnitField>): Promise<void> {
    const stored = new Map((await this.units.all()).map((unit) => [unit.code, unit]));
    const former = await this.units.predecessors();
    const rowOf = new Map(rows.map((row) => [row.rowNo, row]));
    const idOf = new Map([...stored.values()].map((unit) => [unit.code, unit.id]));
    const written: { unit: ImportedUnit; id: number }[] = [];
    for (const unit of listed) {
      const row = rowOf.get(unit.row);
      if (!row) continue;
      const known = stored.get(unit.code);
      if ((known?.version ?? null) !== row.recordVersion) {
        await this.imports.mark(importId, row, 'STALE', { code: 'CHANGED_SINCE', field: null, column: null, value: null, params: {} });
        continue;
      }
      const values = nextValues(unit, known, unit.parentCode === null ? null : (idOf.get(unit.parentCode) ?? null), mapped);
      const id = known ? known.id : await this.units.insert(values);
      if (known) await this.units.change(id, values);
      idOf.set(unit.code, id);
      written.push({ unit, id });
      const before: UnitBefore | null = known ? { unit: valuesOf(known), predecessors: former.get(id) ?? [] } : null;
      await this.imports.markWritten(importId, row.rowNo, { id, version: known ? known.version + 1 : 1, before });
    }
    // Predecessors may stand below the units that came out of them.
    if (mapped.has('predecessors')) for (const { unit, id } of written) await this.units.setPredecessors(id, unit.predecessors.flatMap((code) => idOf.get(code) ?? []));
    await this.units.rebuildAncestors();
  }
}

/** Columns that the list does not have keep what is stored. */
function nextValues(unit: ImportedUnit, known: UnitRecord | undefined, parentId: number | null, mapped: ReadonlySet<UnitField>): UnitValues {
  return {
    code: unit.code, name_vi: unit.name, name_en: unit.nameEn ?? known?.name_en ?? unit.name, type: unit.type, parent_id: parentId,
    valid_from: mapped.has('validFrom') || !known ? unit.validFrom : known.valid_from,
    valid_to: mapped.has('validTo') || !known ? unit.validTo : known.valid_to,
    search_key: unitSearchKey(unit.name, unit.code),
  };
}
