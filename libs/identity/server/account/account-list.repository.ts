import { Injectable } from '@nestjs/common';
import type { AccountState } from '@halong/identity/contract';
import { foldVietnamese, type Language, type PageQuery, type Role } from '@halong/platform/contract';
import { Clock, containing, Database, type SqlValue } from '@halong/platform/server';
import { validToday } from '../role/role-grant.repository.ts';
import type { ListedAccount } from './account.presenter.ts';

export interface AccountFilter extends PageQuery {
  unitId?: number;
  role?: Role;
  state?: AccountState;
}

const stateIs: Record<AccountState, string> = {
  ACTIVE: 'a.disabled_at IS NULL AND a.password_hash IS NOT NULL',
  WAITING: 'a.disabled_at IS NULL AND a.password_hash IS NULL',
  DISABLED: 'a.disabled_at IS NOT NULL',
};

/** SQL for "employed on this day"; takes the day twice. */
export const employedOn = (alias: string): string => `(${alias}.valid_from IS NULL OR ${alias}.valid_from <= ?) AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ?)`;


/** The list of accounts and what stands beside each; a constant number of statements, whatever the page shows. */
@Injectable()
export class AccountListRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async page(filter: AccountFilter): Promise<{ accounts: ListedAccount[]; total: number }> {
    const { where, params } = this.whereOf(filter);
    const counted = await this.db.row<{ total: number }>(`SELECT COUNT(*) AS total FROM identity_account a WHERE ${where}`, params);
    const accounts = await this.db.rows<ListedAccount>(
      `SELECT a.id, a.login, a.display_name AS displayName, a.person_id AS personId, a.email, a.password_hash IS NOT NULL AS hasPassword, a.disabled_at AS disabledAt
       FROM identity_account a WHERE ${where} ORDER BY a.sort_name, a.id LIMIT ? OFFSET ?`,
      [...params, filter.size, (filter.page - 1) * filter.size],
    );
    return { accounts: accounts.map((account) => ({ ...account, hasPassword: Boolean(account.hasPassword) })), total: Number(counted?.total ?? 0) };
  }

  /** person → the unit where they work today, the latest one when there are several. */
  async unitNames(personIds: readonly number[], language: Language): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const today = this.clock.today();
    const rows = await this.db.rows<{ person_id: number; name: string }>(
      `SELECT e.person_id, ${language === 'en' ? 'u.name_en' : 'u.name_vi'} AS name FROM organisation_employment e JOIN organisation_unit u ON u.id = e.unit_id
       WHERE e.person_id IN (?) AND ${employedOn('e')} ORDER BY e.id`,
      [personIds, today, today],
    );
    return new Map(rows.map(({ person_id, name }) => [person_id, name]));
  }

  async lastSeen(accountIds: readonly number[]): Promise<Map<number, Date>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.db.rows<{ account_id: number; seen_at: Date }>(
      'SELECT account_id, MAX(seen_at) AS seen_at FROM identity_session WHERE account_id IN (?) GROUP BY account_id',
      [accountIds],
    );
    return new Map(rows.map(({ account_id, seen_at }) => [account_id, seen_at]));
  }

  /** Where the account is signed in now. */
  async devices(accountId: number) {
    const rows = await this.db.rows<{ id: number; user_agent: string; own_device: number; created_at: Date; seen_at: Date }>(
      'SELECT id, user_agent, own_device, created_at, seen_at FROM identity_session WHERE account_id = ? AND ended_at IS NULL AND expires_at > ? ORDER BY seen_at DESC LIMIT 50',
      [accountId, this.clock.now()],
    );
    return rows.map((row) => ({ id: row.id, userAgent: row.user_agent, ownDevice: Boolean(row.own_device), createdAt: row.created_at, seenAt: row.seen_at }));
  }

  private whereOf({ search, unitId, role, state }: AccountFilter): { where: string; params: SqlValue[] } {
    const today = this.clock.today();
    const conditions: [string, SqlValue[]][] = [['TRUE', []]];
    if (search) conditions.push(['a.search_key LIKE ?', [containing(foldVietnamese(search))]]);
    if (state) conditions.push([stateIs[state], []]);
    if (role) conditions.push([`EXISTS (SELECT 1 FROM identity_role_grant g WHERE g.account_id = a.id AND g.role = ? AND ${validToday('g')})`, [role, today, today]]);
    if (unitId) {
      conditions.push([
        `EXISTS (SELECT 1 FROM organisation_employment e JOIN organisation_unit_ancestor n ON n.unit_id = e.unit_id AND n.ancestor_id = ?
          WHERE e.person_id = a.person_id AND ${employedOn('e')})`,
        [unitId, today, today],
      ]);
    }
    return { where: conditions.map(([sql]) => sql).join(' AND '), params: conditions.flatMap(([, values]) => values) };
  }
}
