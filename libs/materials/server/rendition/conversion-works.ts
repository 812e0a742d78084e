import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { documentTopic } from '@halong/materials/contract';
import { Database, FileStore, Outbox, Realtime } from '@halong/platform/server';
import type { DocumentRow } from '../document/document.rows.ts';
import type { Conversion, MadeFile } from './conversion.ts';
import { renditionMessages } from './rendition.messages.ts';
import { RenditionRepository } from './rendition.repository.ts';
import type { RenditionRow } from './rendition.rows.ts';

const mostBytes = 8 * 1024 ** 3;

/** Gives a conversion its hands: what it makes is kept at once, and whoever looks at the document hears of each step. */
@Injectable()
export class ConversionWorks {
  constructor(
    private readonly renditions: RenditionRepository,
    private readonly files: FileStore,
    private readonly realtime: Realtime,
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  async open(row: RenditionRow, document: DocumentRow, folder: string, signal: AbortSignal): Promise<Conversion> {
    const known = new Map((await this.renditions.files(row.id)).map((file) => [file.name, file]));
    let told = row.percent;
    return {
      document, folder, signal,
      source: await (await this.files.get(document.fileId)).local(),
      has: (name) => known.has(name),
      bytesOf: (name) => known.get(name)?.bytes ?? 0,
      local: async (name) => (await this.files.get(known.get(name)!.fileId)).local(),
      keep: async ({ name, mediaType, path, width, height }: MadeFile) => {
        const file = await this.files.put(createReadStream(path), { name, mediaType, maxBytes: mostBytes, uploadedBy: document.ownerId });
        const kept = { name, fileId: file.id, mediaType, bytes: file.bytes, width: width ?? null, height: height ?? null };
        await this.renditions.keep(row.id, kept);
        known.set(name, kept);
        await rm(path, { force: true });
      },
      progress: async (percent) => {
        if (percent < told + 2) return;
        told = percent;
        await this.renditions.moved(row.id, Math.min(99, percent));
        this.tell(row);
      },
      measured: (measure) => this.renditions.measured(document.id, measure),
      texts: (part, pages) => this.db.transaction(async () => {
        await this.renditions.putTexts(document.id, part, pages);
        if (part === 'TEXT') await this.outbox.publish(renditionMessages.documentRead, { documentId: document.id });
      }),
    };
  }

  tell({ documentId }: RenditionRow): void {
    this.realtime.changed(documentTopic.name, documentId);
  }
}
