import { Injectable } from '@nestjs/common';
import { programmeRoutes } from '@halong/catalogue/contract';
import { Programmes } from '@halong/catalogue/server';
import type { Actor } from '@halong/platform/contract';
import { mayCall, nothing, type Finder } from './finder.ts';

@Injectable()
export class ProgrammeFinder implements Finder {
  readonly kind = 'PROGRAMMES';

  constructor(private readonly programmes: Programmes) {}

  async find(actor: Actor, words: string, limit: number) {
    if (!mayCall(actor, programmeRoutes.getProgramme)) return nothing;
    const { items, total } = await this.programmes.list({ search: words, page: 1, size: limit });
    return { items: items.map(({ id, code, nameVi, nameEn }) => ({ id, name: { vi: nameVi, en: nameEn }, detail: { vi: code, en: code } })), total };
  }
}
