import { Injectable } from '@nestjs/common';
import { anchoredNote } from '@halong/assessment/contract';
import { Clock, Database, jsonIn, type SqlValue } from '@halong/platform/server';
import type { Marking, MarkingValues, Script, StoredMark } from './marking.rows.ts';

type Stored = Omit<Marking, 'later' | 'points' | 'notes'> & { later: number; points: unknown; notes: unknown };

const columns = `m.id, m.submission_id AS submissionId, m.marker_no AS markerNo, m.person_id AS personId, p.full_name AS personName, m.state, m.later, m.rubric_version_id AS rubricVersionId,
  m.points, m.override_mark AS overrideMark, m.override_reason AS overrideReason, m.total, m.comment, m.notes, m.version, m.saved_at AS savedAt, b.display_name AS savedBy`;
const from = 'FROM assessment_marking m LEFT JOIN organisation_person p ON p.id = m.person_id LEFT JOIN identity_account b ON b.id = m.saved_by';
const scriptColumns = 's.id, s.anonymous_code AS code, s.state, s.deduction, s.version';

const markingOf = (row: Stored): Marking => ({
  ...row, later: row.later === 1, points: jsonIn(row.points) as Marking['points'], notes: anchoredNote.array().parse(jsonIn(row.notes)),
});

const stored = (values: MarkingValues): Record<string, SqlValue> => ({
  state: values.state, later: values.later, rubric_version_id: values.rubricVersionId, points: JSON.stringify(values.points), override_mark: values.overrideMark,
  override_reason: values.overrideReason, total: values.total, comment: values.comment, notes: JSON.stringify(values.notes),
});

export const blankSheet: MarkingValues = { state: 'TO_DO', later: false, rubricVersionId: null, points: {}, overrideMark: null, overrideReason: '', total: null, comment: '', notes: [] };

