import { Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import type { ItemRow } from './item.rows.ts';

/** A page that is drawn again asks for its links again: within these milliseconds that is one opening. */
const oneOpening = 600_000;

/** Who opened and downloaded what, and when. Who reads the log is decided where it is shown. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async note(actor: Actor, { id, versionId }: Pick<ItemRow, 'id' | 'versionId'>, kind: 'OPENED' | 'DOWNLOADED'): Promise<void> {
    if (versionId === null) return;
    const now = this.clock.now();
    await this.db.run(
      `INSERT INTO materials_access (item_id, version_id, account_id, kind, at) SELECT ?, ?, ?, ?, ? FROM DUAL
       WHERE NOT EXISTS (SELECT 1 FROM materials_access WHERE account_id = ? AND version_id = ? AND kind = ? AND at > ?)`,
      [id, versionId, actor.accountId, kind, now, actor.accountId, versionId, kind, new Date(now.getTime() - oneOpening)],
    );
  }

  /** The newest hundred of one person. */
  ofAccount(itemId: number, accountId: number): Promise<{ kind: 'OPENED' | 'DOWNLOADED'; at: Date; versionNo: number }[]> {
    return this.db.rows(
      `SELECT a.kind, a.at, v.no AS versionNo FROM materials_access a JOIN materials_item_version v ON v.id = a.version_id
       WHERE a.item_id = ? AND a.account_id = ? ORDER BY a.id DESC LIMIT 100`, [itemId, accountId],
    );
  }
}
