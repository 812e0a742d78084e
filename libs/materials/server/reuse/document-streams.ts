import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { FileStore } from '@halong/platform/server';
import { Documents } from '../document/document.service.ts';

export interface DocumentSource {
  bytes: number;
  open: () => Promise<Readable>;
}

/** The bytes of documents, one after the other. Who may have them has been decided. */
@Injectable()
export class DocumentStreams {
  constructor(
    private readonly documents: Documents,
    private readonly files: FileStore,
  ) {}

  /** Where each lies, for this person; a picture that cannot be given to others yet is left out. */
  async of(actor: Actor, documentIds: readonly number[]): Promise<Map<number, DocumentSource>> {
    const given = await this.documents.filesOf(actor, documentIds);
    return new Map([...given].map(([id, { fileId, bytes }]) => [id, { bytes, open: async () => (await this.files.get(fileId)).open() }]));
  }
}
