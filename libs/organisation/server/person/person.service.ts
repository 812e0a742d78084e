import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, platformErrors, tidy, type Actor, type Page } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import type { PersonItem } from '@halong/organisation/contract';
import { mayCorrect, maySeeContact, visiblePeople } from './person.policy.ts';
import { presentPerson, presentPersonItem } from './person.presenter.ts';
import { PersonRepository, type PostStatus } from './person.repository.ts';
import { PersonalIds } from './personal-ids.ts';

@Injectable()
export class People {
  constructor(
    private readonly people: PersonRepository,
    private readonly personalIds: PersonalIds,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: { search: string; unitId?: number; pending: string; status?: PostStatus; order?: 'asc' | 'desc'; page: number; size: number }): Promise<Page<PersonItem>> {
    const filter = { on: this.clock.today(), search: foldVietnamese(query.search), unitId: query.unitId, pending: query.pending === '1', status: query.status, descending: query.order === 'desc' };
    const { rows, total } = await this.people.page(visiblePeople(actor), filter, query.page, query.size);
    return { items: rows.map(presentPersonItem), total, page: query.page, size: query.size };
  }

  /** Of the people whom the actor may see, those whom a few typed words most likely mean ("thu" finds "Thư"), and how many match. */
  async nearest(actor: Actor, words: string, limit: number): Promise<{ items: PersonItem[]; total: number }> {
    const filter = { on: this.clock.today(), search: foldVietnamese(words), pending: false };
    const { rows, total } = await this.people.nearest(visiblePeople(actor), filter, limit);
    return { items: rows.map(presentPersonItem), total };
  }

  /** @throws AppError platform.not_found, also for people whom the actor may not see */
  async get(actor: Actor, id: number) {
    const row = await this.people.find(visiblePeople(actor), id, this.clock.today());
    if (!row) throw new AppError(platformErrors.not_found);
    const masked = row.personal_id_cipher ? this.personalIds.mask(row.personal_id_cipher) : null;
    return presentPerson(row, await this.people.employments(id), masked, { seeContact: maySeeContact(actor), correct: mayCorrect(actor) });
  }

  /** A person who is in no staff list, such as a visiting lecturer. Another of the same name stays another person. */
  addExternal(fullName: string): Promise<number> {
    return this.people.add(tidy(fullName));
  }
}
