import { Injectable } from '@nestjs/common';
import { ClassPlanning } from '@halong/classes/server';
import type { Actor } from '@halong/platform/contract';
import type { Finder } from './finder.ts';

/** The newest opening first, as in the list of classes. */
@Injectable()
export class ClassFinder implements Finder {
  readonly kind = 'CLASSES';

  constructor(private readonly classes: ClassPlanning) {}

  async find(actor: Actor, words: string, limit: number) {
    const { items, total } = await this.classes.list(actor, { search: words, page: 1, size: limit });
    return {
      items: items.map(({ id, code, nameVi, nameEn, institution }) => ({
        id, name: { vi: nameVi, en: nameEn }, detail: { vi: `${code}, ${institution.nameVi}`, en: `${code}, ${institution.nameEn}` },
      })),
      total,
    };
  }
}
