import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page } from '@halong/platform/contract';
import { Clock, columnName, Database, FileStore, Outbox, Watch } from '@halong/platform/server';
import {
  importFileBytes, importTopic, organisationErrors, type ImportBucket, type ImportDetail, type ImportItem, type ImportKind, type ImportRow,
} from '@halong/organisation/contract';
import { ImportTransitions } from './import-transitions.ts';
import { allows, type ImportCommand } from './import.lifecycle.ts';
import { checkImport, readImport, takeBackImport, writeImport } from './import.messages.ts';
import { mayImport } from './import.policy.ts';
import { presentImport, presentImportItem, undoUntil } from './import.presenter.ts';
import { ImportRepository } from './import.repository.ts';
import type { FieldColumns, ImportRecord, RowOutcome } from './import.rows.ts';
import { mappingFault } from './mapping.rules.ts';
import { ShownRows } from './shown-rows.ts';

export interface RowQuery {
  bucket?: ImportBucket;
  outcome?: RowOutcome;
  reason?: string;
  mended?: string;
  search: string;
  page: number;
  size: number;
}

/** The person's side of an import: every command changes the state and leaves the work to the worker. */
@Injectable()
export class Imports {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly shown: ShownRows,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly transitions: ImportTransitions,
  ) {}

  /** @throws AppError platform.too_large beyond 20 MB */
  async start(actor: Actor, query: { kind: ImportKind; name: string }, stream: Readable): Promise<{ id: number }> {
    this.authorize(actor);
    const file = await this.files.put(stream, { name: query.name, mediaType: 'application/octet-stream', maxBytes: importFileBytes, uploadedBy: actor.accountId });
    const id = await this.db.transaction(async () => {
      const created = await this.imports.insert({
        kind: query.kind, fileId: file.id, fileName: file.name, asOf: this.clock.today(),
        createdBy: actor.accountId, createdByName: actor.displayName, createdAt: this.clock.now(),
      });
      await this.outbox.publish(readImport, { importId: created });
      return created;
    });
    return { id };
  }

  async list(actor: Actor, query: { page: number; size: number; search: string }): Promise<Page<ImportItem>> {
    this.authorize(actor);
    const { records, total } = await this.imports.page(query.page, query.size, query.search);
    return { items: records.map(presentImportItem), total, page: query.page, size: query.size };
  }

  async get(actor: Actor, id: number): Promise<ImportDetail> {
    this.authorize(actor);
    return this.present(await this.require(id));
  }

  /** Chooses the columns and starts the dry run; with null the columns are open again. */
  async map(actor: Actor, id: number, body: { version: number; columns: FieldColumns | null }): Promise<ImportDetail> {
    const record = await this.load(actor, id, 'map', body.version);
    if (!record.mapping) throw new AppError(organisationErrors.import_not_ready);
    if (body.columns === null) {
      await this.transitions.change(id, { state: 'MAPPING' });
    } else {
      if (record.mapping.firstDataRow === null) throw new AppError(organisationErrors.no_rows);
      this.assertMapping(record, body.columns);
      await this.transitions.change(id, { state: 'CHECKING', mapping: { ...record.mapping, chosen: body.columns }, counts: null, done: 0, total: record.mapping.rows });
      await this.outbox.publish(checkImport, { importId: id, version: record.version + 1 });
    }
    return this.present(await this.require(id));
  }

  /** Reads the file again with the heading where the person says. */
  async chooseHead(actor: Actor, id: number, { version, sheet, row }: { version: number; sheet: number; row: number }): Promise<ImportDetail> {
    const record = await this.load(actor, id, 'map', version);
    if (!record.mapping) throw new AppError(organisationErrors.import_not_ready);
    await this.transitions.change(id, { state: 'READING', mapping: { ...record.mapping, asked: { sheet, row } }, problem: null });
    await this.outbox.publish(readImport, { importId: id });
    return this.present(await this.require(id));
  }

  private assertMapping({ kind, mapping }: ImportRecord, chosen: FieldColumns): void {
    const fault = mapping ? mappingFault(kind, mapping, chosen) : undefined;
    if (fault?.code === 'twice') throw new AppError(organisationErrors.column_used_twice, { column: columnName(fault.col) });
    if (fault?.code === 'missing') {
      throw new AppError(organisationErrors.mapping_incomplete, {}, fault.fields.map((field) => ({ path: `body.columns.${field}`, message: field })));
    }
    if (fault) throw new AppError(platformErrors.invalid_input, {}, [{ path: `body.columns.${fault.field}`, message: fault.field }]);
  }

  async rows(actor: Actor, id: number, query: RowQuery): Promise<Page<ImportRow>> {
    this.authorize(actor);
    const record = await this.require(id);
    const { rows, total } = await this.imports.rows(id, { ...query, mended: query.mended === '1', search: foldVietnamese(query.search) }, query.page, query.size);
    return { items: await this.shown.present(record, rows), total, page: query.page, size: query.size };
  }

  /** Answers a row; with `alike` also those with the same text that nobody has answered. */
  async decide(actor: Actor, id: number, rowNo: number, decision: { unitId: number | null } | null, alike = false): Promise<ImportRow> {
    const record = await this.load(actor, id, 'decide');
    const row = await this.imports.row(id, rowNo);
    if (!row) throw new AppError(platformErrors.not_found);
    if (row.question === null) throw new AppError(organisationErrors.not_for_decision);
    if (decision?.unitId != null && !(await this.shown.isUnit(decision.unitId))) throw new AppError(platformErrors.not_found);
    const others = alike && decision ? await this.imports.alikeRows(id, row.question) : [];
    for (const each of [row, ...others.filter((other) => other.rowNo !== rowNo)]) await this.imports.saveDecision(id, each.rowNo, decision);
    this.transitions.tell(id);
    const [shown] = await this.shown.present(record, [{ ...row, decision }]);
    return shown as ImportRow;
  }

  /** @throws AppError platform.stale_version when the number is not the one that the button said */
  async run(actor: Actor, id: number, body: { version: number; expected: number }): Promise<ImportDetail> {
    const record = await this.load(actor, id, 'run', body.version);
    const rejected = record.counts?.REJECTED ?? 0;
    if (record.kind === 'ORG_UNITS' && rejected > 0) throw new AppError(organisationErrors.rejected_units, { count: rejected });
    const { willWrite } = await this.imports.numbers(id);
    if (willWrite === 0) throw new AppError(organisationErrors.nothing_to_write);
    if (willWrite !== body.expected) throw new AppError(platformErrors.stale_version);
    await this.transitions.change(id, { state: 'WRITING', done: 0, total: willWrite, runBy: actor.accountId });
    await this.outbox.publish(writeImport, { importId: id });
    return this.present(await this.require(id));
  }

  /** @throws AppError organisation.undo_too_late after 24 hours of the clock */
  async undo(actor: Actor, id: number, body: { version: number }): Promise<ImportDetail> {
    const record = await this.load(actor, id, 'undo', body.version);
    const until = undoUntil(record);
    if (!until || this.clock.now() > until) throw new AppError(organisationErrors.undo_too_late);
    const { written } = await this.imports.numbers(id);
    await this.transitions.change(id, { state: 'UNDOING', done: 0, total: written, undoBy: actor.accountId });
    await this.outbox.publish(takeBackImport, { importId: id });
    return this.present(await this.require(id));
  }

  @Watch(importTopic)
  async mayWatch(actor: Actor, id: number): Promise<boolean> {
    return mayImport(actor) && (await this.imports.find(id)) !== undefined;
  }

  private authorize(actor: Actor): void {
    if (!mayImport(actor)) throw new AppError(platformErrors.forbidden);
  }

  private async require(id: number, lock = false): Promise<ImportRecord> {
    const record = await this.imports.find(id, lock);
    if (!record) throw new AppError(platformErrors.not_found);
    return record;
  }

  /** Locks, authorizes and checks the step and the version. */
  private async load(actor: Actor, id: number, command: ImportCommand, version?: number): Promise<ImportRecord> {
    this.authorize(actor);
    const record = await this.require(id, true);
    if (version !== undefined && record.version !== version) throw new AppError(platformErrors.stale_version);
    if (!allows(record.state, command)) throw new AppError(organisationErrors.import_not_ready);
    return record;
  }

  private async present(record: ImportRecord): Promise<ImportDetail> {
    const [numbers, reasons] = await Promise.all([this.imports.numbers(record.id), this.imports.reasons(record.id)]);
    return presentImport(record, numbers, reasons, this.clock.now());
  }
}
