import { Controller, Injectable } from '@nestjs/common';
import { documentTopic, renditionRoutes as routes } from '@halong/materials/contract';
import type { Actor } from '@halong/platform/contract';
import { FileStore, Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { ContentSearch } from '../content/content-search.service.ts';
import { Documents } from '../document/document.service.ts';
import { downloadOf } from '../document/kept-file.ts';
import { Renditions } from './renditions.service.ts';

@Controller()
export class RenditionController {
  constructor(
    private readonly renditions: Renditions,
    private readonly search: ContentSearch,
    private readonly files: FileStore,
  ) {}

  @Handle(routes.getDocumentForms)
  forms({ actor, params }: Input<typeof routes.getDocumentForms>): Answer<typeof routes.getDocumentForms> {
    return this.renditions.forms(actor, params.id);
  }

  @Handle(routes.openForm)
  async open({ actor, params }: Input<typeof routes.openForm>): Answer<typeof routes.openForm> {
    return downloadOf(this.files, await this.renditions.file(actor, params.ticket, params.name), true);
  }

  @Handle(routes.retryRendition)
  retry({ actor, params }: Input<typeof routes.retryRendition>): Answer<typeof routes.retryRendition> {
    return this.renditions.retry(actor, params.id);
  }

  @Handle(routes.putCaptions)
  captions({ actor, params, body }: Input<typeof routes.putCaptions>): Answer<typeof routes.putCaptions> {
    return this.renditions.putCaptions(actor, params.id, body.language, body.captionsId);
  }

  @Handle(routes.searchContent)
  async find({ actor, params, query }: Input<typeof routes.searchContent>): Answer<typeof routes.searchContent> {
    return { items: await this.search.ofClass(actor, params.id, query.search) };
  }

  @Handle(routes.getConversionHealth)
  health(): Answer<typeof routes.getConversionHealth> {
    return this.renditions.health();
  }
}

@Injectable()
export class DocumentWatch {
  constructor(private readonly documents: Documents) {}

  /** Whoever may open it. */
  @Watch(documentTopic)
  mayWatch(actor: Actor, documentId: number): Promise<boolean> {
    return this.documents.requireOpen(actor, documentId).then(() => true, () => false);
  }
}
