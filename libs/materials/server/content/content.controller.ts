import { Controller, Injectable } from '@nestjs/common';
import { classContentTopic, contentRoutes as routes } from '@halong/materials/contract';
import type { Actor } from '@halong/platform/contract';
import { Database, Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { ContentAccess } from './content-access.service.ts';
import { ContentEditing } from './content-editing.service.ts';
import { ItemLinks } from './item-links.service.ts';
import { ClassContents } from './content.service.ts';

@Controller()
export class ContentController {
  constructor(
    private readonly contents: ClassContents,
    private readonly editing: ContentEditing,
    private readonly links: ItemLinks,
    private readonly db: Database,
  ) {}

  @Handle(routes.getClassContent)
  ofClass({ actor, params }: Input<typeof routes.getClassContent>): Answer<typeof routes.getClassContent> {
    return this.contents.ofClass(actor, params.id);
  }

  @Handle(routes.getItem)
  get({ actor, params }: Input<typeof routes.getItem>): Answer<typeof routes.getItem> {
    return this.contents.item(actor, params.id);
  }

  @Handle(routes.addItem)
  add({ actor, params, body }: Input<typeof routes.addItem>): Answer<typeof routes.addItem> {
    return this.db.transaction(async () => this.contents.item(actor, await this.editing.add(actor, params.id, body)));
  }

  @Handle(routes.editItem)
  edit({ actor, params, body }: Input<typeof routes.editItem>): Answer<typeof routes.editItem> {
    return this.thenItem(actor, params.id, () => this.editing.edit(actor, params.id, body));
  }

  @Handle(routes.placeItem)
  place({ actor, params, body }: Input<typeof routes.placeItem>): Answer<typeof routes.placeItem> {
    return this.db.transaction(async () => this.contents.ofClass(actor, await this.editing.place(actor, params.id, body)));
  }

  @Handle(routes.addVersion)
  addVersion({ actor, params, body }: Input<typeof routes.addVersion>): Answer<typeof routes.addVersion> {
    return this.thenItem(actor, params.id, () => this.editing.addVersion(actor, params.id, body));
  }

  @Handle(routes.giveVersion)
  give({ actor, params, body }: Input<typeof routes.giveVersion>): Answer<typeof routes.giveVersion> {
    return this.thenItem(actor, params.id, () => this.editing.give(actor, params.id, body.no));
  }

  @Handle(routes.removeItem)
  remove({ actor, params }: Input<typeof routes.removeItem>): Answer<typeof routes.removeItem> {
    return this.editing.remove(actor, params.id);
  }

  @Handle(routes.linkItem)
  link({ actor, params, query }: Input<typeof routes.linkItem>): Answer<typeof routes.linkItem> {
    return this.links.link(actor, params.id, query.purpose);
  }

  private thenItem(actor: Actor, id: number, work: () => Promise<void>): Answer<typeof routes.getItem> {
    return this.db.transaction(async () => {
      await work();
      return this.contents.item(actor, id);
    });
  }
}

@Injectable()
export class ContentWatch {
  constructor(private readonly access: ContentAccess) {}

  @Watch(classContentTopic)
  async mayWatch(actor: Actor, classId: number): Promise<boolean> {
    return (await this.access.standing(actor, classId)) !== undefined;
  }
}
