import { Injectable } from '@nestjs/common';
import type { ImportRow } from '@halong/organisation/contract';
import { UnitRepository } from '../unit/unit.repository.ts';
import { CorrectionRepository } from './correction.repository.ts';
import { presentImportRow } from './import.presenter.ts';
import type { ImportRecord, StoredRow } from './import.rows.ts';

/** Rows with what people read beside them: names of units and cells that were mended. */
@Injectable()
export class ShownRows {
  constructor(
    private readonly units: UnitRepository,
    private readonly corrections: CorrectionRepository,
  ) {}

  async present(record: ImportRecord, rows: readonly StoredRow[]): Promise<ImportRow[]> {
    const ids = [...new Set(rows.flatMap(({ shown, decision }) => [...shown.candidates, ...(decision?.unitId == null ? [] : [decision.unitId])]))];
    const names = new Map((await this.units.ofIds(ids)).map((unit) => [unit.id, unit.name_vi]));
    const corrections = await this.corrections.of(record.id, rows.map(({ rowNo }) => rowNo));
    return rows.map((row) => presentImportRow(row, record, names, corrections.filter(({ rowNo }) => rowNo === row.rowNo)));
  }

  async isUnit(id: number): Promise<boolean> {
    return (await this.units.find(id)) !== undefined;
  }
}
