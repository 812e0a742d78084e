import { Injectable } from '@nestjs/common';
import { Clock, currentRequest, Database } from '@halong/platform/server';
import { codeExpiry, codeHash, newCode } from './one-time-code.rules.ts';

export interface StoredCode {
  id: number;
  accountId: number;
  expiresAt: Date;
  usedAt: Date | null;
}

const columns = 'id, account_id AS accountId, expires_at AS expiresAt, used_at AS usedAt';

@Injectable()
export class OneTimeCodeRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  byCode(code: string): Promise<StoredCode | undefined> {
    return this.db.row<StoredCode>(`SELECT ${columns} FROM identity_one_time_code WHERE code_hash = ?`, [codeHash(code)]);
  }

  byCodeForUpdate(code: string): Promise<StoredCode | undefined> {
    return this.db.row<StoredCode>(`SELECT ${columns} FROM identity_one_time_code WHERE code_hash = ? FOR UPDATE`, [codeHash(code)]);
  }

  /**
   * One new code for each account; the older ones end. The caller holds the accounts' rows.
   * @returns account → the code in clear, which is kept nowhere
   */
  async issue(accountIds: readonly number[]): Promise<{ codes: Map<number, string>; expiresAt: Date }> {
    const now = this.clock.now();
    const expiresAt = codeExpiry(now);
    const codes = new Map(accountIds.map((accountId) => [accountId, newCode()]));
    if (accountIds.length === 0) return { codes, expiresAt };
    await this.endOpen(accountIds, now);
    const issuedBy = currentRequest()?.actor?.accountId ?? null;
    await this.db.insertMany('identity_one_time_code', [...codes].map(([accountId, code]) => ({
      account_id: accountId, code_hash: codeHash(code), issued_by: issuedBy, expires_at: expiresAt,
    })));
    return { codes, expiresAt };
  }

  async use(id: number): Promise<void> {
    await this.db.run('UPDATE identity_one_time_code SET used_at = ? WHERE id = ?', [this.clock.now(), id]);
  }

  async endOpen(accountIds: readonly number[], now = this.clock.now()): Promise<void> {
    await this.db.run('UPDATE identity_one_time_code SET expires_at = ? WHERE account_id IN (?) AND used_at IS NULL AND expires_at > ?', [now, accountIds, now]);
  }

  async openUntil(accountId: number): Promise<Date | null> {
    const row = await this.db.row<{ expiresAt: Date | null }>(
      'SELECT MAX(expires_at) AS expiresAt FROM identity_one_time_code WHERE account_id = ? AND used_at IS NULL AND expires_at > ?',
      [accountId, this.clock.now()],
    );
    return row?.expiresAt ?? null;
  }
}
