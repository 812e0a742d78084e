import { Injectable } from '@nestjs/common';
import { identityErrors, showCode, type AccountDetail, type AccountItem } from '@halong/identity/contract';
import { AppError, platformErrors, type Actor, type Language, type Page } from '@halong/platform/contract';
import { Audit, currentRequest, Database, isDuplicate } from '@halong/platform/server';
import { OneTimeCodeRepository } from '../activation/one-time-code.repository.ts';
import { RoleGrantRepository } from '../role/role-grant.repository.ts';
import { SessionService } from '../session/session.service.ts';
import { AccountListRepository, type AccountFilter } from './account-list.repository.ts';
import { abilitiesOn, mayManageAccounts } from './account.policy.ts';
import { presentDetail, presentItem } from './account.presenter.ts';
import { AccountRepository } from './account.repository.ts';
import type { Account } from './account.ts';

export interface Reasoned {
  reason: string;
  version: number;
}

const languageNow = (): Language => currentRequest()?.language ?? 'vi';

/** Accounts as the system administrator manages them. */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly accounts: AccountRepository,
    private readonly listed: AccountListRepository,
    private readonly grants: RoleGrantRepository,
    private readonly codes: OneTimeCodeRepository,
    private readonly sessions: SessionService,
  ) {}

  async list(actor: Actor, filter: AccountFilter): Promise<Page<AccountItem>> {
    this.assertManages(actor);
    const { accounts, total } = await this.listed.page(filter);
    const ids = accounts.map(({ id }) => id);
    const units = await this.listed.unitNames(accounts.flatMap(({ personId }) => personId ?? []), languageNow());
    const seen = await this.listed.lastSeen(ids);
    const grants = await this.grants.currentOf(ids);
    const items = accounts.map((account) =>
      presentItem(
        account,
        {
          unitName: units.get(account.personId ?? 0) ?? null,
          lastSeenAt: seen.get(account.id) ?? null,
          grants: grants.filter(({ accountId }) => accountId === account.id),
        },
        languageNow(),
      ),
    );
    return { items, total, page: filter.page, size: filter.size };
  }

  /** @throws AppError not_found */
  async get(actor: Actor, id: number): Promise<AccountDetail> {
    this.assertManages(actor);
    return this.present(actor, this.found(await this.accounts.byId(id)));
  }

  /**
   * For a person of the personnel list, or for somebody external.
   * @throws AppError person_unknown, person_has_account, login_taken, email_taken
   */
  async create(actor: Actor, wanted: { personId?: number; displayName?: string; email?: string; login?: string }): Promise<AccountDetail> {
    return this.db.transaction(async () => {
      this.assertManages(actor);
      const person = wanted.personId === undefined ? undefined : await this.personWithoutAccount(wanted.personId);
      const email = wanted.email?.toLowerCase() ?? person?.email ?? null;
      if (wanted.email && (await this.accounts.isEmailTaken(wanted.email))) throw new AppError(identityErrors.email_taken, { email: wanted.email });
      const id = await this.add({ displayName: person?.fullName ?? wanted.displayName ?? '', personId: person?.id ?? null, email }, wanted.login);
      const account = this.found(await this.accounts.byId(id));
      await this.audit.record({ action: 'account.created', subjectType: 'account', subjectId: id, after: { login: account.login, personId: account.personId } });
      return this.present(actor, account);
    });
  }

  /** Ends every session and open socket of the account. @throws AppError own_account, last_administrator, stale_version */
  async disable(actor: Actor, id: number, { reason, version }: Reasoned): Promise<AccountDetail> {
    return this.db.transaction(async () => {
      const account = await this.forChange(actor, id, version);
      if (account.id === actor.accountId) throw new AppError(identityErrors.own_account);
      if ((await this.grants.otherAdministrators(id)) === 0) throw new AppError(identityErrors.last_administrator);
      if (account.disabledAt) return this.present(actor, account);
      await this.accounts.setDisabled(id, true);
      await this.codes.endOpen([id]);
      await this.sessions.endAll(id);
      await this.audit.record({ action: 'account.disabled', subjectType: 'account', subjectId: id, reason, before: { disabled: false }, after: { disabled: true } });
      return this.present(actor, this.found(await this.accounts.byId(id)));
    });
  }

  async enable(actor: Actor, id: number, { reason, version }: Reasoned): Promise<AccountDetail> {
    return this.db.transaction(async () => {
      const account = await this.forChange(actor, id, version);
      if (!account.disabledAt) return this.present(actor, account);
      await this.accounts.setDisabled(id, false);
      await this.audit.record({ action: 'account.enabled', subjectType: 'account', subjectId: id, reason, before: { disabled: true }, after: { disabled: false } });
      return this.present(actor, this.found(await this.accounts.byId(id)));
    });
  }

  /** A new code, shown once; the older ones end. @throws AppError disabled_gets_no_code */
  async issueCode(actor: Actor, id: number): Promise<{ code: string; expiresAt: string }> {
    return this.db.transaction(async () => {
      const account = await this.forChange(actor, id);
      if (!abilitiesOn(actor, account).issueCode) throw new AppError(identityErrors.disabled_gets_no_code);
      const { codes, expiresAt } = await this.codes.issue([id]);
      await this.accounts.nextVersion(id);
      await this.audit.record({ action: 'account.code_issued', subjectType: 'account', subjectId: id, after: { expiresAt } });
      return { code: showCode(codes.get(id) ?? ''), expiresAt: expiresAt.toISOString() };
    });
  }

  /** The account, locked, if this actor may manage it and looked at this version. @throws AppError not_found, stale_version */
  async forChange(actor: Actor, id: number, version?: number): Promise<Account> {
    this.assertManages(actor);
    const account = this.found(await this.accounts.byIdForUpdate(id));
    if (version !== undefined && account.version !== version) throw new AppError(platformErrors.stale_version);
    return account;
  }

  async present(actor: Actor, account: Account): Promise<AccountDetail> {
    const units = await this.listed.unitNames(account.personId === null ? [] : [account.personId], languageNow());
    const about = {
      unitName: units.get(account.personId ?? 0) ?? null,
      lastSeenAt: (await this.listed.lastSeen([account.id])).get(account.id) ?? null,
      grants: await this.grants.allOf(account.id),
      devices: await this.listed.devices(account.id),
      codeExpiresAt: await this.codes.openUntil(account.id),
    };
    return presentDetail(actor, account, about, languageNow());
  }

  private async personWithoutAccount(personId: number) {
    const [person] = await this.accounts.persons([personId]);
    if (!person) throw new AppError(identityErrors.person_unknown);
    const existing = (await this.accounts.idsOfPersons([personId])).get(personId);
    const account = existing === undefined ? undefined : await this.accounts.byId(existing);
    if (account) throw new AppError(identityErrors.person_has_account, { login: account.login });
    return person;
  }

  private async add(account: { displayName: string; personId: number | null; email: string | null }, login: string | undefined): Promise<number> {
    if (login === undefined) return this.accounts.addWithMadeLogin(account);
    try {
      return await this.accounts.add(account, login);
    } catch (error) {
      throw isDuplicate(error) ? new AppError(identityErrors.login_taken, { login }) : error;
    }
  }

  private found(account: Account | undefined): Account {
    if (!account) throw new AppError(platformErrors.not_found);
    return account;
  }

  /** @throws AppError not_found */
  assertManages(actor: Actor): void {
    if (!mayManageAccounts(actor)) throw new AppError(platformErrors.not_found);
  }
}
