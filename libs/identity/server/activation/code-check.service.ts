import { Injectable } from '@nestjs/common';
import { identityErrors, readCode } from '@halong/identity/contract';
import { AppError } from '@halong/platform/contract';
import { Clock, currentRequest } from '@halong/platform/server';
import type { Account } from '../account/account.ts';
import { AccountRepository } from '../account/account.repository.ts';
import { Throttle } from '../throttle/throttle.ts';
import { OneTimeCodeRepository, type StoredCode } from './one-time-code.repository.ts';
import { codeFault } from './one-time-code.rules.ts';

/** Finds the account that a typed code opens; wrong codes count against the address that they come from. */
@Injectable()
export class CodeCheckService {
  constructor(
    private readonly clock: Clock,
    private readonly codes: OneTimeCodeRepository,
    private readonly accounts: AccountRepository,
    private readonly throttle: Throttle,
  ) {}

  /** @throws AppError code_unknown, code_used, code_expired, too_many_requests */
  async find(typed: string): Promise<{ letters: string; code: StoredCode; account: Account }> {
    const address = currentRequest()?.address;
    await this.throttle.enter(address);
    const letters = readCode(typed) ?? '';
    const code = letters ? await this.codes.byCode(letters) : undefined;
    const fault = codeFault(code, this.clock.now());
    if (fault) await this.throttle.failed(address);
    const account = code && (await this.accounts.byId(code.accountId));
    if (fault || !code || !account) throw new AppError(fault ?? identityErrors.code_unknown);
    return { letters, code, account };
  }

  /** Locks the account and uses the code up, for good; inside a transaction. @throws AppError code_unknown, code_used, code_expired */
  async use(accountId: number, letters: string): Promise<Account> {
    const account = await this.accounts.byIdForUpdate(accountId);
    const code = await this.codes.byCodeForUpdate(letters);
    const fault = codeFault(code, this.clock.now());
    if (fault || !code || !account) throw new AppError(fault ?? identityErrors.code_unknown);
    await this.codes.use(code.id);
    return account;
  }
}
