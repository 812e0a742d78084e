import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import { Clock, FileStore } from '@halong/platform/server';
import { importFileBytes, organisationErrors, type ImportKind } from '@halong/organisation/contract';
import { ImportRepository } from './import.repository.ts';
import type { ImportRecord, StoredCounts } from './import.rows.ts';
import { ImportReading } from './import-reading.ts';
import { ImportWriting } from './import-writing.ts';

export interface ImportResult {
  importId: number;
  counts: StoredCounts;
  written: number;
}

/**
 * The same import without a person: the proposed columns are taken and open questions stay open (units pending, the
 * first of two units), so that the next list asks them again. For the demo province and the command line.
 */
@Injectable()
export class ProvinceImport {
  constructor(
    private readonly imports: ImportRepository,
    private readonly reading: ImportReading,
    private readonly writing: ImportWriting,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError when the file cannot be read, columns are missing or a row of the tree is rejected */
  importUnits(path: string): Promise<ImportResult> {
    return this.import('ORG_UNITS', path);
  }

  /** @throws AppError when the file cannot be read or columns are missing */
  importPeople(path: string): Promise<ImportResult> {
    return this.import('PEOPLE', path);
  }

  private async import(kind: ImportKind, path: string): Promise<ImportResult> {
    const file = await this.files.put(createReadStream(path), { name: basename(path), mediaType: 'application/octet-stream', maxBytes: importFileBytes });
    const importId = await this.imports.insert({
      kind, fileId: file.id, fileName: file.name, asOf: this.clock.today(), createdBy: 0, createdByName: 'Halong', createdAt: this.clock.now(),
    });
    await this.reading.read(importId);
    const { mapping } = await this.require(importId, 'MAPPING');
    await this.imports.change(importId, { state: 'CHECKING', mapping: mapping && { ...mapping, chosen: mapping.proposed } });
    await this.reading.check(importId, (await this.require(importId, 'CHECKING')).version);
    const checked = await this.require(importId, 'CHECKED');
    const counts = checked.counts as StoredCounts;
    if (kind === 'ORG_UNITS' && counts.REJECTED > 0) throw new AppError(organisationErrors.rejected_units, { count: counts.REJECTED });
    const { willWrite } = await this.imports.numbers(importId);
    if (willWrite > 0) {
      await this.imports.change(importId, { state: 'WRITING', done: 0, total: willWrite });
      await this.writing.write(importId);
    }
    return { importId, counts, written: (await this.imports.numbers(importId)).written };
  }

  private async require(id: number, state: ImportRecord['state']): Promise<ImportRecord> {
    const record = (await this.imports.find(id)) as ImportRecord;
    if (record.state === state && record.problem === null) return record;
    const { code, params } = record.problem ?? { code: 'import_failed', params: {} };
    throw new AppError(organisationErrors[code as keyof typeof organisationErrors], params);
  }
}
