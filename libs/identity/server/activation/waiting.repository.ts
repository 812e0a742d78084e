import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@halong/platform/server';
import { employedOn } from '../account/account-list.repository.ts';

/** Somebody of the unit who has not chosen a password yet; `accountId` is null while there is no account. */
export interface WaitingPerson {
  personId: number;
  displayName: string;
  email: string | null;
  unitName: string;
  accountId: number | null;
}

@Injectable()
export class WaitingRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Everybody who works today in the unit or below and has no password, unit by unit, by given name. Disabled accounts do not wait. */
  async inSubtree(unitId: number, limit: number): Promise<WaitingPerson[]> {
    const today = this.clock.today();
    const rows = await this.db.rows<WaitingPerson>(
      `SELECT p.id AS personId, p.full_name AS displayName, p.email, MIN(u.name_vi) AS unitName, a.id AS accountId
       FROM organisation_unit_ancestor n
       JOIN organisation_employment e ON e.unit_id = n.unit_id AND ${employedOn('e')}
       JOIN organisation_unit u ON u.id = e.unit_id
       JOIN organisation_person p ON p.id = e.person_id
       LEFT JOIN identity_account a ON a.person_id = p.id
       WHERE n.ancestor_id = ? AND (a.id IS NULL OR (a.password_hash IS NULL AND a.disabled_at IS NULL))
       GROUP BY p.id, p.full_name, p.email, p.sort_name, a.id
       ORDER BY unitName, p.sort_name, p.id LIMIT ?`,
      [today, today, unitId, limit],
    );
    return rows;
  }

  async logins(accountIds: readonly number[]): Promise<Map<number, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; login: string }>('SELECT id, login FROM identity_account WHERE id IN (?)', [accountIds]);
    return new Map(rows.map(({ id, login }) => [id, login]));
  }

  /** Locks the accounts that still wait; answers those of them. */
  async lock(accountIds: readonly number[]): Promise<Set<number>> {
    if (accountIds.length === 0) return new Set();
    const rows = await this.db.rows<{ id: number }>(
      'SELECT id FROM identity_account WHERE id IN (?) AND password_hash IS NULL AND disabled_at IS NULL ORDER BY id FOR UPDATE',
      [accountIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
