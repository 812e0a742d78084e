import { Injectable } from '@nestjs/common';
import { peopleChanged } from '@halong/organisation/server';
import { On } from '@halong/platform/server';
import { SessionService } from '../session/session.service.ts';
import { AccountRepository } from './account.repository.ts';

/** Accounts keep a copy of the name and the address of their person; it follows the record. */
@Injectable()
export class AccountListener {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionService,
  ) {}

  @On(peopleChanged)
  async followPeople({ personIds }: { personIds: number[] }): Promise<void> {
    for (const accountId of await this.accounts.followPersons(personIds)) this.sessions.changed(accountId);
  }
}
