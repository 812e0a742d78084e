import { Inject, Injectable } from '@nestjs/common';
import { identityErrors, type Me } from '@halong/identity/contract';
import { AppError } from '@halong/platform/contract';
import { currentRequest, Database, LOG, type Log } from '@halong/platform/server';
import type { Account } from '../account/account.ts';
import { AccountRepository } from '../account/account.repository.ts';
import { readLogin } from '../account/login.rules.ts';
import { isOutdated } from '../password/password-hash.ts';
import { Passwords } from '../password/passwords.ts';
import { Throttle } from '../throttle/throttle.ts';
import { MeService } from './me.service.ts';
import { SessionService, type Browser } from './session.service.ts';

export interface SignedIn {
  me: Me;
  setCookie: string;
}

/** Signing in and out. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly db: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: SessionService,
    private readonly who: MeService,
  ) {}

  /**
   * The same work, time and words for a wrong password, an unknown login and an account without a password.
   * @throws AppError too_many_requests, sign_in_busy, wrong_sign_in; account_disabled after the right password only
   */
  async signIn(typed: { login: string; password: string }, browser: Browser): Promise<SignedIn> {
    this.passwords.assertRoom();
    const address = currentRequest()?.address;
    const name = readLogin(typed.login);
    const account = name === undefined ? undefined : await this.accounts.bySignInName(name);
    const subject = account ? `account ${account.id}` : `login ${name ?? typed.login}`;
    await this.throttle.enter(address, subject);
    const right = await this.passwords.matches(typed.password, account?.passwordHash ?? null);
    if (!right || !account) return this.refuse(address, account);
    await this.throttle.succeeded(address, subject);
    if (account.disabledAt) throw new AppError(identityErrors.account_disabled);
    const fresh = isOutdated(account.passwordHash ?? '') ? await this.passwords.hash(typed.password) : undefined;
    return this.db.transaction(() => this.open(account, browser, fresh));
  }

  /** Ends the session of this browser. @returns the cookie that removes the old one */
  signOut(cookie: string | undefined): Promise<string> {
    return this.db.transaction(() => this.sessions.close(cookie));
  }

  /** Opens a session for an account that has just proved itself; inside a transaction. */
  async open(account: Account, browser: Browser, passwordHash?: string): Promise<SignedIn> {
    if (!(await this.accounts.isUnchanged(account))) throw new AppError(identityErrors.wrong_sign_in);
    if (passwordHash) await this.accounts.setPassword(account.id, passwordHash);
    const { setCookie, ownDevice } = await this.sessions.open(account.id, browser);
    this.log.info({ accountId: account.id, requestId: currentRequest()?.requestId }, 'signed in');
    return { setCookie, me: await this.who.present(account, ownDevice) };
  }

  private async refuse(address: string | undefined, account: Account | undefined): Promise<never> {
    await this.throttle.failed(address);
    this.log.info({ accountId: account?.id ?? null, requestId: currentRequest()?.requestId }, 'sign-in refused');
    throw new AppError(identityErrors.wrong_sign_in);
  }
}
