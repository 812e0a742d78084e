import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { Mandatory, ProgressRow, ProgressTerms } from './progress.rows.ts';

/** The kinds whose being seen is counted here; assignments are counted where they are kept. */
const counted = "i.kind <> 'ASSIGNMENT' AND i.mandatory = 1 AND i.removed_at IS NULL AND i.given_no IS NOT NULL";

@Injectable()
export class ProgressRepository {
  constructor(private readonly db: Database) {}

  async ofEnrolment(enrolmentId: number, itemIds: readonly number[]): Promise<ProgressRow[]> {
    if (itemIds.length === 0) return [];
    return this.db.rows(
      'SELECT item_id AS itemId, version_id AS versionId, percent, place, done_at AS doneAt FROM materials_progress WHERE enrolment_id = ? AND item_id IN (?) ORDER BY version_id', [enrolmentId, [...itemIds]],
    );
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
}
