import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import { scopeOf } from './upload-limit.rules.ts';
import type { LimitRow, NewUpload, UploadRow } from './upload.rows.ts';

const columns = `id, token, owner_id AS ownerId, class_id AS classId, purpose, classification, name, bytes, state, sha256, document_id AS documentId, refusal,
  CAST(refusal_params AS CHAR) AS refusalParams, created_at AS createdAt, received_at AS receivedAt, expires_at AS expiresAt`;

type Stored = Omit<UploadRow, 'refusalParams'> & { refusalParams: string | null };

const rowOf = (row: Stored): UploadRow => ({
  ...row, bytes: Number(row.bytes), refusalParams: row.refusalParams ? (JSON.parse(row.refusalParams) as Record<string, string | number>) : null,
});

@Injectable()
export class UploadRepository {
  constructor(private readonly db: Database) {}

  async byToken(token: string): Promise<UploadRow | undefined> {
    const row = await this.db.row<Stored>(`SELECT ${columns} FROM materials_upload WHERE token = ?`, [token]);
    return row && rowOf(row);
  }

  async byId(id: number): Promise<UploadRow | undefined> {
    const row = await this.db.row<Stored>(`SELECT ${columns} FROM materials_upload WHERE id = ?`, [id]);
    return row && rowOf(row);
  }

  async insert(upload: NewUpload): Promise<void> {
    const { token, ownerId, classId, purpose, classification, name, bytes, createdAt, expiresAt } = upload;
    await this.db.insert('materials_upload', {
      token, owner_id: ownerId, class_id: classId, purpose, classification, name, bytes, created_at: createdAt, expires_at: expiresAt,
    });
  }

  async openOf(ownerId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM materials_upload WHERE owner_id = ? AND state = 'RECEIVING'", [ownerId]);
    return Number(row?.n ?? 0);
  }

  async countByState(): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ state: string; n: number }>("SELECT state, COUNT(*) AS n FROM materials_upload WHERE state IN ('RECEIVING', 'CHECKING', 'QUARANTINED') GROUP BY state");
    return new Map(rows.map(({ state, n }) => [state, Number(n)]));
  }

  /** Answers whether it was this call that closed it. */
  async received(id: number, sha256: string | null, at: Date): Promise<boolean> {
    return this.moved("UPDATE materials_upload SET state = 'CHECKING', sha256 = ?, received_at = ? WHERE id = ? AND state = 'RECEIVING'", [sha256, at, id]);
  }

  async hashed(id: number, sha256: string): Promise<void> {
    await this.db.run('UPDATE materials_upload SET sha256 = ? WHERE id = ?', [sha256, id]);
  }

  async quarantined(id: number): Promise<void> {
    await this.db.run("UPDATE materials_upload SET state = 'QUARANTINED' WHERE id = ? AND state = 'CHECKING'", [id]);
  }

  async refused(id: number, code: string, params: object): Promise<boolean> {
    return this.moved("UPDATE materials_upload SET state = 'REFUSED', refusal = ?, refusal_params = ? WHERE id = ? AND state IN ('CHECKING', 'QUARANTINED')", [code, JSON.stringify(params), id]);
  }

  async ready(id: number): Promise<boolean> {
    return this.moved("UPDATE materials_upload SET state = 'READY' WHERE id = ? AND state IN ('CHECKING', 'QUARANTINED')", [id]);
  }

  async belongsTo(id: number, documentId: number): Promise<void> {
    await this.db.run('UPDATE materials_upload SET document_id = ? WHERE id = ?', [documentId, id]);
  }

  async expiresAt(token: string, at: Date): Promise<void> {
    await this.db.run("UPDATE materials_upload SET expires_at = ? WHERE token = ? AND state = 'RECEIVING'", [at, token]);
  }

  /** Gives up an upload that is still open and that nobody writes to. */
  async drop(id: number): Promise<boolean> {
    return this.moved("DELETE FROM materials_upload WHERE id = ? AND state = 'RECEIVING'", [id]);
  }

  async expired(now: Date): Promise<UploadRow[]> {
    const rows = await this.db.rows<Stored>(`SELECT ${columns} FROM materials_upload WHERE state = 'RECEIVING' AND expires_at < ? AND (locked_until IS NULL OR locked_until < NOW(3)) LIMIT 500`, [now]);
    return rows.map(rowOf);
  }

  /** Receipts are kept for a month. */
  async forget(before: Date): Promise<void> {
    await this.db.run("DELETE FROM materials_upload WHERE state IN ('READY', 'REFUSED') AND created_at < ? LIMIT 5000", [before]);
  }

  async knownOf(tokens: readonly string[]): Promise<Set<string>> {
    if (tokens.length === 0) return new Set();
    const rows = await this.db.rows<{ token: string }>("SELECT token FROM materials_upload WHERE token IN (?) AND state NOT IN ('READY', 'REFUSED')", [tokens]);
    return new Set(rows.map(({ token }) => token));
  }

  async limits(accountId: number | null, classId: number | null): Promise<LimitRow[]> {
    const rows = await this.db.rows<LimitRow>(
      `SELECT class_id AS classId, account_id AS accountId, max_bytes AS maxBytes, open_uploads AS openUploads FROM materials_upload_limit
       WHERE (account_id IS NULL OR account_id = ?) AND (class_id IS NULL OR class_id = ?)`,
      [accountId, classId],
    );
    return rows.map((row) => ({ ...row, maxBytes: Number(row.maxBytes) }));
  }

  async allLimits(): Promise<LimitRow[]> {
    const rows = await this.db.rows<LimitRow>('SELECT class_id AS classId, account_id AS accountId, max_bytes AS maxBytes, open_uploads AS openUploads FROM materials_upload_limit ORDER BY id');
    return rows.map((row) => ({ ...row, maxBytes: Number(row.maxBytes) }));
  }

  async setLimit(limit: LimitRow): Promise<void> {
    await this.db.run(
      `INSERT INTO materials_upload_limit (scope, class_id, account_id, max_bytes, open_uploads) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE max_bytes = VALUES(max_bytes), open_uploads = VALUES(open_uploads)`,
      [scopeOf(limit), limit.classId, limit.accountId, limit.maxBytes, limit.openUploads],
    );
  }

  /** The limit of everybody stays. */
  async removeLimit(limit: Pick<LimitRow, 'classId' | 'accountId'>): Promise<void> {
    await this.db.run("DELETE FROM materials_upload_limit WHERE scope = ? AND scope <> 'all'", [scopeOf(limit)]);
  }

  private async moved(sql: string, params: readonly (string | number | null | Date)[]): Promise<boolean> {
    return (await this.db.run(sql, params)).affectedRows === 1;
  }
}
