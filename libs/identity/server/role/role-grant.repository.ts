import { Injectable } from '@nestjs/common';
import type { Role, ScopeType } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { ClassScopes, type ClassScope } from './class-scopes.ts';
import { isValidOn, type DatedGrant } from './role-grant.rules.ts';

/** SQL for "valid on this day"; takes the day twice as parameters. */
export const validToday = (alias: string): string =>
  `${alias}.ended_at IS NULL AND ${alias}.valid_from <= ? AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ?)`;

export interface StoredGrant extends DatedGrant {
  id: number;
  accountId: number;
  endedAt: Date | null;
  reason: string | null;
  grantedBy: string | null;
  /** The unit or class it is limited to, in words. */
  scopeNameVi: string | null;
  scopeNameEn: string | null;
  /** Valid today and not withdrawn. */
  current: boolean;
}

interface Row {
  id: number;
  account_id: number;
  role: Role;
  scope_type: ScopeType;
  scope_id: number;
  valid_from: string;
  valid_to: string | null;
  ended_at: Date | null;
  reason: string | null;
  granted_by_name: string | null;
  name_vi: string | null;
  name_en: string | null;
}

const grantOf = (row: Row, today: string): StoredGrant => ({
  id: row.id, accountId: row.account_id, role: row.role, scopeType: row.scope_type, scopeId: row.scope_id, validFrom: row.valid_from, validTo: row.valid_to,
  endedAt: row.ended_at, reason: row.reason, grantedBy: row.granted_by_name, scopeNameVi: row.name_vi, scopeNameEn: row.name_en,
  current: row.ended_at === null && isValidOn({ validFrom: row.valid_from, validTo: row.valid_to }, today),
});

const select = `SELECT g.id, g.account_id, g.role, g.scope_type, g.scope_id, g.valid_from, g.valid_to, g.ended_at, g.reason,
    b.display_name AS granted_by_name, u.name_vi, u.name_en
  FROM identity_role_grant g
  LEFT JOIN identity_account b ON b.id = g.granted_by
  LEFT JOIN organisation_unit u ON u.id = g.scope_id AND g.scope_type IN ('ORG_SUBTREE', 'INSTITUTION')`;

@Injectable()
export class RoleGrantRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly classScopes: ClassScopes,
  ) {}

  /** The roles valid today of these accounts, in the order in which they were granted. */
  async currentOf(accountIds: readonly number[]): Promise<StoredGrant[]> {
    if (accountIds.length === 0) return [];
    const today = this.clock.today();
    const rows = await this.db.rows<Row>(`${select} WHERE g.account_id IN (?) AND ${validToday('g')} ORDER BY g.id`, [accountIds, today, today]);
    return this.named(rows.map((row) => grantOf(row, today)));
  }

  /** Every grant of the account, the newest first. */
  async allOf(accountId: number): Promise<StoredGrant[]> {
    const rows = await this.db.rows<Row>(`${select} WHERE g.account_id = ? ORDER BY g.id DESC`, [accountId]);
    return this.named(rows.map((row) => grantOf(row, this.clock.today())));
  }

  /** With the names of the classes, which a domain downstream knows; one more statement when there is any. */
  private async named(grants: StoredGrant[]): Promise<StoredGrant[]> {
    const ids = new Set(grants.filter(({ scopeType }) => scopeType === 'CLASS').map(({ scopeId }) => scopeId));
    const classes = new Map((await this.classScopes.named([...ids])).map((one) => [one.id, one]));
    return grants.map((grant) => {
      const found = grant.scopeType === 'CLASS' ? classes.get(grant.scopeId) : undefined;
      return found ? { ...grant, scopeNameVi: found.nameVi, scopeNameEn: found.nameEn } : grant;
    });
  }

  add(grant: DatedGrant & { accountId: number; reason: string | null; grantedBy: number | null }): Promise<number> {
    return this.db.insert('identity_role_grant', {
      account_id: grant.accountId, role: grant.role, scope_type: grant.scopeType, scope_id: grant.scopeId, valid_from: grant.validFrom,
      valid_to: grant.validTo, reason: grant.reason, granted_by: grant.grantedBy,
    });
  }

  async end(id: number): Promise<void> {
    await this.db.run('UPDATE identity_role_grant SET ended_at = ? WHERE id = ? AND ended_at IS NULL', [this.clock.now(), id]);
  }

  /** Locks and counts the enabled accounts other than this one that administer the system today. */
  async otherAdministrators(accountId: number): Promise<number> {
    const today = this.clock.today();
    const rows = await this.db.rows<{ account_id: number }>(
      `SELECT g.account_id FROM identity_role_grant g JOIN identity_account a ON a.id = g.account_id
       WHERE g.role = 'SYSTEM_ADMIN' AND g.scope_type = 'GLOBAL' AND ${validToday('g')} AND a.disabled_at IS NULL FOR UPDATE`,
      [today, today],
    );
    return new Set(rows.map(({ account_id }) => account_id).filter((other) => other !== accountId)).size;
  }

  isClass(id: number): Promise<boolean> {
    return this.classScopes.exists(id);
  }

  classes(search: string): Promise<ClassScope[]> {
    return this.classScopes.find(search);
  }

  async isUnit(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM organisation_unit WHERE id = ?', [id])) !== undefined;
  }
}
