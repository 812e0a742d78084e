import { Inject, Injectable } from '@nestjs/common';
import { materialsErrors } from '@halong/materials/contract';
import { AppError } from '@halong/platform/contract';
import { Database, FileStore, LOG, Runs, type Log } from '@halong/platform/server';
import { Documents } from '../document/document.service.ts';
import type { Format } from '../document/format.rules.ts';
import { inspectFile, promisedFormat } from '../document/inspection.ts';
import type { NewDocument } from '../document/document.rows.ts';
import { VirusScan } from '../scan/virus-scan.ts';
import { uploadMessages } from './upload.messages.ts';
import { UploadRepository } from './upload.repository.ts';
import { UploadSpool } from './upload-spool.ts';
import type { UploadRow } from './upload.rows.ts';

type Scan = NewDocument['scan'];

/** What the worker does with a file that has arrived. Each step may be repeated after a crash. */
@Injectable()
export class UploadChecks {
  constructor(
    private readonly db: Database,
    private readonly uploads: UploadRepository,
    private readonly spool: UploadSpool,
    private readonly files: FileStore,
    private readonly documents: Documents,
    private readonly scanner: VirusScan,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Runs(uploadMessages.checkUpload)
  async check({ uploadId }: { uploadId: number }): Promise<void> {
    const row = await this.uploads.byId(uploadId);
    if (!row || (row.state !== 'CHECKING' && row.state !== 'QUARANTINED')) return;
    try {
      await this.takeIn(row);
    } catch (error) {
      if (!(error instanceof AppError) || error.def.kind === 'no_space') throw error;
      await this.refuse(row, error);
    }
  }

  private async takeIn(row: UploadRow): Promise<void> {
    // A file that has left the spool has passed before; only its row is missing.
    const waiting = await this.spool.has(row.token);
    const sha256 = row.sha256 ?? (waiting ? await this.hash(row) : undefined);
    if (sha256 === undefined) throw new Error(`Upload ${row.id} has lost its file`);
    const format = waiting ? await inspectFile(this.spool.path(row.token), row.name) : promisedFormat(row.name);
    const scan = waiting ? await this.scan(row) : 'CLEAN';
    await this.keep(row, sha256, format, scan);
  }

  private async hash(row: UploadRow): Promise<string> {
    const sha256 = await this.spool.hashOf(row.token);
    await this.uploads.hashed(row.id, sha256);
    return sha256;
  }

  /** Nothing leaves the quarantine while the scanner is silent: the job fails and is tried again. */
  private async scan(row: UploadRow): Promise<Scan> {
    if ((await this.scanner.scanner()) === 'NONE') return 'NONE';
    await this.uploads.quarantined(row.id);
    const found = await this.scanner.scan(this.spool.path(row.token));
    if (found.verdict === 'INFECTED') throw new AppError(materialsErrors.infected, { name: row.name, threat: found.threat });
    return found.verdict;
  }

  private async keep(row: UploadRow, sha256: string, { kind, mediaType }: Format, scan: Scan): Promise<void> {
    const { name, bytes, ownerId, purpose, classification } = row;
    const file = await this.files.keep(row.token, this.spool.path(row.token), { name, mediaType, bytes, sha256, uploadedBy: ownerId });
    await this.db.transaction(async () => {
      if (!(await this.uploads.ready(row.id))) return;
      const documentId = await this.documents.add({ fileId: file.id, ownerId, purpose, name, kind, mediaType, bytes, sha256, classification, scan });
      await this.uploads.belongsTo(row.id, documentId);
    });
  }

  private async refuse(row: UploadRow, error: AppError): Promise<void> {
    this.log.warn({ upload: row.id, owner: row.ownerId, bytes: row.bytes, reason: error.def.code, ...error.params }, 'upload refused');
    if (await this.uploads.refused(row.id, error.def.code, error.params)) await this.spool.remove(row.token);
  }
}
