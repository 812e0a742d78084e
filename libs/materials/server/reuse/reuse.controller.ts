import { Controller } from '@nestjs/common';
import { contentReuseRoutes as routes } from '@halong/materials/contract';
import { Database, Handle, type Answer, type Input } from '@halong/platform/server';
import { ClassContents } from '../content/content.service.ts';
import { ContentArchive } from './content-archive.service.ts';
import { ContentCopy } from './content-copy.service.ts';
import { Library } from './library.service.ts';

@Controller()
export class ReuseController {
  constructor(
    private readonly copies: ContentCopy,
    private readonly library: Library,
    private readonly archive: ContentArchive,
    private readonly contents: ClassContents,
    private readonly db: Database,
  ) {}

  @Handle(routes.copyContent)
  copy({ actor, params, body }: Input<typeof routes.copyContent>): Answer<typeof routes.copyContent> {
    return this.copies.copy(actor, params.id, body.fromClassId);
  }

  @Handle(routes.listLibrary)
  list({ actor, params, query }: Input<typeof routes.listLibrary>): Answer<typeof routes.listLibrary> {
    return this.library.list(actor, params.id, query);
  }

  @Handle(routes.reuseItem)
  reuse({ actor, params, body }: Input<typeof routes.reuseItem>): Answer<typeof routes.reuseItem> {
    return this.db.transaction(async () => this.contents.item(actor, await this.library.reuse(actor, params.id, body)));
  }

  @Handle(routes.downloadAll)
  download({ actor, params, query }: Input<typeof routes.downloadAll>): Answer<typeof routes.downloadAll> {
    return this.archive.open(actor, params.id, query.language);
  }
}
