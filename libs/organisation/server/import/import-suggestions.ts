import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { organisationErrors } from '@halong/organisation/contract';
import { ImportMending } from './import-mending.ts';
import { ImportTransitions } from './import-transitions.ts';
import { allows } from './import.lifecycle.ts';
import { ImportRepository } from './import.repository.ts';
import type { ImportRecord, StoredRow } from './import.rows.ts';
import { RowSuggestions } from './row-suggestions.ts';

/** Takes what was suggested beside a doubtful cell: a text goes into the cell, a unit answers the question of the row. */
@Injectable()
export class ImportSuggestions {
  constructor(
    private readonly imports: ImportRepository,
    private readonly suggestions: RowSuggestions,
    private readonly mending: ImportMending,
    private readonly transitions: ImportTransitions,
  ) {}

  /** Takes what is suggested for a row, and with `alike` for the rows with the same text. Inside a transaction. @throws AppError organisation.not_for_suggestion */
  async take(actor: Actor, id: number, rowNo: number, alike: boolean): Promise<void> {
    const record = await this.mending.open(actor, id);
    // While rows are judged again, their suggestions are those of before.
    if (!allows(record.state, 'decide')) throw new AppError(organisationErrors.import_not_ready);
    const row = await this.imports.row(id, rowNo);
    if (!row) throw new AppError(platformErrors.not_found);
    if (!row.suggestion || row.decision) throw new AppError(organisationErrors.not_for_suggestion);
    const others = alike && row.alike ? (await this.imports.alikeRows(id, row.alike)).filter((each) => each.rowNo !== rowNo) : [];
    const { unitId } = row.suggestion;
    for (const each of [row, ...others]) {
      if (unitId === null) await this.typeSuggestion(actor, record, each);
      else await this.imports.saveDecision(id, each.rowNo, { unitId });
    }
    if (unitId === null) await this.mending.judgeAgain(record);
    else this.transitions.tell(id);
  }

  private async typeSuggestion(actor: Actor, record: ImportRecord, row: StoredRow): Promise<void> {
    if (!row.suggestion) return;
    const { field, text } = row.suggestion;
    const texts = await this.mending.textsOf(record, row.rowNo);
    const mended = field === 'pin' ? await this.pinOf(record, row, texts) : text;
    if (mended === null) throw new AppError(organisationErrors.not_for_suggestion);
    await this.mending.correct(actor, record, { rowNo: row.rowNo, field, mended, texts });
  }

  /** A suggested personal number is stored masked; it is read from the cell again. */
  private async pinOf(record: ImportRecord, { rowNo, reasons }: StoredRow, texts: string[]): Promise<string | null> {
    const reason = reasons.find(({ field }) => field === 'pin');
    const { counts } = await this.mending.cellOf(record, { rowNo, field: 'pin', texts });
    return reason ? this.suggestions.textFor(reason.code, counts, record.asOf) : null;
  }
}
