import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { DocumentRow, NewDocument } from './document.rows.ts';

const columns = `id, file_id AS fileId, owner_id AS ownerId, name, title, kind, media_type AS mediaType, bytes, sha256, classification, pages,
  duration_ms AS durationMs, alt_text AS altText, created_at AS createdAt`;

@Injectable()
export class DocumentRepository {
  constructor(private readonly db: Database) {}

  async findMany(ids: readonly number[]): Promise<DocumentRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.rows<DocumentRow>(`SELECT ${columns} FROM materials_document WHERE id IN (?)`, [[...new Set(ids)]]);
    return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
  }

  async find(id: number): Promise<DocumentRow | undefined> {
    return (await this.findMany([id]))[0];
  }

  async insert(document: NewDocument, at: Date): Promise<number> {
    const { fileId, ownerId, purpose, name, kind, mediaType, bytes, sha256, classification, scan } = document;
    const title = name.replace(/\.[^.]+$/, '') || name;
    return this.db.insert('materials_document', {
      file_id: fileId, owner_id: ownerId, purpose, name, title, kind, media_type: mediaType, bytes, sha256, classification, scan, created_at: at,
    });
  }

  async describe(id: number, { title, altText }: { title?: string; altText?: string | null }): Promise<void> {
    if (title !== undefined) await this.db.run('UPDATE materials_document SET title = ? WHERE id = ?', [title, id]);
    if (altText !== undefined) await this.db.run('UPDATE materials_document SET alt_text = ? WHERE id = ?', [altText || null, id]);
  }
}
