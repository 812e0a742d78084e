import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { materialsErrors } from '@halong/materials/contract';
import { AppError } from '@halong/platform/contract';
import { FileStore } from '@halong/platform/server';
import { DocumentRepository } from '../document/document.repository.ts';

/** The bytes of documents, one after the other. Who may have them has been decided. */
@Injectable()
export class DocumentStreams {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly files: FileStore,
  ) {}

  /** @throws AppError materials.document_not_found */
  async open(documentId: number): Promise<Readable> {
    const row = await this.documents.find(documentId);
    if (!row) throw new AppError(materialsErrors.document_not_found);
    const file = await this.files.get(row.fileId);
    return file.open();
  }
}
