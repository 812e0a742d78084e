import { Injectable } from '@nestjs/common';
import { personRoutes } from '@halong/organisation/contract';
import { People } from '@halong/organisation/server';
import type { Actor } from '@halong/platform/contract';
import { mayCall, nothing, type Finder } from './finder.ts';

@Injectable()
export class PersonFinder implements Finder {
  readonly kind = 'PEOPLE';

  constructor(private readonly people: People) {}

  async find(actor: Actor, words: string, limit: number) {
    if (!mayCall(actor, personRoutes.getPerson)) return nothing;
    const { items, total } = await this.people.nearest(actor, words, limit);
    return {
      items: items.map(({ id, fullName, position, unitName, unitPending }) => {
        const detail = [position, unitName ?? unitPending].filter(Boolean).join(', ');
        return { id, name: { vi: fullName, en: fullName }, detail: detail ? { vi: detail, en: detail } : null };
      }),
      total,
    };
  }
}
