import { Injectable } from '@nestjs/common';
import { materialsErrors, type LibraryItem } from '@halong/materials/contract';
import { AppError, foldVietnamese, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { ContentAccess } from '../content/content-access.service.ts';
import { ContentTopics } from '../content/content-topics.service.ts';
import { plainSettings } from '../content/content.presenter.ts';
import { ContentEditing } from '../content/content-editing.service.ts';
import { ItemRepository } from '../content/item.repository.ts';
import { Documents } from '../document/document.service.ts';
import { LibraryRepository } from './library.repository.ts';

/** What has been given to classes is the library: of one's own everything, of others what they share with those who teach the programme. */
@Injectable()
export class Library {
  constructor(
    private readonly library: LibraryRepository,
    private readonly items: ItemRepository,
    private readonly access: ContentAccess,
    private readonly topics: ContentTopics,
    private readonly editing: ContentEditing,
    private readonly documents: Documents,
    private readonly db: Database,
  ) {}

  /** By title and by the words of pages and documents, newest first. @throws AppError platform.not_found, platform.forbidden */
  async list(actor: Actor, classId: number, { shelf, search, page, size }: PageQuery & { shelf: 'MINE' | 'PROGRAMME' }): Promise<Page<LibraryItem>> {
    await this.access.requireEditor(actor, classId);
    const programmeId = await this.topics.programmeOf(classId);
    const { rows, total } = await this.library.page(shelf === 'MINE' ? { accountId: actor.accountId } : { programmeId }, foldVietnamese(search), page, size);
    const documents = await this.documents.view(rows.flatMap(({ documentId }) => documentId ?? []));
    return {
      items: rows.map(({ id, kind, title, classCode, by, at, documentId, url }) => ({
        id, kind, title, classCode, by, at: at.toISOString(), document: documentId === null ? null : (documents.get(documentId) ?? null), url,
      })),
      total, page, size,
    };
  }

  /** At the end of the topic, open at once, as far as it may be taken home there. @throws AppError materials.item_not_found, topic_unknown, platform.not_found, platform.forbidden */
  async reuse(actor: Actor, classId: number, { itemId, topicKey }: { itemId: number; topicKey: string | null }): Promise<number> {
    return this.db.transaction(async () => {
      await this.access.requireEditor(actor, classId);
      const topicId = await this.topics.require(classId, topicKey);
      const programmeId = await this.topics.programmeOf(classId);
      const row = (await this.library.onShelves(itemId, { accountId: actor.accountId, programmeId })) ? await this.items.findAlsoRemoved(itemId) : undefined;
      const version = row && row.givenNo !== null ? await this.items.versionOf(itemId, row.givenNo) : undefined;
      if (!row || !version || row.kind === 'ASSIGNMENT') throw new AppError(materialsErrors.item_not_found);
      return this.editing.create(actor, { classId, topicId, kind: row.kind }, { ...plainSettings, title: row.title, downloadable: Boolean(row.downloadable) }, version);
    });
  }
}
