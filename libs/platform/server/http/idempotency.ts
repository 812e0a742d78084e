import { createHmac } from 'node:crypto';
import { AppError, platformErrors } from '@halong/platform/contract';
import type { Database } from '../database/database.ts';
import { isDuplicate } from '../database/sql.ts';

interface Stored {
  request_hash: string;
  answer: string;
}

class Repeated extends Error {}

/** Runs an unsafe request once per key: key, request hash and answer share the transaction of the effect. */
export class Idempotency {
  constructor(
    private readonly db: Database,
    /** Lives outside the database: bodies carry personal numbers, and those are few enough to be tried. */
    private readonly key: Buffer,
  ) {}

  /**
   * @param key what the client sent as Idempotency-Key (at most 80 characters)
   * @param request everything that makes two requests the same: method, path, body
   * @throws AppError key_reused when the key belongs to a different request
   */
  async once<T>(accountId: number, key: string, request: unknown, work: () => Promise<T>): Promise<T> {
    const hash = createHmac('sha256', this.key).update(`request ${JSON.stringify(request)}`).digest('hex');
    try {
      return await this.db.transaction(async () => {
        await this.reserve(accountId, key, hash);
        const answer = await work();
        await this.db.run('UPDATE platform_idempotency SET answer = ? WHERE account_id = ? AND request_key = ?', [
          JSON.stringify(answer ?? null), accountId, key,
        ]);
        return answer;
      });
    } catch (error) {
      if (!(error instanceof Repeated)) throw error;
      return this.stored<T>(accountId, key, hash);
    }
  }

  /** A second request with the same key waits here for the first one's transaction. */
  private async reserve(accountId: number, key: string, hash: string): Promise<void> {
    try {
      await this.db.run('INSERT INTO platform_idempotency (account_id, request_key, request_hash) VALUES (?, ?, ?)', [accountId, key, hash]);
    } catch (error) {
      throw isDuplicate(error) ? new Repeated() : error;
    }
  }

  private async stored<T>(accountId: number, key: string, hash: string): Promise<T> {
    // As text: drivers differ in whether they read JSON columns, and a stored string would look like stored text.
    const row = await this.db.row<Stored>(
      'SELECT request_hash, CAST(answer AS CHAR) AS answer FROM platform_idempotency WHERE account_id = ? AND request_key = ?',
      [accountId, key],
    );
    if (!row || row.request_hash !== hash) throw new AppError(platformErrors.key_reused);
    return JSON.parse(row.answer) as T;
  }

  /** Keys are kept for a week; the schedule calls this. */
  async forgetOld(): Promise<void> {
    while ((await this.db.run('DELETE FROM platform_idempotency WHERE created_at < NOW(3) - INTERVAL 7 DAY LIMIT 5000')).affectedRows === 5_000);
  }
}
