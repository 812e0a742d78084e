import { Controller } from '@nestjs/common';
import { documentRoutes, materialsErrors } from '@halong/materials/contract';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Download, FileStore, Handle, type Answer, type Input } from '@halong/platform/server';
import { Documents } from './document.service.ts';

@Controller()
export class DocumentController {
  constructor(
    private readonly documents: Documents,
    private readonly files: FileStore,
  ) {}

  @Handle(documentRoutes.getDocument)
  async get({ actor, params }: Input<typeof documentRoutes.getDocument>): Answer<typeof documentRoutes.getDocument> {
    return this.documents.viewTo(actor, await this.documents.requireOpen(actor, params.id));
  }

  @Handle(documentRoutes.patchDocument)
  async patch({ actor, params, body }: Input<typeof documentRoutes.patchDocument>): Answer<typeof documentRoutes.patchDocument> {
    return this.documents.describe(actor, params.id, body);
  }

  @Handle(documentRoutes.linkDocument)
  async link({ actor, params, query }: Input<typeof documentRoutes.linkDocument>): Answer<typeof documentRoutes.linkDocument> {
    return this.documents.link(params.id, query.purpose, actor);
  }

  @Handle(documentRoutes.openFile)
  async open({ actor, params }: Input<typeof documentRoutes.openFile>): Answer<typeof documentRoutes.openFile> {
    const { row, purpose } = await this.documents.behindLink(actor, params.ticket);
    const file = await this.files.get(await this.documents.fileOf(actor, row)).catch((error: unknown) => {
      throw error instanceof AppError && error.def.code === platformErrors.not_found.code ? new AppError(materialsErrors.document_not_found) : error;
    });
    return new Download(row.name, row.mediaType, { bytes: file.bytes, etag: file.sha256, open: file.open }, purpose === 'preview');
  }
}
