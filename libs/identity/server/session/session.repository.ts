import { Injectable } from '@nestjs/common';
import type { Language, Role, RoleGrant, ScopeType } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { validToday } from '../role/role-grant.repository.ts';

interface SessionRow {
  id: number;
  account_id: number;
  own_device: number;
  created_at: Date;
  seen_at: Date;
  login: string;
  display_name: string;
  person_id: number | null;
  language: Language;
  role: Role | null;
  scope_type: ScopeType;
  scope_id: number;
}

export interface LiveSession {
  id: number;
  accountId: number;
  ownDevice: boolean;
  createdAt: Date;
  seenAt: Date;
  login: string;
  displayName: string;
  personId: number | null;
  language: Language;
  grants: RoleGrant[];
}

@Injectable()
export class SessionRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Session, account and the roles valid today in one statement; nothing when the session or the account has ended. */
  async byToken(tokenHash: string): Promise<LiveSession | undefined> {
    const today = this.clock.today();
    const rows = await this.db.rows<SessionRow>(
      `SELECT s.id, s.account_id, s.own_device, s.created_at, s.seen_at, a.login, a.display_name, a.person_id, a.language, g.role, g.scope_type, g.scope_id
       FROM identity_session s
       JOIN identity_account a ON a.id = s.account_id AND a.disabled_at IS NULL
       LEFT JOIN identity_role_grant g ON g.account_id = a.id AND ${validToday('g')}
       WHERE s.token_hash = ? AND s.ended_at IS NULL`,
      [today, today, tokenHash],
    );
    const first = rows[0];
    if (!first) return undefined;
    const grants = rows.flatMap(({ role, scope_type, scope_id }) => (role ? [{ role, scopeType: scope_type, scopeId: scope_id }] : []));
    return {
      id: first.id, accountId: first.account_id, ownDevice: Boolean(first.own_device), createdAt: first.created_at, seenAt: first.seen_at,
      login: first.login, displayName: first.display_name, personId: first.person_id, language: first.language, grants,
    };
  }

  open(session: { accountId: number; tokenHash: string; ownDevice: boolean; userAgent: string; now: Date; expiresAt: Date }): Promise<number> {
    return this.db.insert('identity_session', {
      account_id: session.accountId, token_hash: session.tokenHash, own_device: session.ownDevice, user_agent: session.userAgent.slice(0, 200),
      created_at: session.now, seen_at: session.now, expires_at: session.expiresAt,
    });
  }

  async touch(id: number, at: Date): Promise<void> {
    await this.db.run('UPDATE identity_session SET seen_at = ? WHERE id = ? AND seen_at < ?', [at, id, at]);
  }

  /** Ends one session; answers whose it was. */
  async end(tokenHash: string, at: Date): Promise<number | undefined> {
    const row = await this.db.row<{ account_id: number }>('SELECT account_id FROM identity_session WHERE token_hash = ?', [tokenHash]);
    if (row) await this.db.run('UPDATE identity_session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL', [at, tokenHash]);
    return row?.account_id;
  }

  async endAll(accountId: number, at: Date): Promise<void> {
    await this.db.run('UPDATE identity_session SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL', [at, accountId]);
  }

  /** Sessions that nobody can use any more are kept for a month, to answer questions about them. */
  async forget(before: Date): Promise<void> {
    await this.db.run('DELETE FROM identity_session WHERE (ended_at < ? OR expires_at < ?) LIMIT 5000', [before, before]);
  }
}
