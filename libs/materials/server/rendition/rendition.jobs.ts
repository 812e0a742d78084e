import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { RenditionKind } from '@halong/materials/contract';
import { CONFIG, Every, LOG, Outbox, Runs, type Config, type Log } from '@halong/platform/server';
import { DocumentRepository } from '../document/document.repository.ts';
import { RunInterrupted, RunOverLimit } from './bounded-run.ts';
import { ConversionRefused, type Conversion } from './conversion.ts';
import { ConversionWorks } from './conversion-works.ts';
import { missingPackages } from './converters.ts';
import { convertPages } from './page-conversion.ts';
import { convertPicture } from './picture-conversion.ts';
import { conversionOf, renditionMessages } from './rendition.messages.ts';
import { RenditionRepository } from './rendition.repository.ts';
import type { RenditionRow } from './rendition.rows.ts';
import { mostAttempts } from './rendition.rules.ts';
import { convertStream } from './stream-conversion.ts';
import { convertWords } from './word-conversion.ts';

const conversions: Record<RenditionKind, (work: Conversion) => Promise<void>> = { PAGES: convertPages, STREAM: convertStream, PICTURE: convertPicture, WORDS: convertWords };

/** The worker's part: one document after the other, each kept file for good, so that whatever ends it goes on where it was. */
@Injectable()
export class RenditionJobs implements OnModuleDestroy {
  private readonly folder: string;
  private readonly ending = new AbortController();

  constructor(
    private readonly renditions: RenditionRepository,
    private readonly documents: DocumentRepository,
    private readonly works: ConversionWorks,
    private readonly outbox: Outbox,
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.folder = join(config.DATA_DIR, 'conversions');
  }

  onModuleDestroy(): void {
    this.ending.abort();
  }

  @Runs(renditionMessages.convertSmall)
  convertSmall(payload: { renditionId: number }): Promise<void> {
    return this.convert(payload);
  }

  @Runs(renditionMessages.convertDocument)
  async convert({ renditionId }: { renditionId: number }): Promise<void> {
    const row = await this.renditions.byId(renditionId);
    const document = row && (await this.documents.find(row.documentId));
    if (!row || !document || row.state === 'READY' || row.state === 'FAILED') return;
    // What needs a program that is not here waits for it; `findUnconverted` looks every minute.
    if ((await missingPackages(document.kind)).length > 0) return this.renditions.park(row.id);
    if (row.attempts >= mostAttempts) return this.give(row, new ConversionRefused('INTERRUPTED'));
    await this.renditions.begun(row.id);
    this.works.tell(row);
    await this.inFolder(row.id, async (folder) => {
      try {
        await conversions[row.kind](await this.works.open(row, document, folder, this.ending.signal));
        await this.renditions.ready(row.id);
        this.works.tell(row);
      } catch (error) {
        await this.give(row, error);
      }
    });
  }

  /** A file at fault is the end of it; a worker that ends, a full disk or a database that is away is not. */
  private async give(row: RenditionRow, error: unknown): Promise<void> {
    const reason = error instanceof ConversionRefused ? error.reason : error instanceof RunOverLimit ? 'TOO_LONG' : undefined;
    if (reason === undefined) {
      const leaving = error instanceof RunInterrupted || this.ending.signal.aborted;
      if (!leaving) this.log.error({ rendition: row.id, document: row.documentId, error: String(error) }, 'conversion broken off');
      throw error;
    }
    this.log.warn({ rendition: row.id, document: row.documentId, reason, error: String(error) }, 'document not converted');
    await this.renditions.failed(row.id, reason);
    this.works.tell(row);
  }

  private async inFolder(id: number, work: (folder: string) => Promise<void>): Promise<void> {
    const folder = join(this.folder, `rendition-${id}`);
    // What a killed worker has left behind.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  @Every(60, renditionMessages.findUnconverted)
  async findUnconverted(): Promise<void> {
    for (const { id, kind, documentKind } of await this.renditions.parked(200)) {
      if ((await missingPackages(documentKind)).length > 0) continue;
      await this.renditions.unpark(id);
      await this.outbox.publish(conversionOf(kind), { renditionId: id });
    }
  }
}
