import { Injectable } from '@nestjs/common';
import { Database, jsonIn } from '@halong/platform/server';
import type { Mandatory, ProgressRow, ProgressTerms, Showing, StoredProgress } from './progress.rows.ts';

/** The kinds whose being seen is counted here; assignments are counted where they are kept. */
const counted = "i.kind <> 'ASSIGNMENT' AND i.mandatory = 1 AND i.removed_at IS NULL AND i.given_no IS NOT NULL";

@Injectable()
export class ProgressRepository {
  constructor(private readonly db: Database) {}

  ofEnrolment(enrolmentId: number): Promise<ProgressRow[]> {
    return this.db.rows('SELECT item_id AS itemId, version_id AS versionId, percent, place, done_at AS doneAt FROM materials_progress WHERE enrolment_id = ? ORDER BY version_id', [enrolmentId]);
  }

  async visitBefore(enrolmentId: number): Promise<Date | null> {
    return (await this.db.row<{ at: Date | null }>('SELECT before_at AS at FROM materials_visit WHERE enrolment_id = ?', [enrolmentId]))?.at ?? null;
  }

  /** What each of them must see and has seen. */
  async mandatory(enrolmentIds: readonly number[]): Promise<Map<number, Mandatory>> {
    const ids = [...new Set(enrolmentIds)];
    if (ids.length === 0) return new Map();
    const rows = await this.db.rows<{ enrolmentId: number; title: string; done: number }>(
      `SELECT e.id AS enrolmentId, i.title, EXISTS (SELECT 1 FROM materials_progress p WHERE p.enrolment_id = e.id AND p.item_id = i.id AND p.done_at IS NOT NULL) AS done
       FROM enrolment_enrolment e JOIN materials_item i ON i.class_id = e.class_id AND ${counted} WHERE e.id IN (?) ORDER BY e.id, i.position, i.id`, [ids],
    );
    const found = new Map<number, Mandatory>(ids.map((id) => [id, { needed: 0, done: 0, missing: [] }]));
    for (const { enrolmentId, title, done } of rows) {
      const one = found.get(enrolmentId);
      if (!one) continue;
      one.needed += 1;
      if (done) one.done += 1;
      else one.missing.push(title);
    }
    return found;
  }

  async terms(): Promise<ProgressTerms> {
    const row = await this.db.row<ProgressTerms>('SELECT max_speed AS maxSpeed, page_ms AS pageMs, done_percent AS donePercent, longest_ms AS longestMs FROM materials_progress_terms WHERE id = 1');
    if (!row) throw new Error('The terms of progress are missing');
    return { ...row, maxSpeed: Number(row.maxSpeed) };
  }

  /** The person's watch under its lock; made when there is none yet. */
  async lockWatch(personId: number, now: Date): Promise<{ lastAt: Date; spareMs: number }> {
    await this.db.run('INSERT INTO materials_progress_watch (person_id, last_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE person_id = person_id', [personId, now]);
    const row = await this.db.row<{ lastAt: Date; spareMs: number }>('SELECT last_at AS lastAt, spare_ms AS spareMs FROM materials_progress_watch WHERE person_id = ? FOR UPDATE', [personId]);
    if (!row) throw new Error(`No watch of person ${personId}`);
    return row;
  }

  async setWatch(personId: number, now: Date, spareMs: number): Promise<void> {
    await this.db.run('UPDATE materials_progress_watch SET last_at = GREATEST(last_at, ?), spare_ms = ? WHERE person_id = ?', [now, spareMs, personId]);
  }

  /** OPENED: the first of this showing. NEXT: newer than all before. KNOWN: it came already, or belongs to something else. */
  async advance({ token, enrolmentId, versionId }: Showing, no: number, now: Date): Promise<'OPENED' | 'NEXT' | 'KNOWN'> {
    const moved = await this.db.run('UPDATE materials_showing SET last_no = ? WHERE token = ? AND enrolment_id = ? AND version_id = ? AND last_no < ?', [no, token, enrolmentId, versionId, no]);
    if (moved.affectedRows === 1) return 'NEXT';
    if (await this.db.row('SELECT token FROM materials_showing WHERE token = ?', [token])) return 'KNOWN';
    await this.db.insert('materials_showing', { token, enrolment_id: enrolmentId, version_id: versionId, last_no: no, opened_at: now });
    return 'OPENED';
  }

  async forgetShowings(before: Date): Promise<void> {
    await this.db.run('DELETE FROM materials_showing WHERE opened_at < ? LIMIT 5000', [before]);
  }

  async find(enrolmentId: number, versionId: number): Promise<StoredProgress | undefined> {
    const row = await this.db.row<Omit<StoredProgress, 'seen'> & { seen: unknown }>(
      `SELECT enrolment_id AS enrolmentId, version_id AS versionId, item_id AS itemId, seen, percent, place, told_ms AS toldMs, done_at AS doneAt
       FROM materials_progress WHERE enrolment_id = ? AND version_id = ? FOR UPDATE`, [enrolmentId, versionId],
    );
    return row && { ...row, seen: jsonIn(row.seen) };
  }

  async start({ enrolmentId, versionId, itemId }: Pick<StoredProgress, 'enrolmentId' | 'versionId' | 'itemId'>, now: Date): Promise<void> {
    await this.db.insert('materials_progress', { enrolment_id: enrolmentId, version_id: versionId, item_id: itemId, seen: '[]', opened_at: now, last_at: now });
  }

  async keep({ enrolmentId, versionId, seen, percent, place, toldMs, doneAt }: StoredProgress, now: Date): Promise<void> {
    await this.db.run(
      'UPDATE materials_progress SET seen = ?, percent = ?, place = ?, told_ms = ?, done_at = ?, last_at = ? WHERE enrolment_id = ? AND version_id = ?',
      [JSON.stringify(seen), percent, place, toldMs, doneAt, now, enrolmentId, versionId],
    );
  }

  async visit(enrolmentId: number, now: Date, oneVisitMs: number): Promise<void> {
    await this.db.run(
      `INSERT INTO materials_visit (enrolment_id, last_at, before_at) VALUES (?, ?, NULL)
       ON DUPLICATE KEY UPDATE before_at = IF(last_at < ?, last_at, before_at), last_at = ?`, [enrolmentId, now, new Date(now.getTime() - oneVisitMs), now],
    );
  }
}
