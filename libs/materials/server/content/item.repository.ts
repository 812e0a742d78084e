import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@halong/platform/contract';
import { containing, Database } from '@halong/platform/server';
import type { ItemRow, ItemSettings, SessionRow, VersionContent, VersionRow } from './item.rows.ts';
import { wordsOf } from './page-html.rules.ts';

const select = `SELECT i.id, i.class_id AS classId, i.topic_id AS topicId, i.kind, i.position, i.title, i.mandatory, i.downloadable, i.shared, i.session_no AS sessionNo,
  i.visible_from AS visibleFrom, i.visible_until AS visibleUntil, i.from_session_no AS fromSessionNo, i.until_session_no AS untilSessionNo,
  f.starts_at AS fromSessionStarts, u.ends_at AS untilSessionEnds, i.ref_id AS refId, i.given_no AS givenNo, i.version, i.created_by AS createdBy, i.created_at AS createdAt,
  v.id AS versionId, v.document_id AS documentId, v.url, v.changes, v.given_at AS givenAt
  FROM materials_item i LEFT JOIN materials_item_version v ON v.item_id = i.id AND v.no = i.given_no
  LEFT JOIN classes_session f ON f.class_id = i.class_id AND f.session_no = i.from_session_no
  LEFT JOIN classes_session u ON u.class_id = i.class_id AND u.session_no = i.until_session_no`;
const version = `SELECT id, item_id AS itemId, no, document_id AS documentId, url, body, changes, created_by_name AS createdByName, created_at AS createdAt, given_at AS givenAt
  FROM materials_item_version`;
const settingColumns: Record<keyof ItemSettings, string> = {
  title: 'title', mandatory: 'mandatory', downloadable: 'downloadable', shared: 'shared', sessionNo: 'session_no', visibleFrom: 'visible_from', visibleUntil: 'visible_until',
  fromSessionNo: 'from_session_no', untilSessionNo: 'until_session_no',
};

@Injectable()
export class ItemRepository {
  constructor(private readonly db: Database) {}

  /** In the order in which the class sees them. */
  ofClass(classId: number): Promise<ItemRow[]> {
    return this.db.rows(`${select} WHERE i.class_id = ? AND i.removed_at IS NULL ORDER BY i.position, i.id`, [classId]);
  }

  find(id: number): Promise<ItemRow | undefined> {
    return this.db.row(`${select} WHERE i.id = ? AND i.removed_at IS NULL`, [id]);
  }

  /** Also what was taken away: somebody may want it back elsewhere. */
  findAlsoRemoved(id: number): Promise<ItemRow | undefined> {
    return this.db.row(`${select} WHERE i.id = ?`, [id]);
  }

  /** Keeps others from changing the item until the end of the transaction. */
  async lock(id: number): Promise<void> {
    await this.db.row('SELECT id FROM materials_item WHERE id = ? FOR UPDATE', [id]);
  }

  async findByRef(refId: number): Promise<ItemRow | undefined> {
    return this.db.row(`${select} WHERE i.ref_id = ? AND i.removed_at IS NULL`, [refId]);
  }

  /** Those of the written versions that hold every one of the folded words. */
  async pagesWith(words: readonly string[], versionIds: readonly number[]): Promise<number[]> {
    if (versionIds.length === 0) return [];
    const rows = await this.db.rows<{ id: number }>(
      `SELECT id FROM materials_item_version WHERE id IN (?) ${words.map(() => 'AND search_text LIKE ?').join(' ')}`, [[...versionIds], ...words.map(containing)],
    );
    return rows.map(({ id }) => id);
  }

  /** Items whose class has this document now. */
  usingDocument(documentId: number): Promise<ItemRow[]> {
    return this.db.rows(`${select} WHERE v.document_id = ? AND i.removed_at IS NULL`, [documentId]);
  }

