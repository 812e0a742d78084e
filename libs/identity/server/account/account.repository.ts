import { Injectable } from '@nestjs/common';
import { foldVietnamese, givenNameKey, tidy, type Language } from '@halong/platform/contract';
import { Clock, Database, isDuplicate, type SqlValue } from '@halong/platform/server';
import type { Account } from './account.ts';
import { freeLogin, loginBase } from './login.rules.ts';

export interface NewAccount {
  displayName: string;
  personId: number | null;
  email: string | null;
}

export interface KnownPerson {
  id: number;
  fullName: string;
  email: string | null;
}

const columns = `id, login, display_name AS displayName, person_id AS personId, email, password_hash AS passwordHash, disabled_at AS disabledAt,
  language, version, created_at AS createdAt`;

@Injectable()
export class AccountRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  byId(id: number): Promise<Account | undefined> {
    return this.db.row<Account>(`SELECT ${columns} FROM identity_account WHERE id = ?`, [id]);
  }

  byIdForUpdate(id: number): Promise<Account | undefined> {
    return this.db.row<Account>(`SELECT ${columns} FROM identity_account WHERE id = ? FOR UPDATE`, [id]);
  }

  /** By login, else by an address that only one account has. */
  async bySignInName(name: string): Promise<Account | undefined> {
    const found = await this.db.rows<Account>(`SELECT ${columns} FROM identity_account WHERE login = ? UNION SELECT ${columns} FROM identity_account WHERE email = ?`, [name, name]);
    const byLogin = found.find(({ login }) => login === name);
    return byLogin ?? (found.length === 1 ? found[0] : undefined);
  }

  async isLoginTaken(login: string): Promise<boolean> {
    return (await this.db.row('SELECT id FROM identity_account WHERE login = ?', [login])) !== undefined;
  }

  async isEmailTaken(email: string): Promise<boolean> {
    return (await this.db.row('SELECT id FROM identity_account WHERE email = ?', [email])) !== undefined;
  }

  /** person → account, for those who have one. */
  async idsOfPersons(personIds: readonly number[]): Promise<Map<number, number>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; person_id: number }>('SELECT id, person_id FROM identity_account WHERE person_id IN (?)', [personIds]);
    return new Map(rows.map(({ id, person_id }) => [person_id, id]));
  }

  persons(ids: readonly number[]): Promise<KnownPerson[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.db.rows<KnownPerson>('SELECT id, full_name AS fullName, email FROM organisation_person WHERE id IN (?) ORDER BY id', [ids]);
  }

  /** With a login that was chosen. @throws a duplicate-key error when the login or the person has an account. */
  add(account: NewAccount, login: string): Promise<number> {
    return this.db.insert('identity_account', this.rowOf(account, login));
  }

  /** With a login made from the name. Whoever loses the race for a login tries the next number. */
  async addWithMadeLogin(account: NewAccount): Promise<number> {
    const base = loginBase(account.displayName);
    for (;;) {
      const login = freeLogin(base, await this.loginsLike([base]));
      try {
        return await this.add(account, login);
      } catch (error) {
        if (!isDuplicate(error) || !(await this.isLoginTaken(login))) throw error;
      }
    }
  }

  /**
   * Accounts for many persons, with logins made from their names. The unique keys decide: whoever lost a login to
   * somebody else gets the next number, and a person who has got an account meanwhile keeps that one.
   */
  async addForPersons(accounts: readonly (NewAccount & { personId: number })[]): Promise<void> {
    let open = [...accounts];
    while (open.length > 0) {
      const taken = await this.loginsLike(open.map(({ displayName }) => loginBase(displayName)));
      await this.insertWhereFree(open.map((account) => this.rowOf(account, freeLogin(loginBase(account.displayName), taken))));
      const done = await this.idsOfPersons(open.map(({ personId }) => personId));
      open = open.filter(({ personId }) => !done.has(personId));
    }
  }

  /** Takes over the names and addresses of these people where the accounts have others. Answers the accounts that have changed. */
  async followPersons(personIds: readonly number[]): Promise<number[]> {
    const people = new Map((await this.persons(personIds)).map((person) => [person.id, person]));
    const accounts = await this.db.rows<Account>(`SELECT ${columns} FROM identity_account WHERE person_id IN (?) ORDER BY id FOR UPDATE`, [personIds]);
    const changed: number[] = [];
    for (const { id, login, displayName, email, personId } of accounts) {
      const person = people.get(personId ?? 0);
      if (!person) continue;
      const copy = this.namesOf(person.fullName, login, person.email);
      if (copy.display_name === displayName && copy.email === email) continue;
      const names = Object.keys(copy).map((name) => `${name} = ?`).join(', ');
      await this.db.run(`UPDATE identity_account SET ${names}, version = version + 1 WHERE id = ?`, [...Object.values(copy), id]);
      changed.push(id);
    }
    return changed;
  }

  async setPassword(id: number, passwordHash: string): Promise<void> {
    await this.db.run('UPDATE identity_account SET password_hash = ?, version = version + 1 WHERE id = ?', [passwordHash, id]);
  }

  async setDisabled(id: number, disabled: boolean): Promise<void> {
    await this.db.run('UPDATE identity_account SET disabled_at = ?, version = version + 1 WHERE id = ?', [disabled ? this.clock.now() : null, id]);
  }

  /** Locks the account; false when it was disabled or got another password since it was read. */
  async isUnchanged(seen: Account): Promise<boolean> {
    const now = await this.byIdForUpdate(seen.id);
    return now !== undefined && now.disabledAt === null && now.passwordHash === seen.passwordHash;
  }

  async setLanguage(id: number, language: Language): Promise<void> {
    await this.db.run('UPDATE identity_account SET language = ? WHERE id = ?', [language, id]);
  }

  async nextVersion(id: number): Promise<void> {
    await this.db.run('UPDATE identity_account SET version = version + 1 WHERE id = ?', [id]);
  }

  private async insertWhereFree(rows: readonly Record<string, SqlValue>[]): Promise<void> {
    const names = Object.keys(rows[0] ?? {});
    const places = `(${names.map(() => '?').join(', ')})`;
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500);
      await this.db.run(
        `INSERT INTO identity_account (${names.join(', ')}) VALUES ${part.map(() => places).join(', ')} ON DUPLICATE KEY UPDATE id = id`,
        part.flatMap((row) => Object.values(row)),
      );
    }
  }

  private async loginsLike(bases: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ login: string }>("SELECT login FROM identity_account WHERE REGEXP_REPLACE(login, '[0-9]+$', '') IN (?)", [[...new Set(bases)]]);
    return new Set(rows.map(({ login }) => login));
  }

  private rowOf({ displayName, personId, email }: NewAccount, login: string): Record<string, SqlValue> {
    return { login, person_id: personId, created_at: this.clock.now(), ...this.namesOf(displayName, login, email) };
  }

  /** What an account copies of its person, and what lists sort and find by. */
  private namesOf(fullName: string, login: string, email: string | null): Record<string, string | null> {
    const name = tidy(fullName);
    return {
      display_name: name, email: email?.toLowerCase() ?? null, sort_name: givenNameKey(name),
      search_key: foldVietnamese(`${name} ${login} ${email ?? ''}`),
    };
  }
}
