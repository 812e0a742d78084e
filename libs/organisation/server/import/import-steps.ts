import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import { Audit, Clock, Database, LOG, Realtime, type Log, type SheetContent } from '@halong/platform/server';
import { importBuckets, importTopic, organisationErrors } from '@halong/organisation/contract';
import { ImportFiles } from './import-file.ts';
import { working } from './import.lifecycle.ts';
import { ImportRepository } from './import.repository.ts';
import type { DraftRow, ImportRecord, StoredCounts, StoredProblem } from './import.rows.ts';
import { ImportUndo } from './import-undo.ts';
import { proposeMapping } from './mapping.rules.ts';
import { PersonCheck } from './person-check.ts';
import { PersonWriter } from './person-write.ts';
import { UnitCheck } from './unit-check.ts';
import { UnitWriter } from './unit-write.ts';

/** People written in one transaction. A crash loses at most the batch that was on its way. */
const batchSize = 100;

/** The worker's side of an import. Every step may run twice or be cut off anywhere: it goes on from what is committed. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly files: ImportFiles,
    private readonly personCheck: PersonCheck,
    private readonly personWriter: PersonWriter,
    private readonly unitCheck: UnitCheck,
    private readonly unitWriter: UnitWriter,
    private readonly undoing: ImportUndo,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly realtime: Realtime,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Opens the file and proposes the columns. */
  async read(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (!record || !working.read.includes(record.state)) return;
    if (record.state === 'UPLOADED') await this.change(id, { state: 'READING' });
    await this.orFail(id, working.read, async () => {
      const mapping = proposeMapping(record.kind, await this.files.read(record.fileId));
      if (!mapping) throw new AppError(organisationErrors.no_header);
      if (mapping.firstDataRow === null) throw new AppError(organisationErrors.no_rows);
      await this.inState(id, working.read, () => this.change(id, { state: 'MAPPING', mapping }));
    });
  }

  /** The dry run. `version` is the import's when it was asked for; an answer to an older question is thrown away. */
  async check(id: number, version: number): Promise<void> {
    const record = await this.imports.find(id);
    if (record?.state !== 'CHECKING' || record.version !== version) return;
    await this.orFail(id, working.check, async () => {
      const rows = await this.draft(record);
      if (rows.length === 0) throw new AppError(organisationErrors.no_rows);
      await this.inState(id, working.check, async (now) => {
        if (now.version !== version) return;
        await this.imports.replaceRows(id, rows);
        await this.change(id, { state: 'CHECKED', counts: countsOf(rows), done: 0, total: 0 });
      });
    });
  }

  private async draft(record: ImportRecord): Promise<DraftRow[]> {
    const sheets = await this.files.read(record.fileId);
    return record.kind === 'PEOPLE' ? this.personCheck.draft(record, sheets) : this.unitCheck.draft(record, sheets);
  }

  /** Writes what the dry run said, in batches; answers when all is written. */
  async write(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (record?.state !== 'WRITING') return;
    const sheets = await this.files.read(record.fileId);
    if (record.kind === 'PEOPLE') await this.writePeople(record, sheets);
    else await this.writeTree(record, sheets);
    await this.inState(id, working.write, async () => {
      const { written, stale } = await this.imports.numbers(id);
      await this.change(id, { state: 'DONE', finishedAt: this.clock.now() });
      await this.audit.record({ action: 'import.written', subjectType: 'import', subjectId: id, actorId: record.runBy, after: { file: record.fileName, counts: record.counts, written, stale } });
    });
  }

  private async writePeople(record: ImportRecord, sheets: SheetContent[]): Promise<void> {
    const fields = await this.personCheck.peopleByRow(record, sheets);
    for (let left = true; left;) {
      left = await this.inState(record.id, working.write, async (now) => {
        const rows = await this.imports.nextToWrite(record.id, batchSize);
        await this.personWriter.write(record.id, rows, fields);
        await this.tellProgress(record.id, now.done + rows.length);
        return rows.length > 0;
      }) ?? false;
    }
  }

  private async writeTree(record: ImportRecord, sheets: SheetContent[]): Promise<void> {
    const { units, mapped } = await this.unitCheck.unitsOf(record, sheets);
    await this.inState(record.id, working.write, async (now) => {
      const rows = await this.imports.nextToWrite(record.id, units.length);
      await this.unitWriter.write(record.id, rows, units, mapped);
      await this.tellProgress(record.id, now.done + rows.length);
    });
  }

  /** Takes back what was written; what cannot go is marked with the reason. */
  async undo(id: number): Promise<void> {
    const record = await this.imports.find(id);
    if (record?.state !== 'UNDOING') return;
    if (record.kind === 'PEOPLE') await this.undoPeople(id, record.done);
    else await this.inState(id, working.undo, async () => this.undoing.tree(id, await this.imports.writtenRows(id, 100_000)));
    await this.inState(id, working.undo, async () => {
      await this.imports.forgetDecisions(id);
      const { undone, stayed } = await this.imports.numbers(id);
      await this.change(id, { state: 'UNDONE', finishedAt: this.clock.now(), done: undone + stayed });
      await this.audit.record({ action: 'import.undone', subjectType: 'import', subjectId: id, actorId: record.undoBy, after: { file: record.fileName, undone, stayed } });
    });
  }

  private async undoPeople(id: number, already: number): Promise<void> {
    let done = already;
    for (let rows = await this.imports.writtenRows(id, batchSize); rows.length > 0; rows = await this.imports.writtenRows(id, batchSize)) {
      for (const row of rows) await this.undoing.person(id, row);
      done += rows.length;
      await this.tellProgress(id, done);
    }
  }

  private async tellProgress(id: number, done: number): Promise<void> {
    await this.imports.progress(id, done);
    this.realtime.changed(importTopic.name, id);
  }

  private async change(id: number, patch: Parameters<ImportRepository['change']>[1]): Promise<void> {
    await this.imports.change(id, patch);
    this.realtime.changed(importTopic.name, id);
  }

  /** One transaction with the import locked; nothing happens when it has left these states meanwhile. */
  private inState<T>(id: number, states: readonly string[], work: (record: ImportRecord) => Promise<T>): Promise<T | undefined> {
    return this.db.transaction(async () => {
      const record = await this.imports.find(id, true);
      return record && states.includes(record.state) ? work(record) : undefined;
    });
  }

  /** A file that cannot be read ends its import with the reason; a database that is away does not. */
  private async orFail(id: number, states: readonly string[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError) && isOfDatabase(error)) throw error;
      const problem = problemOf(error);
      if (!(error instanceof AppError)) this.log.error({ error: error instanceof Error ? error.stack : String(error), import: id }, 'import failed');
      await this.inState(id, states, () => this.change(id, { state: 'FAILED', problem, finishedAt: this.clock.now() }));
    }
  }
}

function isOfDatabase(error: unknown): boolean {
  const { errno, fatal, code = '', message = '' } = (error ?? {}) as { errno?: number; fatal?: boolean; code?: string; message?: string };
  return errno !== undefined || fatal === true || /^(ER_|POOL|PROTOCOL_)/.test(code) || message.startsWith('No connections available');
}

function problemOf(error: unknown): StoredProblem {
  const known = error instanceof AppError ? error : new AppError(organisationErrors.import_failed);
  return { code: known.def.code.slice(known.def.code.indexOf('.') + 1), params: known.params };
}

function countsOf(rows: readonly DraftRow[]): StoredCounts {
  const counts = Object.fromEntries(importBuckets.map((bucket) => [bucket, 0])) as StoredCounts;
  for (const { bucket } of rows) counts[bucket] += 1;
  return counts;
}
