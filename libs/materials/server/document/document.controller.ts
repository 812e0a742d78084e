import { Controller } from '@nestjs/common';
import { documentRoutes } from '@halong/materials/contract';
import { FileStore, Handle, type Answer, type Input } from '@halong/platform/server';
import { Documents } from './document.service.ts';
import { downloadOf } from './kept-file.ts';

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
    return downloadOf(this.files, { fileId: await this.documents.fileOf(actor, row), name: row.name, mediaType: row.mediaType }, purpose === 'preview');
  }
}
