import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LinkPurpose } from '@halong/materials/contract';
import type { Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { DocumentUses, type DocumentUse } from '../document/document-uses.ts';
import { AccessLog } from './access-log.service.ts';
import { ContentAccess } from './content-access.service.ts';
import { mayDownload, maySee } from './content.policy.ts';
import { ItemRepository } from './item.repository.ts';
import type { ItemRow } from './item.rows.ts';
import { shownAt } from './visibility.rules.ts';

/** Opens documents for those to whom an item shows them, as long as it does. */
@Injectable()
export class ContentUse implements DocumentUse, OnModuleInit {
  readonly name = 'content';

  constructor(
    private readonly uses: DocumentUses,
    private readonly items: ItemRepository,
    private readonly access: ContentAccess,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uses.register(this);
  }

  async mayOpen(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<boolean> {
    if ((await this.shownTo(actor, documentId, purpose)) !== undefined) return true;
    // Who edits also opens versions that the class has not been given.
    for (const classId of await this.items.classesOfDocument(documentId)) if ((await this.access.standing(actor, classId))?.edits) return true;
    return false;
  }

  async opened(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<void> {
    const item = await this.shownTo(actor, documentId, purpose);
    if (item) await this.log.note(actor, item, purpose === 'download' ? 'DOWNLOADED' : 'OPENED');
  }

  private async shownTo(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<ItemRow | undefined> {
    for (const item of await this.items.usingDocument(documentId)) {
      const standing = await this.access.standing(actor, item.classId);
      if (!standing || !maySee(standing, shownAt(item, this.clock.now()), item)) continue;
      if (purpose === 'preview' || mayDownload(standing, { downloadable: Boolean(item.downloadable) })) return item;
    }
    return undefined;
  }
}