  /** Classes in which any version of an item is this document, given or not. */
  async classesOfDocument(documentId: number): Promise<number[]> {
    const rows = await this.db.rows<{ classId: number }>(
      'SELECT DISTINCT i.class_id AS classId FROM materials_item_version v JOIN materials_item i ON i.id = v.item_id WHERE v.document_id = ? AND i.removed_at IS NULL', [documentId],
    );
    return rows.map(({ classId }) => classId);
  }

  versions(itemId: number): Promise<VersionRow[]> {
    return this.db.rows(`${version} WHERE item_id = ? ORDER BY no DESC`, [itemId]);
  }

  versionOf(itemId: number, no: number): Promise<VersionRow | undefined> {
    return this.db.row(`${version} WHERE item_id = ? AND no = ?`, [itemId, no]);
  }

  sessions(classId: number): Promise<SessionRow[]> {
    return this.db.rows(
      'SELECT id, session_no AS no, starts_at AS startsAt, ends_at AS endsAt, topic AS title, state, programme_unit_id AS topicId FROM classes_session WHERE class_id = ? ORDER BY starts_at, id', [classId],
    );
  }

  /** At the end of its topic. */
  async add(item: Pick<ItemRow, 'classId' | 'topicId' | 'kind' | 'refId' | 'createdBy'>, settings: ItemSettings, at: Date): Promise<number> {
    const last = await this.db.row<{ next: number }>('SELECT COALESCE(MAX(position), 0) + 1 AS next FROM materials_item WHERE class_id = ?', [item.classId]);
    return this.db.insert('materials_item', {
      class_id: item.classId, topic_id: item.topicId, kind: item.kind, ref_id: item.refId, created_by: item.createdBy, created_at: at, position: Number(last?.next ?? 1),
      search_key: foldVietnamese(settings.title), ...this.columnsOf(settings),
    });
  }

  async set(id: number, settings: Partial<ItemSettings>): Promise<void> {
    const columns = Object.entries({ ...this.columnsOf(settings), ...(settings.title === undefined ? {} : { search_key: foldVietnamese(settings.title) }) });
    const sets = [...columns.map(([column]) => `${column} = ?`), 'version = version + 1'];
    await this.db.run(`UPDATE materials_item SET ${sets.join(', ')} WHERE id = ?`, [...columns.map(([, value]) => value), id]);
  }

  /** Puts these items in this order under the topic. */
  async order(ids: readonly number[], topicId: number | null, movedId: number): Promise<void> {
    await this.db.run('UPDATE materials_item SET topic_id = ?, version = version + 1 WHERE id = ?', [topicId, movedId]);
    const places = JSON.stringify(ids.map((id, at) => ({ id, at: at + 1 })));
    await this.db.run(
      `UPDATE materials_item i JOIN JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$.id', at INT PATH '$.at')) t ON t.id = i.id SET i.position = t.at`, [places],
    );
  }

  async addVersion(itemId: number, no: number, content: VersionContent, by: string, at: Date, { changes, given }: { changes: string | null; given: boolean }): Promise<number> {
    return this.db.insert('materials_item_version', {
      item_id: itemId, no, document_id: content.documentId, url: content.url, body: content.body, search_text: content.body === null ? null : foldVietnamese(wordsOf(content.body)),
      changes, created_by_name: by, created_at: at, given_at: given ? at : null,
    });
  }

  async give(itemId: number, no: number, at: Date): Promise<void> {
    await this.db.run('UPDATE materials_item_version SET given_at = COALESCE(given_at, ?) WHERE item_id = ? AND no = ?', [at, itemId, no]);
    await this.db.run('UPDATE materials_item SET given_no = ?, version = version + 1 WHERE id = ?', [no, itemId]);
  }

  /** The assignment may come back later: its number is free again. */
  async remove(id: number, at: Date): Promise<void> {
    await this.db.run('UPDATE materials_item SET removed_at = ?, ref_id = NULL, version = version + 1 WHERE id = ?', [at, id]);
  }

  private columnsOf(settings: Partial<ItemSettings>) {
    return Object.fromEntries(Object.entries(settings).map(([name, value]) => [settingColumns[name as keyof ItemSettings], value]));
  }
}
