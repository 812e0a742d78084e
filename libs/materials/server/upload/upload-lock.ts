import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lock, Locker, RequestRelease } from '@tus/server';
import { materialsErrors } from '@halong/materials/contract';
import { AppError } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';

const leaseSeconds = 6;
const beatMs = 1_000;
const patienceMs = 10_000;

/**
 * One writer an upload, whatever the number of api processes: a lease in its row, renewed while bytes come. Whoever
 * waits says so, and the writer before (a connection that is half dead, mostly) lets go within a beat.
 */
export class UploadLocks implements Locker {
  constructor(private readonly db: Database) {}

  newLock(token: string): Lock {
    return new UploadLock(this.db, token);
  }
}

class UploadLock implements Lock {
  private readonly holder = randomBytes(16).toString('hex');
  private beat: NodeJS.Timeout | undefined;
  private leased = false;

  constructor(
    private readonly db: Database,
    private readonly token: string,
  ) {}

  /** @throws AppError upload_busy when the one before does not let go in time */
  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    for (let waited = 0; waited < patienceMs && !signal.aborted; waited += 200) {
      if (await this.take()) {
        this.beat = setInterval(() => void this.renew(release).catch(() => undefined), beatMs).unref();
        return;
      }
      await sleep(200);
    }
    throw new AppError(materialsErrors.upload_busy);
  }

  async unlock(): Promise<void> {
    clearInterval(this.beat);
    await this.db.run('UPDATE materials_upload SET locked_by = NULL, locked_until = NULL, lock_wanted = 0 WHERE token = ? AND locked_by = ?', [this.token, this.holder]);
  }

  /** An upload that has no row yet is being made by this very request: nobody else knows its name. */
  private async take(): Promise<boolean> {
    const taken = await this.db.run(
      `UPDATE materials_upload SET locked_by = ?, locked_until = NOW(3) + INTERVAL ${leaseSeconds} SECOND, lock_wanted = 0 WHERE token = ? AND (locked_until IS NULL OR locked_until < NOW(3))`,
      [this.holder, this.token],
    );
    this.leased = taken.affectedRows === 1;
    if (this.leased) return true;
    const asked = await this.db.run('UPDATE materials_upload SET lock_wanted = 1, locked_until = locked_until WHERE token = ?', [this.token]);
    return asked.affectedRows === 0;
  }

  private async renew(release: RequestRelease): Promise<void> {
    if (!this.leased) return;
    await this.db.run(`UPDATE materials_upload SET locked_until = NOW(3) + INTERVAL ${leaseSeconds} SECOND WHERE token = ? AND locked_by = ?`, [this.token, this.holder]);
    const row = await this.db.row<{ wanted: number }>('SELECT lock_wanted AS wanted FROM materials_upload WHERE token = ? AND locked_by = ?', [this.token, this.holder]);
    if (row === undefined || row.wanted) await release();
  }
}
