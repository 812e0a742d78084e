import { Injectable } from '@nestjs/common';
import { identityErrors } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, currentRequest, Database } from '@halong/platform/server';
import { AccountRepository } from '../account/account.repository.ts';
import { SessionAuthenticator } from '../session/session-authenticator.ts';
import { SessionService, type Browser } from '../session/session.service.ts';
import { Throttle } from '../throttle/throttle.ts';
import { passwordFault } from './password.rules.ts';
import { Passwords } from './passwords.ts';
import { refusePassword } from './refuse-password.ts';

/** A signed-in person chooses another password. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: SessionService,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  /**
   * Every session of the account ends; this browser gets a new one.
   * @returns the cookie to set
   * @throws AppError wrong_password, password_short, password_common, password_is_name, too_many_requests, sign_in_busy
   */
  async change(actor: Actor, typed: { current: string; password: string }, browser: Browser): Promise<string> {
    const account = await this.accounts.byId(actor.accountId);
    if (!account) throw new AppError(platformErrors.not_signed_in);
    refusePassword(passwordFault(typed.password, account));
    this.passwords.assertRoom();
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
      if (!(await this.accounts.isUnchanged(account))) throw new AppError(platformErrors.stale_version);
      await this.accounts.setPassword(account.id, hash);
      await this.sessions.endAll(account.id);
      await this.audit.record({ action: 'account.password_changed', subjectType: 'account', subjectId: account.id });
      return (await this.sessions.open(account.id, { ...browser, ownDevice })).setCookie;
    });
  }
}
