import { Injectable } from '@nestjs/common';
import { unitRoutes } from '@halong/organisation/contract';
import { Units } from '@halong/organisation/server';
import type { Actor } from '@halong/platform/contract';
import { mayCall, nothing, type Finder } from './finder.ts';

/** The tree is public within the installation, but a unit is shown in the tree: those who may open that find units. */
@Injectable()
export class UnitFinder implements Finder {
  readonly kind = 'UNITS';

  constructor(private readonly units: Units) {}

  async find(actor: Actor, words: string, limit: number) {
    if (!mayCall(actor, unitRoutes.unitTree)) return nothing;
    const { items, total } = await this.units.nearest(words, limit);
    return {
      items: items.map(({ id, nameVi, nameEn, aboveVi, aboveEn }) => ({
        id, name: { vi: nameVi, en: nameEn || nameVi }, detail: aboveVi === null ? null : { vi: aboveVi, en: aboveEn || aboveVi },
      })),
      total,
    };
  }
}
