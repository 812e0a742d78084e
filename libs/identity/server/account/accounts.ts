import { Injectable } from '@nestjs/common';
import { identityErrors, showCode } from '@halong/identity/contract';
import { AppError, type RoleGrant } from '@halong/platform/contract';
import { Audit, Database } from '@halong/platform/server';
import { OneTimeCodeRepository } from '../activation/one-time-code.repository.ts';
import { Passwords } from '../password/passwords.ts';
import { RoleGrantService } from '../role/role-grant.service.ts';
import { SessionService } from '../session/session.service.ts';
import { AccountRepository } from './account.repository.ts';

/** What other domains, seeds and commands may do with accounts. Who may ask for it is the caller's question. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly repository: AccountRepository,
    private readonly grants: RoleGrantService,
    private readonly codes: OneTimeCodeRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
  ) {}

  /** person id → account id, for those who have an account. */
  idsOfPersons(personIds: readonly number[]): Promise<Map<number, number>> {
    return this.repository.idsOfPersons(personIds);
  }

  /** An account for each of these persons, made where there is none; without passwords. @returns person id → account id */
  ensureForPersons(personIds: readonly number[]): Promise<Map<number, number>> {
    return this.db.transaction(async () => {
      const known = await this.repository.idsOfPersons(personIds);
      const persons = await this.repository.persons(personIds.filter((id) => !known.has(id)));
      await this.repository.addForPersons(persons.map(({ id, fullName, email }) => ({ personId: id, displayName: fullName, email })));
      return this.repository.idsOfPersons(personIds);
    });
  }

  /** An account without a personnel record. @throws AppError login_taken */
  createExternal({ displayName, login, email = null }: { displayName: string; login?: string; email?: string | null }): Promise<number> {
    return this.db.transaction(async () => {
      if (login !== undefined && (await this.repository.isLoginTaken(login))) throw new AppError(identityErrors.login_taken, { login });
      const account = { displayName, personId: null, email };
      const id = login === undefined ? await this.repository.addWithMadeLogin(account) : await this.repository.add(account, login);
      await this.audit.record({ action: 'account.created', subjectType: 'account', subjectId: id, after: { displayName } });
      return id;
    });
  }

  /** The same for a person of the list. @throws AppError person_unknown, person_has_account, login_taken */
  createForPerson({ personId, login }: { personId: number; login: string }): Promise<number> {
    return this.db.transaction(async () => {
      const [person] = await this.repository.persons([personId]);
      if (!person) throw new AppError(identityErrors.person_unknown);
      if ((await this.repository.idsOfPersons([personId])).has(personId)) throw new AppError(identityErrors.person_has_account, { login });
      if (await this.repository.isLoginTaken(login)) throw new AppError(identityErrors.login_taken, { login });
      const id = await this.repository.add({ displayName: person.fullName, personId, email: person.email }, login);
      await this.audit.record({ action: 'account.created', subjectType: 'account', subjectId: id, after: { login, personId } });
      return id;
    });
  }

  /** From today on where no day is given. @throws AppError grant_scope, grant_unit_unknown, grant_dates, grant_held */
  grant(accountId: number, grant: RoleGrant & { validFrom?: string; validTo?: string | null; reason: string }): Promise<void> {
    const { reason, validTo = null, ...role } = grant;
    return this.db.transaction(async () => {
      await this.repository.byIdForUpdate(accountId);
      await this.grants.add(accountId, { ...role, validTo }, reason);
    });
  }

  /** Hashes (27 ms of a core) and ends older sessions. For demos and commands; people choose theirs with a code. */
  async setPassword(accountId: number, password: string): Promise<void> {
    const hash = await this.passwords.hash(password);
    await this.db.transaction(async () => {
      await this.repository.setPassword(accountId, hash);
      await this.sessions.endAll(accountId);
      await this.audit.record({ action: 'account.password_set', subjectType: 'account', subjectId: accountId });
    });
  }

  /** A new one-time code, as people read it; the older ones end. */
  issueCode(accountId: number): Promise<{ code: string; expiresAt: Date }> {
    return this.db.transaction(async () => {
      await this.repository.byIdForUpdate(accountId);
      const { codes, expiresAt } = await this.codes.issue([accountId]);
      await this.audit.record({ action: 'account.code_issued', subjectType: 'account', subjectId: accountId, after: { expiresAt } });
      return { code: showCode(codes.get(accountId) ?? ''), expiresAt };
    });
  }
}
