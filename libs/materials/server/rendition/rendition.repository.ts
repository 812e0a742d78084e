import { Injectable } from '@nestjs/common';
import type { DocumentKind, RenditionKind, RenditionReason } from '@halong/materials/contract';
import { foldVietnamese } from '@halong/platform/contract';
import { Clock, containing, Database } from '@halong/platform/server';
import type { PageText, RenditionFileRow, RenditionRow } from './rendition.rows.ts';

const columns = 'id, document_id AS documentId, kind, state, percent, reason, attempts';
const fileColumns = 'name, file_id AS fileId, media_type AS mediaType, bytes, width, height';

@Injectable()
export class RenditionRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  insert(documentId: number, kind: RenditionKind): Promise<number> {
    return this.db.insert('materials_rendition', { document_id: documentId, kind, updated_at: this.clock.now() });
  }

  ofDocument(documentId: number): Promise<RenditionRow | undefined> {
    return this.db.row<RenditionRow>(`SELECT ${columns} FROM materials_rendition WHERE document_id = ?`, [documentId]);
  }

  byId(id: number): Promise<RenditionRow | undefined> {
    return this.db.row<RenditionRow>(`SELECT ${columns} FROM materials_rendition WHERE id = ?`, [id]);
  }

  async files(renditionId: number): Promise<RenditionFileRow[]> {
    const rows = await this.db.rows<RenditionFileRow>(`SELECT ${fileColumns} FROM materials_rendition_file WHERE rendition_id = ? ORDER BY id`, [renditionId]);
    return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
  }

  async file(documentId: number, name: string): Promise<RenditionFileRow | undefined> {
    const row = await this.db.row<RenditionFileRow>(
      `SELECT f.name, f.file_id AS fileId, f.media_type AS mediaType, f.bytes, f.width, f.height
       FROM materials_rendition_file f JOIN materials_rendition r ON r.id = f.rendition_id WHERE r.document_id = ? AND f.name = ?`,
      [documentId, name],
    );
    return row && { ...row, bytes: Number(row.bytes) };
  }

  /** The clean picture of each of these documents that has one. */
  async pictures(documentIds: readonly number[]): Promise<Map<number, { fileId: number; bytes: number }>> {
    if (documentIds.length === 0) return new Map();
    const rows = await this.db.rows<{ documentId: number; fileId: number; bytes: number }>(
      `SELECT r.document_id AS documentId, f.file_id AS fileId, f.bytes FROM materials_rendition r JOIN materials_rendition_file f ON f.rendition_id = r.id
       WHERE r.document_id IN (?) AND r.kind = 'PICTURE' AND r.state = 'READY'`, [[...documentIds]],
    );
    return new Map(rows.map(({ documentId, fileId, bytes }) => [documentId, { fileId, bytes: Number(bytes) }]));
  }

  /** Keeps a file of the rendition; what is there already stays. */
  async keep(renditionId: number, { name, fileId, mediaType, bytes, width, height }: RenditionFileRow): Promise<void> {
    await this.db.run(
      'INSERT IGNORE INTO materials_rendition_file (rendition_id, name, file_id, media_type, bytes, width, height) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [renditionId, name, fileId, mediaType, bytes, width, height],
    );
  }

  private async change(id: number, set: string, values: readonly (string | number | null)[] = []): Promise<void> {
    await this.db.run(`UPDATE materials_rendition SET ${set}, updated_at = ? WHERE id = ?`, [...values, this.clock.now(), id]);
  }

  begun = (id: number) => this.change(id, "state = 'CONVERTING', reason = NULL, attempts = attempts + 1");
  moved = (id: number, percent: number) => this.change(id, 'percent = ?', [percent]);
  ready = (id: number) => this.change(id, "state = 'READY', percent = 100, reason = NULL");
  failed = (id: number, reason: RenditionReason) => this.change(id, "state = 'FAILED', reason = ?", [reason]);
  /** Waits for a program that is not there. */
  park = (id: number) => this.change(id, 'parked = 1');
  unpark = (id: number) => this.change(id, 'parked = 0');

  /** Back to the queue, if it has failed. */
  async again(id: number): Promise<boolean> {
    const { affectedRows } = await this.db.run(
      "UPDATE materials_rendition SET state = 'QUEUED', percent = 0, reason = NULL, attempts = 0, updated_at = ? WHERE id = ? AND state = 'FAILED'", [this.clock.now(), id],
    );
    return affectedRows === 1;
  }

  /** What waits for a program, with the kind of its document. */
  parked(limit: number): Promise<{ id: number; kind: RenditionKind; documentKind: DocumentKind }[]> {
    return this.db.rows(
      `SELECT r.id, r.kind, d.kind AS documentKind FROM materials_rendition r JOIN materials_document d ON d.id = r.document_id
       WHERE r.state = 'QUEUED' AND r.parked = 1 ORDER BY r.id LIMIT ${limit}`,
    );
  }

  async measured(documentId: number, { pages, durationMs }: { pages?: number; durationMs?: number }): Promise<void> {
    if (pages !== undefined) await this.db.run('UPDATE materials_document SET pages = ? WHERE id = ?', [pages, documentId]);
    if (durationMs !== undefined) await this.db.run('UPDATE materials_document SET duration_ms = ? WHERE id = ?', [durationMs, documentId]);
  }

  async counts(): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ state: string; n: number }>('SELECT state, COUNT(*) AS n FROM materials_rendition GROUP BY state');
    return new Map(rows.map(({ state, n }) => [state, Number(n)]));
  }

  async putTexts(documentId: number, part: 'TEXT' | 'NOTES', pages: readonly PageText[]): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.run('DELETE FROM materials_document_text WHERE document_id = ? AND part = ?', [documentId, part]);
      const rows = pages.filter(({ text }) => text.trim() !== '').map(({ page, text }) => ({ document_id: documentId, part, page, text, search_key: foldVietnamese(text) }));
      for (let at = 0; at < rows.length; at += 50) await this.db.insertMany('materials_document_text', rows.slice(at, at + 50));
    });
  }

  /** The words of each of these documents, page after page; nothing for those that have not been read or hold none. */
  async texts(documentIds: readonly number[]): Promise<Map<number, string>> {
    if (documentIds.length === 0) return new Map();
    const rows = await this.db.rows<PageText & { documentId: number }>(
      "SELECT document_id AS documentId, page, text FROM materials_document_text WHERE document_id IN (?) AND part = 'TEXT' ORDER BY document_id, page LIMIT 5000", [[...new Set(documentIds)]],
    );
    const found = new Map<number, string>();
    for (const { documentId, text } of rows) found.set(documentId, found.has(documentId) ? `${found.get(documentId)}\n${text}` : text);
    return found;
  }

  notes(documentId: number): Promise<PageText[]> {
    return this.db.rows<PageText>("SELECT page, text FROM materials_document_text WHERE document_id = ? AND part = 'NOTES' ORDER BY page LIMIT 1000", [documentId]);
  }

  /** Pages of these documents that hold every one of the folded words. */
  pagesWith(words: readonly string[], documentIds: readonly number[], limit: number): Promise<{ documentId: number; page: number; text: string }[]> {
    if (documentIds.length === 0) return Promise.resolve([]);
    return this.db.rows(
      `SELECT document_id AS documentId, page, text FROM materials_document_text
       WHERE document_id IN (?) AND part = 'TEXT' ${words.map(() => 'AND search_key LIKE ?').join(' ')} ORDER BY document_id, page LIMIT ${limit}`,
      [[...documentIds], ...words.map(containing)],
    );
  }

  captionsOf(videoId: number): Promise<{ captionsId: number; language: 'vi' | 'en' }[]> {
    return this.db.rows('SELECT captions_id AS captionsId, language FROM materials_caption WHERE video_id = ? ORDER BY language DESC', [videoId]);
  }

  async putCaptions(videoId: number, language: string, captionsId: number | null): Promise<void> {
    await this.db.run('DELETE FROM materials_caption WHERE video_id = ? AND language = ?', [videoId, language]);
    if (captionsId !== null) await this.db.insert('materials_caption', { video_id: videoId, language, captions_id: captionsId });
  }
}
