import { Injectable } from '@nestjs/common';
import type { ItemKind } from '@halong/materials/contract';
import { containing, Database, type SqlValue } from '@halong/platform/server';

export interface LibraryRow {
  id: number;
  kind: ItemKind;
  title: string;
  classCode: string;
  by: string;
  at: Date;
  documentId: number | null;
  url: string | null;
}

type Shelf = { accountId: number } | { programmeId: number };

const from = `FROM materials_item i JOIN materials_item_version v ON v.item_id = i.id AND v.no = i.given_no JOIN classes_class c ON c.id = i.class_id
  JOIN catalogue_programme_version p ON p.id = c.programme_version_id`;

@Injectable()
export class LibraryRepository {
  constructor(private readonly db: Database) {}

  /** `search` is folded; empty finds everything. */
  async page(shelf: Shelf, search: string, page: number, size: number): Promise<{ rows: LibraryRow[]; total: number }> {
    const { sql, params } = conditionOf(shelf);
    const found = `${sql} AND (i.search_key LIKE ? OR v.search_text LIKE ? OR EXISTS (
      SELECT 1 FROM materials_document_text t WHERE t.document_id = v.document_id AND t.part = 'TEXT' AND t.search_key LIKE ?))`;
    const values = [...params, ...Array.from({ length: 3 }, () => containing(search))];
    const rows = await this.db.rows<LibraryRow>(
      `SELECT i.id, i.kind, i.title, c.code AS classCode, v.created_by_name AS \`by\`, v.created_at AS at, v.document_id AS documentId, v.url ${from} WHERE ${found} ORDER BY i.id DESC LIMIT ? OFFSET ?`,
      [...values, size, (page - 1) * size],
    );
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n ${from} WHERE ${found}`, values);
    return { rows, total: Number(count?.n ?? 0) };
  }

  async onShelves(itemId: number, { accountId, programmeId }: { accountId: number; programmeId: number }): Promise<boolean> {
    const [mine, shared] = [conditionOf({ accountId }), conditionOf({ programmeId })];
    return (await this.db.row(`SELECT i.id ${from} WHERE i.id = ? AND ((${mine.sql}) OR (${shared.sql}))`, [itemId, ...mine.params, ...shared.params])) !== undefined;
  }
}

/** One's own also after it was taken away from the class; of others what is there and shared. */
function conditionOf(shelf: Shelf): { sql: string; params: SqlValue[] } {
  if ('accountId' in shelf) return { sql: "i.kind <> 'ASSIGNMENT' AND i.created_by = ?", params: [shelf.accountId] };
  return { sql: "i.kind <> 'ASSIGNMENT' AND i.removed_at IS NULL AND i.shared = 1 AND p.programme_id = ?", params: [shelf.programmeId] };
}
