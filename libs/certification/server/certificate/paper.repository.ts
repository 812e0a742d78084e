import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';

export interface PaperRow {
  id: number;
  state: string;
  registerNo: string;
  personId: number;
  content: unknown;
  classNameVi: string;
  classNameEn: string;
}

/** The papers of a batch that are still to be made. */
@Injectable()
export class PaperRepository {
  constructor(private readonly db: Database) {}

  /** The next number without a paper after `after`; undefined when all have theirs. */
  next(batchId: number, after: number): Promise<PaperRow | undefined> {
    return this.db.row(
      `SELECT k.id, k.state, k.register_no AS registerNo, k.content, e.person_id AS personId, c.name_vi AS classNameVi, c.name_en AS classNameEn
       FROM certification_certificate k JOIN enrolment_enrolment e ON e.id = k.enrolment_id JOIN classes_class c ON c.id = k.class_id
       WHERE k.batch_id = ? AND k.id > ? AND k.file_id IS NULL ORDER BY k.id LIMIT 1`,
      [batchId, after],
    );
  }

  /** Whether this one still has no paper; nobody else makes it until the end of the transaction. */
  async lockWithoutPaper(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM certification_certificate WHERE id = ? AND file_id IS NULL FOR UPDATE', [id])) !== undefined;
  }

  /** A revoked one gets its paper too, and stays revoked. */
  async store(id: number, fileId: number): Promise<void> {
    await this.db.run("UPDATE certification_certificate SET file_id = ?, state = IF(state = 'NUMBERED', 'ISSUED', state), version = version + 1 WHERE id = ?", [fileId, id]);
  }

  /** Counts what is done, and ends the batch with its last paper. */
  async count(batchId: number): Promise<void> {
    await this.db.run(
      `UPDATE certification_batch SET done = (SELECT COUNT(*) FROM certification_certificate k WHERE k.batch_id = certification_batch.id AND k.file_id IS NOT NULL),
         state = IF(done = total, 'DONE', state) WHERE id = ?`,
      [batchId],
    );
  }

}
