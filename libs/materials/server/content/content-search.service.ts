import { Injectable } from '@nestjs/common';
import type { ContentHit } from '@halong/materials/contract';
import { foldVietnamese, type Actor } from '@halong/platform/contract';
import { Clock, searchWords } from '@halong/platform/server';
import { excerptOf } from '../rendition/excerpt.rules.ts';
import { RenditionRepository } from '../rendition/rendition.repository.ts';
import { ContentAccess } from './content-access.service.ts';
import { seenBy } from './content.presenter.ts';
import { ItemRepository } from './item.repository.ts';

const mostPages = 500;
const mostHits = 30;

/** Words in what a class shows to a person: titles, pages written here, documents page by page. The statements do not grow with the items. */
@Injectable()
export class ContentSearch {
  constructor(
    private readonly items: ItemRepository,
    private readonly access: ContentAccess,
    private readonly renditions: RenditionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async ofClass(actor: Actor, classId: number, search: string): Promise<ContentHit[]> {
    const standing = await this.access.require(actor, classId);
    const words = searchWords(foldVietnamese(search));
    if (words.length === 0) return [];
    const rows = seenBy(await this.items.ofClass(classId), { standing, now: this.clock.now() }).filter(({ kind }) => kind !== 'ASSIGNMENT');
    const pages = new Map<number, { page: number; text: string }>();
    for (const one of await this.renditions.pagesWith(words, rows.flatMap(({ documentId }) => documentId ?? []), mostPages)) if (!pages.has(one.documentId)) pages.set(one.documentId, one);
    const written = new Set(await this.items.pagesWith(words, rows.flatMap(({ kind, versionId }) => (kind === 'PAGE' ? (versionId ?? []) : []))));
    return rows.flatMap((row): ContentHit[] => {
      const inside = row.documentId === null ? undefined : pages.get(row.documentId);
      const titled = words.every((word) => foldVietnamese(row.title).includes(word));
      if (!inside && !titled && !written.has(row.versionId ?? 0)) return [];
      return [{ itemId: row.id, title: row.title, page: inside?.page ?? null, excerpt: inside ? excerptOf(inside.text, words) : null }];
    }).slice(0, mostHits);
  }
}
