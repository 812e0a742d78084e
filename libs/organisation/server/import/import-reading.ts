import { Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import { importBuckets, organisationErrors } from '@halong/organisation/contract';
import { ImportFiles } from './import-file.ts';
import { ImportTransitions } from './import-transitions.ts';
import { working } from './import.lifecycle.ts';
import { ImportRepository } from './import.repository.ts';
import type { DraftRow, ImportRecord, StoredCounts } from './import.rows.ts';
import { proposeMapping } from './mapping.rules.ts';
import { PersonCheck } from './person-check.ts';
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
  ) {}

  /** Opens the file and proposes the columns. */
  async read(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (!record || !working.read.includes(record.state)) return;
    if (record.state === 'UPLOADED') await this.transitions.change(id, { state: 'READING' });
    await this.transitions.orFail(id, working.read, async () => {
      const mapping = proposeMapping(record.kind, await this.files.read(record.fileId));
      if (!mapping) throw new AppError(organisationErrors.no_header);
      if (mapping.firstDataRow === null) throw new AppError(organisationErrors.no_rows);
      await this.transitions.inState(id, working.read, () => this.transitions.change(id, { state: 'MAPPING', mapping }));
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
    const sheets = await this.files.read(record.fileId);
    return record.kind === 'PEOPLE' ? this.personCheck.draft(record, sheets) : this.unitCheck.draft(record, sheets);
  }
}

function countsOf(rows: readonly DraftRow[]): StoredCounts {
  const counts = Object.fromEntries(importBuckets.map((bucket) => [bucket, 0])) as StoredCounts;
  for (const { bucket } of rows) counts[bucket] += 1;
  return counts;
}
