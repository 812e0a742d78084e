import { Injectable } from '@nestjs/common';
import { identityErrors, readCode } from '@halong/identity/contract';
import { AppError, formatDay, dayOf } from '@halong/platform/contract';
import { Audit, Clock, currentRequest, Database } from '@halong/platform/server';
import { AccountRepository } from '../account/account.repository.ts';
import type { Account } from '../account/account.ts';
import { passwordFault } from '../password/password.rules.ts';
import { Passwords } from '../password/passwords.ts';
import { refusePassword } from '../password/refuse-password.ts';
import type { Browser } from '../session/session.service.ts';
import { SessionService } from '../session/session.service.ts';
import { SignInService, type SignedIn } from '../session/sign-in.service.ts';
import { Throttle } from '../throttle/throttle.ts';
import { OneTimeCodeRepository, type StoredCode } from './one-time-code.repository.ts';
import { codeFault, maskName } from './one-time-code.rules.ts';

/** People choose their password with the code that they were given. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: AccountRepository,
    private readonly codes: OneTimeCodeRepository,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
  ) {}

  /** Whose account the code opens, the name masked. @throws AppError code_unknown, code_used, code_expired, too_many_requests */
  async check(typed: string): Promise<{ displayName: string; login: string; expiresAt: string }> {
    const { code, account } = await this.open(typed);
    return { displayName: maskName(account.displayName), login: account.login, expiresAt: code.expiresAt.toISOString() };
  }

  /**
   * Sets the password, ends older sessions and signs in. The code works once, however often it is sent at the same time.
   * @throws AppError as `check`, and password_short, password_common, password_is_name, account_disabled, sign_in_busy
   */
  async activate(typed: { code: string; password: string }, browser: Browser): Promise<SignedIn> {
    const { letters, account } = await this.open(typed.code);
    if (account.disabledAt) throw new AppError(identityErrors.account_disabled);
    refusePassword(passwordFault(typed.password, account));
    const hash = await this.passwords.hash(typed.password);
    return this.db.transaction(async () => {
      const locked = await this.accounts.byIdForUpdate(account.id);
      const code = await this.codes.byCodeForUpdate(letters);
      const fault = codeFault(code, this.clock.now());
      if (fault || !code || !locked) throw new AppError(fault ?? identityErrors.code_unknown);
      await this.codes.use(code.id);
      await this.accounts.setPassword(locked.id, hash);
      await this.sessions.endAll(locked.id);
      await this.audit.record({ action: 'account.activated', subjectType: 'account', subjectId: locked.id, actorId: locked.id });
      return this.signIns.open({ ...locked, passwordHash: hash }, browser);
    });
  }

  private async open(typed: string): Promise<{ letters: string; code: StoredCode; account: Account }> {
    const address = currentRequest()?.address;
    await this.throttle.enter(address);
    const letters = readCode(typed) ?? '';
    const code = letters ? await this.codes.byCode(letters) : undefined;
    const fault = codeFault(code, this.clock.now());
    if (fault) await this.throttle.failed(address);
    if (fault === identityErrors.code_expired && code) throw new AppError(fault, { day: formatDay(dayOf(code.expiresAt)) });
    const account = code && (await this.accounts.byId(code.accountId));
    if (fault || !code || !account) throw new AppError(fault ?? identityErrors.code_unknown);
    return { letters, code, account };
  }
}
