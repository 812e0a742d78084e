import { Injectable } from '@nestjs/common';
import type { SheetContent } from '@halong/platform/server';
import { ImportFiles } from './import-file.ts';
import { ImportTransitions } from './import-transitions.ts';
import { working } from './import.lifecycle.ts';
import { ImportRepository } from './import.repository.ts';
import type { ImportRecord } from './import.rows.ts';
import { PersonCheck } from './person-check.ts';
import { PersonWriter } from './person-write.ts';
import { UnitCheck } from './unit-check.ts';
import { UnitWriter } from './unit-write.ts';

/** People written in one transaction. A crash loses at most the batch that was on its way. */
const batchSize = 100;

/** Writes what the dry run said. It may run twice or be cut off anywhere: it goes on from what is committed. */
@Injectable()
export class ImportWriting {
  constructor(
    private readonly imports: ImportRepository,
    private readonly transitions: ImportTransitions,
    private readonly files: ImportFiles,
    private readonly personCheck: PersonCheck,
    private readonly personWriter: PersonWriter,
    private readonly unitCheck: UnitCheck,
    private readonly unitWriter: UnitWriter,
  ) {}

  /** Answers when all is written. */
  async write(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (record?.state !== 'WRITING') return;
    const sheets = (await this.files.open(record)).sheets;
    if (record.kind === 'PEOPLE') await this.writePeople(record, sheets);
    else await this.writeTree(record, sheets);
    await this.transitions.inState(id, working.write, async (now) => {
      const { written, stale } = await this.imports.numbers(id);
      await this.transitions.finish(now, 'DONE', { done: written + stale, after: { counts: now.counts, written, stale } });
    });
  }

  private async writePeople(record: ImportRecord, sheets: SheetContent[]): Promise<void> {
    const fields = await this.personCheck.peopleByRow(record, sheets);
    for (let left = true; left;) {
      left = (await this.transitions.inState(record.id, working.write, async (now) => {
        const rows = await this.imports.nextToWrite(record.id, batchSize);
        await this.personWriter.write(record.id, rows, fields);
        await this.transitions.progress(record.id, now.done + rows.length);
        return rows.length > 0;
      })) ?? false;
    }
  }

  private async writeTree(record: ImportRecord, sheets: SheetContent[]): Promise<void> {
    const { units, mapped } = await this.unitCheck.unitsOf(record, sheets);
    await this.transitions.inState(record.id, working.write, async (now) => {
      const rows = await this.imports.nextToWrite(record.id, units.length);
      await this.unitWriter.write(record.id, rows, units, mapped);
      await this.transitions.progress(record.id, now.done + rows.length);
    });
  }
}
