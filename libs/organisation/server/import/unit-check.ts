import { Injectable } from '@nestjs/common';
import { cellAt, columnName, type Row, type SheetContent } from '@halong/platform/server';
import { PersonalIds } from '../person/personal-ids.ts';
import { UnitRecords } from '../unit/unit-record.repository.ts';
import type { DraftRow, ImportRecord, StoredReason } from './import.rows.ts';
import { type ImportedUnit, readOrgUnits, type UnitColumns, type UnitField, type UnitList, unitNameLength, type UnitRowProblem } from './org-unit-row.rules.ts';
import { type StoredUnit, unitChanges } from './unit-change.rules.ts';

const CELL_LENGTH = 500;
const VALUE_LENGTH = 80;

/** The dry run of an organisation tree: reads what is stored and writes nothing. */
@Injectable()
export class UnitCheck {
  constructor(
    private readonly units: UnitRecords,
    private readonly personalIds: PersonalIds,
  ) {}

  async draft(record: ImportRecord, sheets: SheetContent[]): Promise<DraftRow[]> {
    const stored = await this.stored();
    const { list, columns } = readList(record, sheets, new Set(stored.keys()));
    const rows = new Map((sheets[record.mapping?.sheet ?? 0]?.rows ?? []).map((row) => [row.row, row]));
    const nameOf = (code: string | null) => stored.get(code ?? '')?.name ?? list.units.find((unit) => unit.code === code)?.name ?? null;
    return [...list.units].sort((a, b) => a.row - b.row).map((unit): DraftRow => {
      const known = stored.get(unit.code);
      const blank: DraftRow = {
        rowNo: unit.row, bucket: 'UNCHANGED', effect: 'NONE', recordId: known?.id ?? null, recordVersion: known?.version ?? null, unitId: null, question: null,
        shown: { name: unit.name, key: unit.code, birth: null, unitText: unit.parentCode ?? '', unitName: nameOf(unit.parentCode), position: unit.type, candidates: [] },
        reasons: [], changes: [], source: null,
      };
      const faults = list.problems.filter(({ row }) => row === unit.row);
      if (faults.length > 0) return { ...blank, bucket: 'REJECTED', reasons: faults.map((fault) => reasonOf(fault, columns)), source: this.sealed(record, rows.get(unit.row)) };
      if (!known) return { ...blank, bucket: 'ADDED', effect: 'ADD' };
      const changes = unitChanges(known, unit, mappedFields(columns));
      return changes.length > 0 ? { ...blank, bucket: 'CHANGED', effect: 'CHANGE', changes } : blank;
    });
  }

  private sealed({ mapping }: ImportRecord, row: Row | undefined): Buffer {
    const cells = (mapping?.columns ?? []).map(({ col }) => (row ? cellAt(row, col).text.slice(0, CELL_LENGTH) : ''));
    return this.personalIds.encrypt(JSON.stringify(cells));
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
  return { list: readOrgUnits(sheets[mapping?.sheet ?? 0]?.rows ?? [], known, columns), columns };
}

const mappedFields = (columns: UnitColumns): Set<UnitField> => new Set(Object.keys(columns) as UnitField[]);

function reasonOf({ reason, field, value }: UnitRowProblem, columns: UnitColumns): StoredReason {
  const short = value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}…` : value;
  const column = columns[field] === undefined ? null : columnName(columns[field]);
  return { code: reason, field, column, value: short, params: { value: short, ...(reason === 'TOO_LONG' ? { limit: unitNameLength } : {}) } };
}
