import { Injectable } from '@nestjs/common';
import { columnName, type SheetContent } from '@halong/platform/server';
import { UnitRecords } from '../unit/unit-record.repository.ts';
import type { DraftRow, ImportRecord, StoredReason } from './import.rows.ts';
import { type ImportedUnit, readOrgUnits, type UnitColumns, type UnitField, type UnitList, unitNameLength, type UnitRowProblem } from './org-unit-row.rules.ts';
import { type StoredUnit, unitChanges } from './unit-change.rules.ts';

const VALUE_LENGTH = 80;

/** The dry run of an organisation tree: reads what is stored and writes nothing. */
@Injectable()
export class UnitCheck {
  constructor(private readonly units: UnitRecords) {}

  async draft(record: ImportRecord, sheets: SheetContent[]): Promise<DraftRow[]> {
    const stored = await this.stored();
    const { list, columns } = readList(record, sheets, new Set(stored.keys()));
    const nameOf = (code: string | null) => stored.get(code ?? '')?.name ?? list.units.find((unit) => unit.code === code)?.name ?? null;
    return [...list.units].sort((a, b) => a.row - b.row).map((unit): DraftRow => {
      const known = stored.get(unit.code);
      const blank: DraftRow = {
        rowNo: unit.row, bucket: 'UNCHANGED', effect: 'NONE', recordId: known?.id ?? null, recordVersion: known?.version ?? null, unitId: null, question: null, suggestion: null, alike: null,
        shown: { name: unit.name, key: unit.code, birth: null, unitText: unit.parentCode ?? '', unitName: nameOf(unit.parentCode), position: unit.type, candidates: [] },
        reasons: [], changes: [], source: null,
      };
      const faults = list.problems.filter(({ row }) => row === unit.row);
      if (faults.length > 0) return { ...blank, bucket: 'REJECTED', reasons: faults.map((fault) => reasonOf(fault, columns)) };
      if (!known) return { ...blank, bucket: 'ADDED', effect: 'ADD' };
      const changes = unitChanges(known, unit, mappedFields(columns));
      return changes.length > 0 ? { ...blank, bucket: 'CHANGED', effect: 'CHANGE', changes } : blank;
    });
  }

  /** Parents first; every code a unit names is in the list or stored. */
  async unitsOf(record: ImportRecord, sheets: SheetContent[]): Promise<{ units: ImportedUnit[]; mapped: ReadonlySet<UnitField> }> {
    const { list, columns } = readList(record, sheets, new Set((await this.stored()).keys()));
    return { units: list.units, mapped: mappedFields(columns) };
  }

  private async stored(): Promise<Map<string, StoredUnit>> {
    const [units, predecessors] = await Promise.all([this.units.all(), this.units.predecessors()]);
    const codeOf = new Map(units.map((unit) => [unit.id, unit.code]));
    return new Map(units.map((unit) => [unit.code, {
      id: unit.id, version: unit.version, code: unit.code, name: unit.name_vi, nameEn: unit.name_en, type: unit.type,
      parentCode: unit.parent_id === null ? null : (codeOf.get(unit.parent_id) ?? null), validFrom: unit.valid_from, validTo: unit.valid_to,
      predecessors: (predecessors.get(unit.id) ?? []).flatMap((id) => codeOf.get(id) ?? []),
    }]));
  }
}

function readList({ mapping }: ImportRecord, sheets: SheetContent[], known: ReadonlySet<string>): { list: UnitList; columns: UnitColumns } {
  const columns = (mapping?.chosen ?? mapping?.proposed ?? {}) as UnitColumns;
  const head = mapping?.headerRows.at(-1) ?? 0;
  const rows = sheets[mapping?.sheet ?? 0]?.rows.filter(({ row }) => row >= head) ?? [];
  return { list: readOrgUnits(rows, known, columns), columns };
}

const mappedFields = (columns: UnitColumns): Set<UnitField> => new Set(Object.keys(columns) as UnitField[]);

function reasonOf({ reason, field, value }: UnitRowProblem, columns: UnitColumns): StoredReason {
  const short = value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}…` : value;
  const column = columns[field] === undefined ? null : columnName(columns[field]);
  return { code: reason, field, column, value: short, params: { value: short, ...(reason === 'TOO_LONG' ? { limit: unitNameLength } : {}) } };
}
