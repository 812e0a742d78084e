import { Injectable } from '@nestjs/common';
import type { Lateness, SubmissionState } from '@halong/assessment/contract';
import { Database } from '@halong/platform/server';
import type { FileOfSubmission, MemberRow, NewSubmission, SubmissionRow } from './submission.rows.ts';

type Stored = Omit<SubmissionRow, 'isCurrent' | 'late'> & { isCurrent: number; late: number };

const columns = `s.id, s.assignment_id AS assignmentId, a.class_id AS classId, s.owner, s.attempt, s.is_current AS isCurrent, s.state, s.arrived_at AS arrivedAt, s.due_at AS dueAt,
  s.late, s.late_days AS lateDays, s.deduction, s.text, s.content_hash AS contentHash, s.declaration, s.anonymous_code AS anonymousCode, s.submitted_by AS submittedBy, s.version`;
const from = 'FROM assessment_submission s JOIN assessment_assignment a ON a.id = s.assignment_id';

const submissionOf = (row: Stored): SubmissionRow => ({ ...row, isCurrent: row.isCurrent === 1, late: row.late === 1 });

/** Submitted work. Its content is written once; what marking changes is its state. */
@Injectable()
export class SubmissionRepository {
  constructor(private readonly db: Database) {}

  async find(id: number): Promise<SubmissionRow | undefined> {
    const row = await this.db.row<Stored>(`SELECT ${columns} ${from} WHERE s.id = ?`, [id]);
    return row && submissionOf(row);
  }

  /** Until the end of the transaction nobody else moves it. */
  async lock(id: number): Promise<SubmissionRow | undefined> {
    await this.db.row('SELECT id FROM assessment_submission WHERE id = ? FOR UPDATE', [id]);
    return this.find(id);
  }

  /** The attempts that count, by the moment they arrived. */
  async ofAssignment(assignmentId: number): Promise<SubmissionRow[]> {
    const rows = await this.db.rows<Stored>(`SELECT ${columns} ${from} WHERE s.assignment_id = ? AND s.is_current = 1 ORDER BY s.arrived_at, s.id`, [assignmentId]);
    return rows.map(submissionOf);
  }

  /** All attempts of one owner, the newest first. */
  async ofOwner(assignmentId: number, owner: string): Promise<SubmissionRow[]> {
    const rows = await this.db.rows<Stored>(`SELECT ${columns} ${from} WHERE s.assignment_id = ? AND s.owner = ? ORDER BY s.attempt DESC`, [assignmentId, owner]);
    return rows.map(submissionOf);
  }

  /** All attempts in which this enrolment took part, the newest first; group work of former groups too. */
  async ofEnrolment(assignmentId: number, enrolmentId: number): Promise<SubmissionRow[]> {
    const rows = await this.db.rows<Stored>(
      `SELECT ${columns} ${from} JOIN assessment_submission_member m ON m.submission_id = s.id AND m.enrolment_id = ? WHERE s.assignment_id = ? ORDER BY s.arrived_at DESC, s.id DESC`,
      [enrolmentId, assignmentId],
    );
    return rows.map(submissionOf);
  }

  /** How often this owner has submitted, and a lock on it: counted as it is now. */
  async attempts(assignmentId: number, owner: string): Promise<number> {
    const row = await this.db.row<{ used: number }>('SELECT COALESCE(MAX(attempt), 0) AS used FROM assessment_submission WHERE assignment_id = ? AND owner = ? FOR UPDATE', [assignmentId, owner]);
    return Number(row?.used ?? 0);
  }

  async codeTaken(assignmentId: number, code: string): Promise<boolean> {
    return (await this.db.row('SELECT id FROM assessment_submission WHERE assignment_id = ? AND anonymous_code = ?', [assignmentId, code])) !== undefined;
  }

  /** Who made each of these; with the person, so it is not for blind markers. */
  members(submissionIds: readonly number[]): Promise<MemberRow[]> {
    if (submissionIds.length === 0) return Promise.resolve([]);
    return this.db.rows(
      `SELECT m.submission_id AS submissionId, e.id AS enrolmentId, e.person_id AS personId, e.full_name AS fullName FROM assessment_submission_member m
       JOIN enrolment_enrolment e ON e.id = m.enrolment_id WHERE m.submission_id IN (?) ORDER BY e.sort_name, e.id`,
      [[...submissionIds]],
    );
  }

  /** In their order. */
  files(submissionIds: readonly number[]): Promise<FileOfSubmission[]> {
    if (submissionIds.length === 0) return Promise.resolve([]);
    return this.db.rows('SELECT submission_id AS submissionId, document_id AS documentId FROM assessment_submission_file WHERE submission_id IN (?) ORDER BY submission_id, position', [[...submissionIds]]);
  }

  /** The attempt before it counts no more. */
  async insert(one: NewSubmission): Promise<number> {
    await this.db.run('UPDATE assessment_submission SET is_current = 0 WHERE assignment_id = ? AND owner = ? AND is_current = 1', [one.assignmentId, one.owner]);
    const id = await this.db.insert('assessment_submission', {
      assignment_id: one.assignmentId, owner: one.owner, attempt: one.attempt, is_current: true, state: one.state, arrived_at: one.arrivedAt, due_at: one.dueAt, late: one.late, late_days: one.lateDays,
      deduction: one.deduction, text: one.text, content_hash: one.contentHash, declaration: one.declaration, anonymous_code: one.anonymousCode, submitted_by: one.submittedBy,
    });
    await this.db.insertMany('assessment_submission_member', one.enrolmentIds.map((enrolmentId) => ({ submission_id: id, enrolment_id: enrolmentId })));
    await this.db.insertMany('assessment_submission_file', one.documentIds.map((documentId, position) => ({ submission_id: id, document_id: documentId, position })));
    return id;
  }

  /** @returns false when somebody else moved it since it was read */
  async move({ id, version }: Pick<SubmissionRow, 'id' | 'version'>, to: SubmissionState): Promise<boolean> {
    return (await this.db.run('UPDATE assessment_submission SET state = ?, version = version + 1 WHERE id = ? AND version = ?', [to, id, version])).affectedRows === 1;
  }

  /** How late it was, decided anew by dates that changed afterwards. */
  async judge(id: number, state: SubmissionState, dueAt: Date, { late, days, deduction }: Lateness): Promise<void> {
    await this.db.run('UPDATE assessment_submission SET state = ?, due_at = ?, late = ?, late_days = ?, deduction = ?, version = version + 1 WHERE id = ?', [state, dueAt, late, days, deduction, id]);
  }
}
