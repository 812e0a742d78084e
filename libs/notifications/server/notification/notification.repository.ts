import { Injectable } from '@nestjs/common';
import type { NotificationParam } from '@halong/notifications/contract';
import type { Language } from '@halong/platform/contract';
import { Database, jsonIn } from '@halong/platform/server';

export type Params = Record<string, NotificationParam>;

export interface NotificationRow {
  id: number;
  kind: string;
  params: Params;
  link: string;
  at: Date;
  read_at: Date | null;
}

export interface MailRow {
  id: number;
  kind: string;
  params: Params;
  link: string;
  email: string | null;
  language: Language;
}

type Stored<T> = Omit<T, 'params'> & { params: string | Params };

const opened = <T extends { params: Params }>(row: Stored<T>): T => ({ ...row, params: jsonIn(row.params) }) as T;

@Injectable()
export class NotificationRepository {
  constructor(private readonly db: Database) {}

  /** The persons behind accounts; an account without a personnel record has no inbox. */
  async personsOf(accountIds: readonly number[]): Promise<number[]> {
    if (accountIds.length === 0) return [];
    const rows = await this.db.rows<{ person_id: number }>('SELECT person_id FROM identity_account WHERE id IN (?) AND person_id IS NOT NULL', [accountIds]);
    return rows.map(({ person_id }) => person_id);
  }

  /** One row per person; a repeated `onceKey` changes nothing. Answers the ids that still wait for their mail. */
  async add(personIds: readonly number[], told: { kind: string; params: Params; link: string; onceKey: string; at: Date }): Promise<number[]> {
    const params = JSON.stringify(told.params);
    for (let from = 0; from < personIds.length; from += 500) {
      const part = personIds.slice(from, from + 500);
      await this.db.run(
        `INSERT INTO notifications_notification (person_id, kind, params, link, once_key, at)
         SELECT p.id, ?, ?, ?, ?, ? FROM organisation_person p WHERE p.id IN (?) ORDER BY p.id
         ON DUPLICATE KEY UPDATE notifications_notification.id = notifications_notification.id`,
        [told.kind, params, told.link, told.onceKey, told.at, part],
      );
    }
    const rows = await this.db.rows<{ id: number }>('SELECT id FROM notifications_notification WHERE once_key = ? AND person_id IN (?) AND mailed_at IS NULL', [told.onceKey, personIds]);
    return rows.map(({ id }) => id);
  }

  async page(personId: number, unread: boolean, page: number, size: number): Promise<{ rows: NotificationRow[]; total: number }> {
    const where = `person_id = ?${unread ? ' AND read_at IS NULL' : ''}`;
    const [rows, count] = await Promise.all([
      this.db.rows<Stored<NotificationRow>>(`SELECT id, kind, params, link, at, read_at FROM notifications_notification WHERE ${where} ORDER BY id DESC LIMIT ? OFFSET ?`, [personId, size, (page - 1) * size]),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM notifications_notification WHERE ${where}`, [personId]),
    ]);
    return { rows: rows.map((row) => opened<NotificationRow>(row)), total: Number(count?.n ?? 0) };
  }

  async unread(personId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM notifications_notification WHERE person_id = ? AND read_at IS NULL', [personId]);
    return Number(row?.n ?? 0);
  }

  async markRead(personId: number, ids: readonly number[] | 'all', at: Date): Promise<void> {
    const [which, params] = ids === 'all' ? ['', []] : [' AND id IN (?)', [ids]];
    await this.db.run(`UPDATE notifications_notification SET read_at = ? WHERE person_id = ? AND read_at IS NULL${which}`, [at, personId, ...params]);
  }

  /** Those of these ids that wait for their mail, locked: a job that runs twice finds nothing the second time. */
  async waitingForMail(ids: readonly number[]): Promise<MailRow[]> {
    const rows = await this.db.rows<Stored<MailRow>>(
      `SELECT n.id, n.kind, n.params, n.link, IF(a.disabled_at IS NULL, COALESCE(a.email, p.email), NULL) AS email, COALESCE(a.language, 'vi') AS language
       FROM notifications_notification n JOIN organisation_person p ON p.id = n.person_id LEFT JOIN identity_account a ON a.person_id = n.person_id
       WHERE n.id IN (?) AND n.mailed_at IS NULL ORDER BY n.id FOR UPDATE`,
      [ids],
    );
    return rows.map((row) => opened<MailRow>(row));
  }

  async markMailed(ids: readonly number[], at: Date): Promise<void> {
    if (ids.length > 0) await this.db.run('UPDATE notifications_notification SET mailed_at = ? WHERE id IN (?)', [at, ids]);
  }
}
