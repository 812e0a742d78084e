import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { RenditionProgress } from '../rendition/rendition.rows.ts';
import type { DocumentRow, NewDocument } from './document.rows.ts';

const select = `SELECT d.id, d.file_id AS fileId, d.owner_id AS ownerId, d.name, d.title, d.kind, d.media_type AS mediaType, d.bytes, d.sha256, d.classification, d.pages,
  d.duration_ms AS durationMs, d.alt_text AS altText, d.created_at AS createdAt, r.kind AS formKind, r.state, r.percent, r.reason
  FROM materials_document d LEFT JOIN materials_rendition r ON r.document_id = d.id`;

type Stored = Omit<DocumentRow, 'form'> & Omit<RenditionProgress, 'kind'> & { formKind: RenditionProgress['kind'] | null };

const documentOf = ({ formKind, state, percent, reason, ...row }: Stored): DocumentRow =>
  ({ ...row, bytes: Number(row.bytes), form: formKind && { kind: formKind, state, percent, reason } });

@Injectable()
export class DocumentRepository {
  constructor(private readonly db: Database) {}

  async findMany(ids: readonly number[]): Promise<DocumentRow[]> {
    if (ids.length === 0) return [];
    // As one parameter: a statement with a list is not prepared, which shows on the page of a class.
    const listed = "JOIN JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$')) listed ON listed.id = d.id";
    return (await this.db.rows<Stored>(`${select} ${listed}`, [JSON.stringify([...new Set(ids)])])).map(documentOf);
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
