import { Injectable } from '@nestjs/common';
import type { ImportRow } from '@halong/organisation/contract';
import { UnitRepository } from '../unit/unit.repository.ts';
import { CorrectionRepository } from './correction.repository.ts';
import { presentImportRow } from './import.presenter.ts';
import { ImportRepository } from './import.repository.ts';
import type { ImportRecord, StoredRow } from './import.rows.ts';

/** Rows with what people read beside them: names of units and cells that were mended. */
@Injectable()
export class ShownRows {
  constructor(
    private readonly units: UnitRepository,
    private readonly imports: ImportRepository,
    private readonly corrections: CorrectionRepository,
  ) {}

  async present(record: ImportRecord, rows: readonly StoredRow[]): Promise<ImportRow[]> {
    const ids = [...new Set(rows.flatMap(({ shown, decision }) => [...shown.candidates, ...(decision?.unitId == null ? [] : [decision.unitId])]))];
    const names = new Map((await this.units.ofIds(ids)).map((unit) => [unit.id, unit.name_vi]));
    const corrections = await this.corrections.of(record.id, rows.map(({ rowNo }) => rowNo));
    const leftOut = rows.some(({ bucket }) => bucket === 'LEFT_OUT') ? await this.corrections.leftOut(record.id) : [];
    const asking = await this.imports.alikeCounts(record.id, rows.flatMap(({ alike }) => alike ?? []));
    return rows.map((row) => presentImportRow(row, record, {
      unitNames: names,
      corrections: corrections.filter(({ rowNo }) => rowNo === row.rowNo),
      leftOut: row.bucket === 'LEFT_OUT' ? leftOut.find(({ rowNo }) => rowNo === row.rowNo) : undefined,
      alike: Math.max(0, (asking.get(row.alike ?? '') ?? 0) - (row.decision === null ? 1 : 0)),
    }));
  }

  async isUnit(id: number): Promise<boolean> {
    return (await this.units.find(id)) !== undefined;
  }
}
