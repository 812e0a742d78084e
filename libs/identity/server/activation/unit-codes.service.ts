import { Injectable } from '@nestjs/common';
import { identityErrors, showCode } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { mayManageAccounts } from '../account/account.policy.ts';
import { AccountRepository } from '../account/account.repository.ts';
import { RoleGrantRepository } from '../role/role-grant.repository.ts';
import { OneTimeCodeRepository } from './one-time-code.repository.ts';
import type { Slip } from './slip-pdf/render-slips.ts';
import { WaitingRepository, type WaitingPerson } from './waiting.repository.ts';

/** What one sheaf of paper and one request can carry. */
const limit = 2_000;

export type IssuedSlip = Slip & { email: string | null };

/** Accounts and codes for everybody of a unit who has not chosen a password yet. No password is hashed here. */
@Injectable()
export class UnitCodesService {
  constructor(
    private readonly waiting: WaitingRepository,
    private readonly accounts: AccountRepository,
    private readonly codes: OneTimeCodeRepository,
    private readonly grants: RoleGrantRepository,
  ) {}

  /** Everybody who waits in the unit and below. @throws AppError not_found */
  async waitingIn(actor: Actor, unitId: number, most = 100_000): Promise<WaitingPerson[]> {
    if (!mayManageAccounts(actor) || !(await this.grants.isUnit(unitId))) throw new AppError(platformErrors.not_found);
    return this.waiting.inSubtree(unitId, most);
  }

  /** The same for one sheaf or one mailing. @throws AppError not_found, nobody_waits, too_many_slips */
  async sheafOf(actor: Actor, unitId: number): Promise<WaitingPerson[]> {
    const people = await this.waitingIn(actor, unitId);
    if (people.length === 0) throw new AppError(identityErrors.nobody_waits);
    if (people.length > limit) throw new AppError(identityErrors.too_many_slips, { people: people.length, limit });
    return people;
  }

  /** Makes the accounts that are missing and a new code for each; inside a transaction. Who has just activated is left out. */
  async issueTo(people: readonly WaitingPerson[]): Promise<IssuedSlip[]> {
    await this.accounts.addForPersons(people.filter(({ accountId }) => accountId === null));
    const accountOf = await this.accounts.idsOfPersons(people.map(({ personId }) => personId));
    const ids = await this.waiting.lock([...accountOf.values()]);
    const { codes, expiresAt } = await this.codes.issue([...ids]);
    const logins = await this.waiting.logins([...ids]);
    return people.flatMap(({ personId, displayName, unitName, email }) => {
      const accountId = accountOf.get(personId) ?? 0;
      const code = codes.get(accountId);
      return code ? [{ displayName, unitName, email, login: logins.get(accountId) ?? '', code: showCode(code), expiresAt }] : [];
    });
  }
}
