import { Injectable } from '@nestjs/common';
import { identityErrors, type AccountDetail } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor, type RoleGrant } from '@halong/platform/contract';
import { Audit, Clock, currentRequest, Database } from '@halong/platform/server';
import { AccountRepository } from '../account/account.repository.ts';
import { AccountService, type Reasoned } from '../account/account.service.ts';
import { Revocation } from '../session/revocation.ts';
import { RoleGrantRepository, type StoredGrant } from './role-grant.repository.ts';
import { grantFault, type DatedGrant } from './role-grant.rules.ts';

const plain = ({ role, scopeType, scopeId, validFrom, validTo }: DatedGrant) => ({ role, scopeType, scopeId, validFrom, validTo });

/** Gives and takes roles; what the account may do changes with its next request. */
@Injectable()
export class RoleGrantService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly grants: RoleGrantRepository,
    private readonly accounts: AccountRepository,
    private readonly management: AccountService,
    private readonly revocation: Revocation,
  ) {}

  /** Classes to choose from. @throws AppError not_found */
  async findClasses(actor: Actor, search: string): Promise<{ id: number; name: string }[]> {
    this.management.assertManages(actor);
    const english = currentRequest()?.language === 'en';
    return (await this.grants.classes(search)).map(({ id, nameVi, nameEn }) => ({ id, name: english ? nameEn : nameVi }));
  }

  /** @throws AppError grant_scope, grant_unit_unknown, grant_class_unknown, grant_dates, grant_held, stale_version, not_found */
  async grant(actor: Actor, accountId: number, { reason, version, validTo, ...rest }: RoleGrant & { validFrom: string; validTo?: string | null } & Reasoned): Promise<AccountDetail> {
    return this.db.transaction(async () => {
      await this.management.forChange(actor, accountId, version);
      await this.add(accountId, { ...rest, validTo: validTo ?? null }, reason);
      return this.management.get(actor, accountId);
    });
  }

  /** @throws AppError own_account, last_administrator, stale_version, not_found */
  async withdraw(actor: Actor, accountId: number, grantId: number, { reason, version }: Reasoned): Promise<AccountDetail> {
    return this.db.transaction(async () => {
      await this.management.forChange(actor, accountId, version);
      const grant = (await this.grants.allOf(accountId)).find(({ id, endedAt }) => id === grantId && endedAt === null);
      if (!grant) throw new AppError(platformErrors.not_found);
      if (grant.role === 'SYSTEM_ADMIN') await this.assertAdministrationGoesOn(actor, grant);
      await this.grants.end(grantId);
      await this.accounts.nextVersion(accountId);
      await this.audit.record({ action: 'role.withdrawn', subjectType: 'account', subjectId: accountId, reason, before: plain(grant) });
      this.revocation.revoked(accountId);
      return this.management.get(actor, accountId);
    });
  }

  /** Without asking who does it, from today on where no day is given; inside a transaction, the account being locked. */
  async add(accountId: number, { validFrom = this.clock.today(), ...rest }: Omit<DatedGrant, 'validFrom'> & { validFrom?: string }, reason: string): Promise<void> {
    const wanted: DatedGrant = { ...rest, validFrom };
    const held = (await this.grants.allOf(accountId)).filter(({ endedAt }) => endedAt === null);
    const fault = grantFault(wanted, held, this.clock.today());
    if (fault) throw new AppError(fault);
    await this.assertScopeExists(wanted);
    await this.grants.add({ ...wanted, accountId, reason, grantedBy: currentRequest()?.actor?.accountId ?? null });
    await this.accounts.nextVersion(accountId);
    await this.audit.record({ action: 'role.granted', subjectType: 'account', subjectId: accountId, reason, after: plain(wanted) });
    this.revocation.changed(accountId);
  }

  private async assertScopeExists({ scopeType, scopeId }: RoleGrant): Promise<void> {
    if (scopeType === 'GLOBAL') return;
    if (scopeType === 'CLASS') {
      if (!(await this.grants.isClass(scopeId))) throw new AppError(identityErrors.grant_class_unknown);
    } else if (!(await this.grants.isUnit(scopeId))) throw new AppError(identityErrors.grant_unit_unknown);
  }

  private async assertAdministrationGoesOn(actor: Actor, grant: StoredGrant): Promise<void> {
    if (grant.accountId === actor.accountId) throw new AppError(identityErrors.own_account);
    if ((await this.grants.otherAdministrators(grant.accountId)) === 0) throw new AppError(identityErrors.last_administrator);
  }
}
