import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, Outbox } from '@halong/platform/server';
import { organisationErrors } from '@halong/organisation/contract';
import { CorrectionRepository } from './correction.repository.ts';
import { isMendable, maskCell } from './correction.rules.ts';
import { ImportTransitions } from './import-transitions.ts';
import { checkImport } from './import.messages.ts';
import { mayImport } from './import.policy.ts';
import { mayMend } from './import.presenter.ts';
import { ImportRepository } from './import.repository.ts';
import type { ImportRecord } from './import.rows.ts';
import { RowSeal } from './row-seal.ts';

/** Cells mended in the dry run: kept with who and when, audited, and judged again by the worker. The file stays as it is. */
@Injectable()
export class ImportMending {
  constructor(
    private readonly imports: ImportRepository,
    private readonly corrections: CorrectionRepository,
    private readonly seals: RowSeal,
    private readonly transitions: ImportTransitions,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Mends cells of a row by field, null as the file says. Inside a transaction. @throws AppError organisation.not_for_mending, import_not_ready */
  async mend(actor: Actor, id: number, rowNo: number, cells: Record<string, string | null>): Promise<void> {
    const record = await this.open(actor, id);
    const texts = await this.textsOf(record, rowNo);
    for (const [field, mended] of Object.entries(cells)) await this.correct(actor, record, { rowNo, field, mended, texts });
    await this.judgeAgain(record);
  }

  /** Leaves a row out or takes it back. Inside a transaction. @throws AppError organisation.import_not_ready */
  async leaveOut(actor: Actor, id: number, rowNo: number, leftOut: boolean): Promise<void> {
    const record = await this.open(actor, id);
    const row = await this.imports.row(id, rowNo);
    if (!row || !record.mapping) throw new AppError(platformErrors.not_found);
    await this.corrections.setLeftOut(id, { sheet: record.mapping.sheet, rowNo, by: actor.displayName, at: this.clock.now() }, leftOut, actor.accountId);
    await this.audit.record({ action: leftOut ? 'import.row_left_out' : 'import.row_taken_back', subjectType: 'import', subjectId: id, after: { row: rowNo, name: row.shown.name } });
    await this.judgeAgain(record);
  }

  /** The import, locked, while its rows may be mended. @throws AppError forbidden, not_found, import_not_ready */
  async open(actor: Actor, id: number): Promise<ImportRecord> {
    if (!mayImport(actor)) throw new AppError(platformErrors.forbidden);
    const record = await this.imports.find(id, true);
    if (!record) throw new AppError(platformErrors.not_found);
    if (!mayMend(record)) throw new AppError(organisationErrors.import_not_ready);
    return record;
  }

  /** The worker judges every row once more. */
  async judgeAgain({ id, version, mapping }: ImportRecord): Promise<void> {
    await this.transitions.change(id, { state: 'CHECKING', done: 0, total: mapping?.rows ?? 0 });
    await this.outbox.publish(checkImport, { importId: id, version: version + 1 });
  }

  /** The cells of a row that may be mended, as the file has them. */
  async textsOf({ id }: ImportRecord, rowNo: number): Promise<string[]> {
    const row = await this.imports.row(id, rowNo);
    if (!row) throw new AppError(platformErrors.not_found);
    const source = await this.imports.sourceOf(id, rowNo);
    const corrected = (await this.corrections.of(id, [rowNo])).length > 0;
    if (!source || !isMendable(row, corrected)) throw new AppError(organisationErrors.not_for_mending);
    return this.seals.open(source);
  }

  /** A cell of a row with these texts: where it is, what the file says there, and what counts now. @throws AppError not_for_mending when the field has no column */
  async cellOf({ id, mapping }: ImportRecord, { rowNo, field, texts }: { rowNo: number; field: string; texts: string[] }): Promise<{ sheet: number; col: number; source: string; counts: string }> {
    const col = mapping?.chosen?.[field];
    const at = mapping?.columns.findIndex((column) => column.col === col) ?? -1;
    if (!mapping || col === undefined || at === -1) throw new AppError(organisationErrors.not_for_mending);
    const source = texts[at] ?? '';
    const counts = (await this.corrections.of(id, [rowNo])).find((correction) => correction.col === col)?.mended ?? source;
    return { sheet: mapping.sheet, col, source, counts };
  }

  /** Writes one cell as somebody mended it, null as the file says. @throws AppError not_for_mending */
  async correct(actor: Actor, record: ImportRecord, cell: { rowNo: number; field: string; mended: string | null; texts: string[] }): Promise<void> {
    const { rowNo, field, mended } = cell;
    const { sheet, col, source, counts } = await this.cellOf(record, cell);
    await this.corrections.add(record.id, { sheet, rowNo, col, field, source, mended, by: actor.displayName, at: this.clock.now() }, actor.accountId);
    await this.audit.record({
      action: 'import.cell_mended', subjectType: 'import', subjectId: record.id,
      before: { row: rowNo, field, text: maskCell(field, counts) }, after: { row: rowNo, field, text: maskCell(field, mended ?? source) },
    });
  }
}
