import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { DraftRow } from './draft.rows.ts';

const columns = `d.id, d.assignment_id AS assignmentId, d.owner, d.text, d.version, d.submitted_version AS submittedVersion, d.saved_at AS savedAt, b.display_name AS savedBy`;
const from = 'FROM assessment_draft d JOIN identity_account b ON b.id = d.saved_by';

/** What people are writing. */
@Injectable()
export class DraftRepository {
  constructor(private readonly db: Database) {}

  find(assignmentId: number, owner: string): Promise<DraftRow | undefined> {
    return this.db.row(`SELECT ${columns} ${from} WHERE d.assignment_id = ? AND d.owner = ?`, [assignmentId, owner]);
  }

  /** The draft as it is now, and nobody else's to change until the end of the transaction. */
  lock(assignmentId: number, owner: string): Promise<DraftRow | undefined> {
    return this.db.row(`SELECT ${columns} ${from} WHERE d.assignment_id = ? AND d.owner = ? FOR UPDATE`, [assignmentId, owner]);
  }

  /** An empty one of version 0, unless there is one. */
  async begin(assignmentId: number, owner: string, accountId: number, at: Date): Promise<void> {
    await this.db.run('INSERT IGNORE INTO assessment_draft (assignment_id, owner, text, version, saved_at, saved_by) VALUES (?, ?, ?, 0, ?, ?)', [assignmentId, owner, '', at, accountId]);
  }

  async write(id: number, text: string, accountId: number, at: Date): Promise<void> {
    await this.db.run('UPDATE assessment_draft SET text = ?, version = version + 1, saved_at = ?, saved_by = ? WHERE id = ?', [text, at, accountId, id]);
  }

  async submitted(id: number, version: number): Promise<void> {
    await this.db.run('UPDATE assessment_draft SET submitted_version = ? WHERE id = ?', [version, id]);
  }

  async files(id: number): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>('SELECT document_id AS id FROM assessment_draft_file WHERE draft_id = ? ORDER BY position', [id]);
    return rows.map((row) => row.id);
  }

  async putFiles(id: number, documentIds: readonly number[]): Promise<void> {
    await this.db.run('DELETE FROM assessment_draft_file WHERE draft_id = ?', [id]);
    await this.db.insertMany('assessment_draft_file', documentIds.map((document, position) => ({ draft_id: id, document_id: document, position })));
  }

  /** Members who have confirmed this version. */
  async confirmed(id: number, version: number): Promise<{ enrolmentId: number; fullName: string }[]> {
    return this.db.rows(
      `SELECT c.enrolment_id AS enrolmentId, e.full_name AS fullName FROM assessment_draft_confirmation c JOIN enrolment_enrolment e ON e.id = c.enrolment_id
       WHERE c.draft_id = ? AND c.draft_version = ? ORDER BY c.confirmed_at`,
      [id, version],
    );
  }

  async confirm(id: number, enrolmentId: number, version: number, at: Date): Promise<void> {
    await this.db.run('REPLACE INTO assessment_draft_confirmation (draft_id, enrolment_id, draft_version, confirmed_at) VALUES (?, ?, ?, ?)', [id, enrolmentId, version, at]);
  }
}