/** Scripts, the sheets of their markers, and the marks that come of them. */
@Injectable()
export class MarkingRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The work that counts, by code: an order that says nothing of who wrote it. */
  scripts(assignmentId: number): Promise<Script[]> {
    return this.db.rows(`SELECT ${scriptColumns} FROM assessment_submission s WHERE s.assignment_id = ? AND s.is_current = 1 ORDER BY s.anonymous_code`, [assignmentId]);
  }

  script(assignmentId: number, code: string): Promise<(Script & { text: string }) | undefined> {
    return this.db.row(`SELECT ${scriptColumns}, s.text FROM assessment_submission s WHERE s.assignment_id = ? AND s.anonymous_code = ? AND s.is_current = 1`, [assignmentId, code]);
  }

  /** Until the end of the transaction nobody else writes a sheet of it or moves it. */
  lockScript(assignmentId: number, code: string): Promise<Script | undefined> {
    return this.db.row(`SELECT ${scriptColumns} FROM assessment_submission s WHERE s.assignment_id = ? AND s.anonymous_code = ? AND s.is_current = 1 FOR UPDATE`, [assignmentId, code]);
  }

  lockScripts(assignmentId: number): Promise<Script[]> {
    return this.db.rows(`SELECT ${scriptColumns} FROM assessment_submission s WHERE s.assignment_id = ? AND s.is_current = 1 ORDER BY s.anonymous_code FOR UPDATE`, [assignmentId]);
  }

  /** All sheets of the scripts that count. */
  async ofAssignment(assignmentId: number): Promise<Marking[]> {
    const rows = await this.db.rows<Stored>(
      `SELECT ${columns} ${from} JOIN assessment_submission s ON s.id = m.submission_id WHERE s.assignment_id = ? AND s.is_current = 1 ORDER BY m.submission_id, m.marker_no`,
      [assignmentId],
    );
    return rows.map(markingOf);
  }

  async ofScript(submissionId: number): Promise<Marking[]> {
    const rows = await this.db.rows<Stored>(`SELECT ${columns} ${from} WHERE m.submission_id = ? ORDER BY m.marker_no`, [submissionId]);
    return rows.map(markingOf);
  }

  async allot(rows: readonly { submissionId: number; markerNo: number; personId: number }[]): Promise<void> {
    const blank = stored(blankSheet);
    await this.db.insertMany('assessment_marking', rows.map(({ submissionId, markerNo, personId }) => ({ submission_id: submissionId, marker_no: markerNo, person_id: personId, ...blank })));
  }

  /** Sheets that nobody has written on. */
  async dropUntouched(submissionIds: readonly number[]): Promise<void> {
    if (submissionIds.length > 0) await this.db.run('DELETE FROM assessment_marking WHERE submission_id IN (?) AND version = 0', [[...submissionIds]]);
  }

  /** Writes a sheet in its next version. */
  async write(sheet: { submissionId: number; markerNo: number; id: number | null }, values: MarkingValues, accountId: number): Promise<number> {
    const columnsOf = { ...stored(values), saved_at: this.clock.now(), saved_by: accountId };
    if (sheet.id === null) return this.db.insert('assessment_marking', { submission_id: sheet.submissionId, marker_no: sheet.markerNo, person_id: null, version: 1, ...columnsOf });
    const entries = Object.entries(columnsOf);
    await this.db.run(`UPDATE assessment_marking SET ${entries.map(([column]) => `${column} = ?`).join(', ')}, version = version + 1 WHERE id = ?`, [...entries.map(([, value]) => value), sheet.id]);
    return sheet.id;
  }

  async files(markingIds: readonly number[]): Promise<{ markingId: number; documentId: number }[]> {
    if (markingIds.length === 0) return [];
    return this.db.rows('SELECT marking_id AS markingId, document_id AS documentId FROM assessment_marking_file WHERE marking_id IN (?) ORDER BY marking_id, position', [[...markingIds]]);
  }

  async putFiles(markingId: number, documentIds: readonly number[]): Promise<void> {
    await this.db.run('DELETE FROM assessment_marking_file WHERE marking_id = ?', [markingId]);
    await this.db.insertMany('assessment_marking_file', documentIds.map((document, position) => ({ marking_id: markingId, document_id: document, position })));
  }

  marks(submissionIds: readonly number[]): Promise<StoredMark[]> {
    if (submissionIds.length === 0) return Promise.resolve([]);
    return this.db.rows(
      'SELECT submission_id AS submissionId, raw, source, reason, deduction, final, released_at AS releasedAt FROM assessment_submission_mark WHERE submission_id IN (?)',
      [[...submissionIds]],
    );
  }

  async putMarks(marks: readonly StoredMark[]): Promise<void> {
    if (marks.length === 0) return;
    await this.db.run('DELETE FROM assessment_submission_mark WHERE submission_id IN (?)', [marks.map(({ submissionId }) => submissionId)]);
    await this.db.insertMany('assessment_submission_mark', marks.map((mark) => ({
      submission_id: mark.submissionId, raw: mark.raw, source: mark.source, reason: mark.reason, deduction: mark.deduction, final: mark.final, released_at: mark.releasedAt,
    })));
  }

  async markBy(assignmentId: number): Promise<string | null> {
    return (await this.db.row<{ markBy: string | null }>('SELECT mark_by AS markBy FROM assessment_marking_plan WHERE assignment_id = ?', [assignmentId]))?.markBy ?? null;
  }

  async setMarkBy(assignmentId: number, markBy: string | null): Promise<void> {
    await this.db.run('INSERT INTO assessment_marking_plan (assignment_id, mark_by) VALUES (?, ?) ON DUPLICATE KEY UPDATE mark_by = VALUES(mark_by)', [assignmentId, markBy]);
  }

  /** People who teach a session of the class or hold a grant for it, by name. */
  lecturers(classId: number, today: string): Promise<{ personId: number; name: string }[]> {
    return this.db.rows(
      `SELECT DISTINCT p.id AS personId, p.full_name AS name, p.sort_name FROM organisation_person p WHERE p.id IN (
         SELECT l.person_id FROM classes_session s JOIN classes_session_lecturer sl ON sl.session_id = s.id JOIN classes_lecturer l ON l.id = sl.lecturer_id WHERE s.class_id = ? AND s.state <> 'CANCELLED'
         UNION SELECT a.person_id FROM identity_role_grant g JOIN identity_account a ON a.id = g.account_id
           WHERE g.role = 'LECTURER' AND g.scope_type = 'CLASS' AND g.scope_id = ? AND g.ended_at IS NULL AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to >= ?))
       ORDER BY p.sort_name, p.id`,
      [classId, classId, today, today],
    );
  }
}
