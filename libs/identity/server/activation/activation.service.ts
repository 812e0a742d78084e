import { Injectable } from '@nestjs/common';
import { identityErrors } from '@halong/identity/contract';
import { AppError } from '@halong/platform/contract';
import { Audit, Database } from '@halong/platform/server';
import { AccountRepository } from '../account/account.repository.ts';
import { passwordFault } from '../password/password.rules.ts';
import { Passwords } from '../password/passwords.ts';
import { refusePassword } from '../password/refuse-password.ts';
import { SessionService, type Browser } from '../session/session.service.ts';
import { SignInService, type SignedIn } from '../session/sign-in.service.ts';
import { CodeCheckService } from './code-check.service.ts';
import { maskName } from './one-time-code.rules.ts';

/** People choose their password with the code that they were given. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly codes: CodeCheckService,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
  ) {}

  /** Whose account the code opens, the name masked. @throws AppError code_unknown, code_used, code_expired, too_many_requests */
  async check(typed: string): Promise<{ displayName: string; login: string; expiresAt: string }> {
    const { code, account } = await this.codes.find(typed);
    return { displayName: maskName(account.displayName), login: account.login, expiresAt: code.expiresAt.toISOString() };
  }

  /**
   * Sets the password, ends older sessions and signs in. The code works once, however often it is sent at the same time.
   * @throws AppError as `check`, and password_short, password_common, password_is_name, account_disabled, sign_in_busy
   */
  async activate(typed: { code: string; password: string }, browser: Browser): Promise<SignedIn> {
    const { letters, account } = await this.codes.find(typed.code);
    if (account.disabledAt) throw new AppError(identityErrors.account_disabled);
    refusePassword(passwordFault(typed.password, account));
    const passwordHash = await this.passwords.hash(typed.password);
    return this.db.transaction(async () => {
      const locked = await this.codes.use(account.id, letters);
      await this.accounts.setPassword(locked.id, passwordHash);
      await this.sessions.endAll(locked.id);
      await this.audit.record({ action: 'account.activated', subjectType: 'account', subjectId: locked.id, actorId: locked.id });
      return this.signIns.open({ ...locked, passwordHash }, browser);
    });
  }
}
