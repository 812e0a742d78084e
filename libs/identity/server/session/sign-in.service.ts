import { Inject, Injectable } from '@nestjs/common';
import { identityErrors, type Me } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor, type Language } from '@halong/platform/contract';
import { Audit, CONFIG, currentRequest, Database, LOG, type Config, type Log } from '@halong/platform/server';
import { presentMe } from '../account/account.presenter.ts';
import { AccountRepository } from '../account/account.repository.ts';
import type { Account } from '../account/account.ts';
import { readLogin } from '../account/login.rules.ts';
import { isOutdated } from '../password/password-hash.ts';
import { passwordFault } from '../password/password.rules.ts';
import { Passwords } from '../password/passwords.ts';
import { refusePassword } from '../password/refuse-password.ts';
import { RoleGrantRepository } from '../role/role-grant.repository.ts';
import { Throttle } from '../throttle/throttle.ts';
import { SessionAuthenticator } from './session-authenticator.ts';
import { expiredCookie } from './session.cookie.ts';
import { SessionService, type Browser } from './session.service.ts';

export interface SignedIn {
  me: Me;
  setCookie: string;
}

/** Signing in and out, and what a signed-in person may change about it. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly accounts: AccountRepository,
    private readonly grants: RoleGrantRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: SessionService,
    private readonly authenticator: SessionAuthenticator,
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
  async signOut(cookie: string | undefined): Promise<string> {
    await this.db.transaction(() => this.sessions.endOf(cookie));
    return expiredCookie(this.config.PUBLIC_URL);
  }

  async me(cookie: string | undefined): Promise<Me> {
    const session = await this.authenticator.sessionOf(cookie);
    if (!session) throw new AppError(platformErrors.not_signed_in);
    const { accountId, personId, login, displayName, language, ownDevice } = session;
    return presentMe({ accountId, personId, login, displayName, language, ownDevice }, await this.grants.currentOf([accountId]));
  }

  async changeLanguage(actor: Actor, language: Language, cookie: string | undefined): Promise<Me> {
    await this.accounts.setLanguage(actor.accountId, language);
    this.sessions.changed(actor.accountId);
    return { ...(await this.me(cookie)), language };
  }

  /**
   * Every session of the account ends; this browser gets a new one.
   * @throws AppError wrong_password, password_short, password_common, password_is_name, too_many_requests
   */
  async changePassword(actor: Actor, typed: { current: string; password: string }, browser: Browser): Promise<string> {
    const account = await this.accounts.byId(actor.accountId);
    if (!account) throw new AppError(platformErrors.not_signed_in);
    refusePassword(passwordFault(typed.password, account));
    const address = currentRequest()?.address;
    const subject = `account ${account.id}`;
    await this.throttle.enter(address, subject);
    if (!(await this.passwords.matches(typed.current, account.passwordHash))) {
      await this.throttle.failed(address);
      throw new AppError(identityErrors.wrong_password);
    }
    await this.throttle.succeeded(address, subject);
    const hash = await this.passwords.hash(typed.password);
    const ownDevice = (await this.authenticator.sessionOf(browser.cookie))?.ownDevice ?? false;
    return this.db.transaction(async () => {
      await this.assertUnchanged(account);
      await this.accounts.setPassword(account.id, hash);
      await this.sessions.endAll(account.id);
      await this.audit.record({ action: 'account.password_changed', subjectType: 'account', subjectId: account.id });
      return (await this.sessions.open(account.id, { ...browser, ownDevice })).setCookie;
    });
  }

  /** Opens a session for an account that has just proved itself; inside a transaction. */
  async open(account: Account, browser: Browser, passwordHash?: string): Promise<SignedIn> {
    await this.assertUnchanged(account);
    if (passwordHash) await this.accounts.setPassword(account.id, passwordHash);
    const { setCookie, ownDevice } = await this.sessions.open(account.id, browser);
    this.log.info({ accountId: account.id, requestId: currentRequest()?.requestId }, 'signed in');
    const { id: accountId, personId, login, displayName, language } = account;
    return { setCookie, me: presentMe({ accountId, personId, login, displayName, language, ownDevice }, await this.grants.currentOf([accountId])) };
  }

  /** While the password was compared, the account may have been disabled or have got another password. */
  private async assertUnchanged(seen: Account): Promise<void> {
    const now = await this.accounts.byIdForUpdate(seen.id);
    if (!now || now.disabledAt || now.passwordHash !== seen.passwordHash) throw new AppError(identityErrors.wrong_sign_in);
  }

  private async refuse(address: string | undefined, account: Account | undefined): Promise<never> {
    await this.throttle.failed(address);
    this.log.info({ accountId: account?.id ?? null, requestId: currentRequest()?.requestId }, 'sign-in refused');
    throw new AppError(identityErrors.wrong_sign_in);
  }
}
