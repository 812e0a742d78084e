import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import { Audit, Clock, Database, LOG, Realtime, type Log } from '@halong/platform/server';
import { importTopic, organisationErrors, type ImportState } from '@halong/organisation/contract';
import { ImportRepository, type ImportPatch } from './import.repository.ts';
import type { ImportRecord, StoredProblem } from './import.rows.ts';

/** How an import goes from one state to the next; whoever watches it is told. */
@Injectable()
export class ImportTransitions {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly realtime: Realtime,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async change(id: number, patch: ImportPatch): Promise<void> {
    await this.imports.change(id, patch);
    this.tell(id);
  }

  async progress(id: number, done: number): Promise<void> {
    await this.imports.progress(id, done);
    this.tell(id);
  }

  tell(id: number): void {
    this.realtime.changed(importTopic.name, id);
  }

  /** The last step, with the record of who did it. */
  async finish(record: ImportRecord, state: 'DONE' | 'UNDONE', result: { done: number; after: object }): Promise<void> {
    const [action, actorId] = state === 'DONE' ? ['import.written', record.runBy] as const : ['import.undone', record.undoBy] as const;
    await this.change(record.id, { state, finishedAt: this.clock.now(), done: result.done });
    await this.audit.record({ action, subjectType: 'import', subjectId: record.id, actorId, after: { file: record.fileName, ...result.after } });
  }

  /** One transaction with the import locked; nothing happens when it has left these states meanwhile. */
  inState<T>(id: number, states: readonly ImportState[], work: (record: ImportRecord) => Promise<T>): Promise<T | undefined> {
    return this.db.transaction(async () => {
      const record = await this.imports.find(id, true);
      return record && states.includes(record.state) ? work(record) : undefined;
    });
  }

  /** A file that cannot be read ends its import with the reason; a database that is away does not. */
  async orFail(id: number, states: readonly ImportState[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) {
        if (isOfDatabase(error)) throw error;
        this.log.error({ error: error instanceof Error ? error.stack : String(error), import: id }, 'import failed');
      }
      await this.inState(id, states, () => this.change(id, { state: 'FAILED', problem: problemOf(error), finishedAt: this.clock.now() }));
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
