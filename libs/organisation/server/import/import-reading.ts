import { Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import type { SheetContent } from '@halong/platform/server';
import { importBuckets, organisationErrors } from '@halong/organisation/contract';
import { asLeftOut } from './correction.rules.ts';
import { ImportFiles } from './import-file.ts';
import { ImportTransitions } from './import-transitions.ts';
import { working } from './import.lifecycle.ts';
import { ImportRepository } from './import.repository.ts';
import type { DraftRow, ImportRecord, StoredCounts, StoredMapping, StoredProblem } from './import.rows.ts';
import { mappingAt, proposeMapping, withoutHead } from './mapping.rules.ts';
import { PersonCheck } from './person-check.ts';
import { RowSeal } from './row-seal.ts';
import { RowSuggestions } from './row-suggestions.ts';
import { UnitCheck } from './unit-check.ts';

/** The worker's side before the button: opens the file and runs dry. Both may run twice or be cut off anywhere. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly imports: ImportRepository,
    private readonly transitions: ImportTransitions,
    private readonly files: ImportFiles,
    private readonly personCheck: PersonCheck,
    private readonly unitCheck: UnitCheck,
    private readonly seals: RowSeal,
    private readonly suggestions: RowSuggestions,
  ) {}

  /** Opens the file and proposes the columns; what is missing for that is said beside the first rows, so that a person can show the heading. */
  async read(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (!record || !working.read.includes(record.state)) return;
    if (record.state === 'UPLOADED') await this.transitions.change(id, { state: 'READING' });
    await this.transitions.orFail(id, working.read, async () => {
      const { mapping, problem } = mappingOf(record, await this.files.read(record.fileId));
      await this.transitions.inState(id, working.read, () => this.transitions.change(id, { state: 'MAPPING', mapping, problem }));
    });
  }

  /** The dry run. `version` is the import's when it was asked for; an answer to an older question is thrown away. */
  async check(id: number, version: number): Promise<void> {
    const record = await this.imports.find(id);
    if (record?.state !== 'CHECKING' || record.version !== version) return;
    await this.transitions.orFail(id, working.check, async () => {
      const rows = await this.draft(record);
      if (rows.length === 0) throw new AppError(organisationErrors.no_rows);
      await this.transitions.inState(id, working.check, async (now) => {
        if (now.version !== version) return;
        await this.imports.replaceRows(id, rows);
        await this.transitions.change(id, { state: 'CHECKED', counts: countsOf(rows), done: 0, total: 0 });
      });
    });
  }

  private async draft(record: ImportRecord): Promise<DraftRow[]> {
    const list = await this.files.open(record);
    const check = record.kind === 'PEOPLE' ? this.personCheck : this.unitCheck;
    const drafts = await this.suggestions.add(record, list.sheets, await check.draft(record, list.sheets));
    const leftOut = list.aside.length > 0 ? (await check.draft(record, list.aside)).map(asLeftOut) : [];
    return [...this.seals.seal(record, list, drafts), ...leftOut];
  }
}

function countsOf(rows: readonly DraftRow[]): StoredCounts {
  const counts = Object.fromEntries(importBuckets.map((bucket) => [bucket, 0])) as StoredCounts;
  for (const { bucket } of rows) counts[bucket] += 1;
  return counts;
}

function mappingOf({ kind, mapping: before }: ImportRecord, sheets: SheetContent[]): { mapping: StoredMapping; problem: StoredProblem | null } {
  const asked = before?.asked;
  const found = asked ? mappingAt(kind, sheets, asked) : proposeMapping(kind, sheets);
  if (found) return { mapping: found, problem: found.firstDataRow === null ? { code: 'no_rows', params: {} } : null };
  if (before && asked) return { mapping: { ...before, asked: null }, problem: { code: 'no_labels', params: { row: asked.row } } };
  return { mapping: withoutHead(sheets), problem: { code: 'no_header', params: {} } };
}
