import { Injectable } from '@nestjs/common';
import type { Me } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor, type Language } from '@halong/platform/contract';
import { presentMe } from '../account/account.presenter.ts';
import { AccountRepository } from '../account/account.repository.ts';
import { RoleGrantRepository } from '../role/role-grant.repository.ts';
import { SessionAuthenticator } from './session-authenticator.ts';
import { SessionService } from './session.service.ts';

interface Known {
  id: number;
  personId: number | null;
  login: string;
  displayName: string;
  language: Language;
}

/** What a signed-in person sees and sets of their own account. */
@Injectable()
export class MeService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly grants: RoleGrantRepository,
    private readonly sessions: SessionService,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /** @throws AppError not_signed_in */
  async me(cookie: string | undefined): Promise<Me> {
    const session = await this.authenticator.sessionOf(cookie);
    if (!session) throw new AppError(platformErrors.not_signed_in);
    return this.present({ ...session, id: session.accountId }, session.ownDevice);
  }

  async changeLanguage(actor: Actor, language: Language, cookie: string | undefined): Promise<Me> {
    await this.accounts.setLanguage(actor.accountId, language);
    this.sessions.changed(actor.accountId);
    return { ...(await this.me(cookie)), language };
  }

  async present({ id, personId, login, displayName, language }: Known, ownDevice: boolean): Promise<Me> {
    return presentMe({ accountId: id, personId, login, displayName, language, ownDevice }, await this.grants.currentOf([id]));
  }
}
