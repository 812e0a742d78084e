import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { isDuplicate } from '../database/sql.ts';
import { currentRequest } from '../request/request-context.ts';

export interface AuditEntry {
  action: string;
  subjectType: string;
  subjectId: number;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
  /** Left out: the actor of the running request; null: the system itself. */
  actorId?: number | null;
}

interface AuditRow {
  id: number;
  at: Date;
  actor_id: number | null;
  action: string;
  subject_type: string;
  subject_id: number;
  reason: string | null;
  before: string;
  after: string;
  request_id: string;
}

export interface AuditVerdict {
  ok: boolean;
  checked: number;
  waiting: number;
  /** The first broken link and what is wrong with it. */
  brokenAt?: number;
  why?: string;
}

const columns = 'a.id, a.at, a.actor_id, a.action, a.subject_type, a.subject_id, a.reason, a.`before`, a.`after`, a.request_id';
const genesis = '0'.repeat(64);

function linkHash(previous: string, row: AuditRow): string {
  const content = [
    row.id, row.at.toISOString(), row.actor_id, row.action, row.subject_type, row.subject_id, row.reason, row.before, row.after, row.request_id,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(content)).digest('hex');
}

/** Append-only record of who changed what and why; a hash chain makes later changes visible. */
export class Audit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly key: Buffer,
    /** Keeps the signed head of the chain outside the database, so that cutting its end shows. */
    private readonly anchor: { read(): string | undefined; write(text: string): void },
  ) {}

  /** Call it inside the transaction that makes the change. */
  async record(entry: AuditEntry): Promise<void> {
    const request = currentRequest();
    await this.db.insert('platform_audit', {
      at: this.clock.now(),
      actor_id: entry.actorId === undefined ? (request?.actor?.accountId ?? null) : entry.actorId,
      action: entry.action,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      reason: entry.reason ?? null,
      '`before`': JSON.stringify(entry.before ?? null),
      '`after`': JSON.stringify(entry.after ?? null),
      request_id: request?.requestId ?? 'system',
    });
  }

  /**
   * Links the rows that wait, at most `limit`; answers how many. Of two sequencers the unique number of the
   * next link lets one through; the other looks again.
   */
  async link(limit = 500): Promise<number> {
    for (;;) {
      try {
        return await this.linkOnce(limit);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    }
  }

  private async linkOnce(limit: number): Promise<number> {
    const linked = await this.db.transaction(async () => {
      const last = await this.db.row<{ seq: number; hash: string; audit_id: number }>('SELECT seq, hash, audit_id FROM platform_audit_link ORDER BY seq DESC LIMIT 1 FOR UPDATE');
      // Ids are given before commits: an older neighbour may appear late, but never ten thousand rows late.
      const from = Math.max(0, Number(last?.audit_id ?? 0) - 10_000);
      const rows = await this.db.rows<AuditRow>(
        `SELECT ${columns} FROM platform_audit a LEFT JOIN platform_audit_link l ON l.audit_id = a.id WHERE l.seq IS NULL AND a.id > ? ORDER BY a.id LIMIT ${limit}`,
        [from],
      );
      let hash = last?.hash ?? genesis;
      let seq = Number(last?.seq ?? 0);
      const links = rows.map((row) => {
        hash = linkHash(hash, row);
        seq += 1;
        return { seq, audit_id: row.id, hash };
      });
      if (links.length > 0) await this.db.insertMany('platform_audit_link', links);
      return { count: rows.length, seq, hash };
    });
    if (linked.count > 0) await this.moveAnchor(linked.seq, linked.hash);
    return linked.count;
  }

  /** The anchor only moves forward along its own chain; one that fits no more is kept as the evidence that it is. */
  private async moveAnchor(seq: number, hash: string): Promise<void> {
    const anchored = this.anchor.read();
    if (!anchored || (await this.isOnChain(anchored, seq))) this.anchor.write(this.sign(seq, hash));
  }

  /** Walks the whole chain in pages. Finds a changed, deleted, swapped or cut-off row. */
  async verify(): Promise<AuditVerdict> {
    let hash = genesis;
    let seq = 0;
    for (;;) {
      const links = await this.db.rows<AuditRow & { seq: number; hash: string; audit_id: number }>(
        `SELECT l.seq, l.hash, l.audit_id, ${columns} FROM platform_audit_link l LEFT JOIN platform_audit a ON a.id = l.audit_id
         WHERE l.seq > ? ORDER BY l.seq LIMIT 1000`,
        [seq],
      );
      if (links.length === 0) break;
      for (const link of links) {
        if (Number(link.seq) !== seq + 1) return this.broken(seq, seq + 1, 'a link is missing');
        if (link.id === null) return this.broken(seq, seq + 1, 'its record was deleted');
        hash = linkHash(hash, link);
        if (hash !== link.hash) return this.broken(seq, seq + 1, 'its record was changed');
        seq += 1;
      }
    }
    const anchored = this.anchor.read();
    if (anchored && !(await this.isOnChain(anchored, seq))) return this.broken(seq, seq + 1, 'the end of the chain was cut off or written anew');
    const waiting = await this.db.row<{ n: number }>(
      'SELECT COUNT(*) AS n FROM platform_audit a LEFT JOIN platform_audit_link l ON l.audit_id = a.id WHERE l.seq IS NULL',
    );
    return { ok: true, checked: seq, waiting: Number(waiting?.n ?? 0) };
  }

  private broken(checked: number, brokenAt: number, why: string): AuditVerdict {
    return { ok: false, checked, waiting: 0, brokenAt, why };
  }

  private sign(seq: number, hash: string): string {
    return `${seq} ${hash} ${createHmac('sha256', this.key).update(`${seq} ${hash}`).digest('hex')}\n`;
  }

  private async isOnChain(anchored: string, length: number): Promise<boolean> {
    const [seqText = '', hash = ''] = anchored.trim().split(' ');
    const seq = Number(seqText);
    if (this.sign(seq, hash).trim() !== anchored.trim() || seq > length) return false;
    const row = await this.db.row<{ hash: string }>('SELECT hash FROM platform_audit_link WHERE seq = ?', [seq]);
    return row?.hash === hash;
  }
}
