import { Injectable } from '@nestjs/common';
import { latePolicy, type LatePolicyChoice } from '@halong/assessment/contract';
import { Database, jsonIn, type SqlValue } from '@halong/platform/server';
import type { AssignmentClass, AssignmentRow, AssignmentValues, CountsRow } from './assignment.rows.ts';

type Stored = Omit<AssignmentRow, 'groupWork' | 'confirmAll' | 'blind' | 'late'> & { groupWork: number; confirmAll: number; blind: number; late: unknown };

/** For queries that join `assessment_assignment a`. */
export const assignmentColumns = `a.id, a.class_id AS classId, a.kind, a.title, a.brief, a.state, a.group_work AS groupWork, a.confirm_all AS confirmAll, a.component,
  a.opens_at AS opensAt, a.due_at AS dueAt, a.cutoff_at AS cutoffAt, a.late, a.attempts, a.declaration, a.blind, a.markers, a.diff_threshold AS diffThreshold,
  a.rubric_version_id AS rubricVersionId, a.version`;

export const assignmentOf = <T extends Stored>(row: T): Omit<T, keyof Stored> & AssignmentRow => ({
  ...row, groupWork: row.groupWork === 1, confirmAll: row.confirmAll === 1, blind: row.blind === 1, late: latePolicy.parse(jsonIn(row.late)),
});

const stored = (values: AssignmentValues): Record<string, SqlValue> => ({
  kind: values.kind, title: values.title, brief: values.brief, group_work: values.groupWork, confirm_all: values.confirmAll, component: values.component,
  opens_at: values.opensAt, due_at: values.dueAt, cutoff_at: values.cutoffAt, late: JSON.stringify(values.late), attempts: values.attempts,
  declaration: values.declaration, blind: values.blind, markers: values.markers, diff_threshold: values.diffThreshold,
});

/** Assignments and the documents that are handed out with them. */
@Injectable()
export class AssignmentRepository {
  constructor(private readonly db: Database) {}

  async find(id: number): Promise<AssignmentRow | undefined> {
    const row = await this.db.row<Stored>(`SELECT ${assignmentColumns} FROM assessment_assignment a WHERE a.id = ?`, [id]);
    return row && assignmentOf(row);
  }

  /** Until the end of the transaction nobody else changes it. */
  async lock(id: number): Promise<AssignmentRow | undefined> {
    const row = await this.db.row<Stored>(`SELECT ${assignmentColumns} FROM assessment_assignment a WHERE a.id = ? FOR UPDATE`, [id]);
    return row && assignmentOf(row);
  }

  /** By due time. */
  async ofClass(classId: number): Promise<AssignmentRow[]> {
    const rows = await this.db.rows<Stored>(`SELECT ${assignmentColumns} FROM assessment_assignment a WHERE a.class_id = ? ORDER BY a.due_at, a.id LIMIT 300`, [classId]);
    return rows.map(assignmentOf);
  }

  async class(classId: number): Promise<AssignmentClass | undefined> {
    return this.db.row('SELECT id, code, name_vi AS nameVi, name_en AS nameEn, state FROM classes_class WHERE id = ?', [classId]);
  }

  async insert(classId: number, values: AssignmentValues, at: Date, rubricVersionId: number | null = null): Promise<number> {
    return this.db.insert('assessment_assignment', { class_id: classId, ...stored(values), rubric_version_id: rubricVersionId, state: 'DRAFT', created_at: at });
  }

  async update(id: number, values: AssignmentValues): Promise<void> {
    const entries = Object.entries(stored(values));
    await this.db.run(`UPDATE assessment_assignment SET ${entries.map(([column]) => `${column} = ?`).join(', ')}, version = version + 1 WHERE id = ?`, [...entries.map(([, value]) => value), id]);
  }

  async publish(id: number, at: Date): Promise<void> {
    await this.db.run("UPDATE assessment_assignment SET state = 'PUBLISHED', published_at = ?, version = version + 1 WHERE id = ?", [at, id]);
  }

  /** With everything that hangs on it; there are no submissions. */
  async remove(id: number): Promise<void> {
    for (const table of ['assessment_draft_file', 'assessment_draft_confirmation']) {
      await this.db.run(`DELETE x FROM ${table} x JOIN assessment_draft d ON d.id = x.draft_id WHERE d.assignment_id = ?`, [id]);
    }
    for (const table of ['assessment_draft', 'assessment_override', 'assessment_assignment_reference', 'assessment_marking_plan']) await this.db.run(`DELETE FROM ${table} WHERE assignment_id = ?`, [id]);
    await this.db.run('DELETE FROM assessment_assignment WHERE id = ?', [id]);
  }

  /** Current submissions, by assignment of a class. */
  async counts(classId: number): Promise<CountsRow[]> {
    const rows = await this.db.rows<{ assignmentId: number; submitted: string; late: string }>(
      `SELECT s.assignment_id AS assignmentId, COUNT(*) AS submitted, CAST(SUM(s.late) AS SIGNED) AS late FROM assessment_submission s
       JOIN assessment_assignment a ON a.id = s.assignment_id WHERE a.class_id = ? AND s.is_current = 1 GROUP BY s.assignment_id`,
      [classId],
    );
    return rows.map(({ assignmentId, submitted, late }) => ({ assignmentId, submitted: Number(submitted), late: Number(late) }));
  }

  async hasSubmissions(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM assessment_submission WHERE assignment_id = ? LIMIT 1', [id])) !== undefined;
  }

  /** Document ids in their order. */
  async references(assignmentId: number): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>('SELECT document_id AS id FROM assessment_assignment_reference WHERE assignment_id = ? ORDER BY position', [assignmentId]);
    return rows.map(({ id }) => id);
  }

  async putReferences(assignmentId: number, documentIds: readonly number[]): Promise<void> {
    await this.db.run('DELETE FROM assessment_assignment_reference WHERE assignment_id = ?', [assignmentId]);
    await this.db.insertMany('assessment_assignment_reference', documentIds.map((document, position) => ({ assignment_id: assignmentId, document_id: document, position })));
  }

  async latePolicies(): Promise<LatePolicyChoice[]> {
    const rows = await this.db.rows<{ id: number; nameVi: string; nameEn: string; isDefault: number; policy: unknown }>(
      'SELECT id, name_vi AS nameVi, name_en AS nameEn, is_default AS isDefault, policy FROM assessment_late_policy ORDER BY id LIMIT 50',
    );
    return rows.map((row) => ({ ...row, isDefault: row.isDefault === 1, policy: latePolicy.parse(jsonIn(row.policy)) }));
  }
}
