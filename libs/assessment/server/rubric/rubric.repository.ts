import { Injectable } from '@nestjs/common';
import { rubricContent, type RubricContent } from '@halong/assessment/contract';
import { Database, jsonIn } from '@halong/platform/server';

export interface RubricRow {
  id: number;
  programmeId: number | null;
  classId: number | null;
  title: string;
  version: number;
  versionId: number;
  versionNo: number;
  content: RubricContent;
  changedAt: Date;
  used: boolean;
}

type Stored = Omit<RubricRow, 'content' | 'used'> & { content: unknown; used: number };

const newest = `SELECT r.id, r.programme_id AS programmeId, r.class_id AS classId, r.title, r.version, v.id AS versionId, v.no AS versionNo, v.content, v.changed_at AS changedAt,
  EXISTS (SELECT 1 FROM assessment_assignment a WHERE a.rubric_version_id = v.id) OR EXISTS (SELECT 1 FROM assessment_marking m WHERE m.rubric_version_id = v.id) AS used
  FROM assessment_rubric r JOIN assessment_rubric_version v ON v.rubric_id = r.id AND v.no = (SELECT MAX(n.no) FROM assessment_rubric_version n WHERE n.rubric_id = r.id)`;
const rubricOf = (row: Stored): RubricRow => ({ ...row, content: rubricContent.parse(jsonIn(row.content)), used: row.used === 1 });

/** Rubrics and their versions. */
@Injectable()
export class RubricRepository {
  constructor(private readonly db: Database) {}

  /** Those of the class and those of its programme, by title. */
  async ofClass(classId: number): Promise<RubricRow[]> {
    const rows = await this.db.rows<Stored>(`${newest} WHERE r.class_id = ? OR r.programme_id = ? ORDER BY r.title, r.id LIMIT 200`, [classId, await this.programmeOf(classId)]);
    return rows.map(rubricOf);
  }

  /** Whether this version is of the class or of its programme. */
  async mayUse(classId: number, versionId: number): Promise<boolean> {
    const row = await this.db.row('SELECT v.id FROM assessment_rubric_version v JOIN assessment_rubric r ON r.id = v.rubric_id WHERE v.id = ? AND (r.class_id = ? OR r.programme_id = ?)', [versionId, classId, await this.programmeOf(classId)]);
    return row !== undefined;
  }

  async programmeOf(classId: number): Promise<number> {
    const row = await this.db.row<{ id: number }>('SELECT v.programme_id AS id FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id WHERE c.id = ?', [classId]);
    return row?.id ?? 0;
  }

  /** Until the end of the transaction nobody else changes it or begins to use it. */
  async lock(id: number): Promise<RubricRow | undefined> {
    await this.db.row('SELECT id FROM assessment_rubric WHERE id = ? FOR UPDATE', [id]);
    const row = await this.db.row<Stored>(`${newest} WHERE r.id = ?`, [id]);
    return row && rubricOf(row);
  }

  async add(owner: { programmeId: number } | { classId: number }, title: string, content: RubricContent, at: Date): Promise<number> {
    const id = await this.db.insert('assessment_rubric', { programme_id: 'programmeId' in owner ? owner.programmeId : null, class_id: 'classId' in owner ? owner.classId : null, title });
    await this.addVersion(id, 1, content, at);
    return id;
  }

  async addVersion(rubricId: number, no: number, content: RubricContent, at: Date): Promise<void> {
    await this.db.insert('assessment_rubric_version', { rubric_id: rubricId, no, content: JSON.stringify(content), changed_at: at });
  }

  async rewrite(versionId: number, content: RubricContent, at: Date): Promise<void> {
    await this.db.run('UPDATE assessment_rubric_version SET content = ?, changed_at = ? WHERE id = ?', [JSON.stringify(content), at, versionId]);
  }

  async rename(id: number, title: string): Promise<void> {
    await this.db.run('UPDATE assessment_rubric SET title = ?, version = version + 1 WHERE id = ?', [title, id]);
  }

  /** What a version said, with the rubric it belongs to. */
  async version(versionId: number): Promise<{ rubricId: number; title: string; content: RubricContent } | undefined> {
    const row = await this.db.row<{ rubricId: number; title: string; content: unknown }>(
      'SELECT r.id AS rubricId, r.title, v.content FROM assessment_rubric_version v JOIN assessment_rubric r ON r.id = v.rubric_id WHERE v.id = ?',
      [versionId],
    );
    return row && { ...row, content: rubricContent.parse(jsonIn(row.content)) };
  }

  async markedYet(assignmentId: number): Promise<boolean> {
    return (await this.db.row('SELECT m.id FROM assessment_marking m JOIN assessment_submission s ON s.id = m.submission_id WHERE s.assignment_id = ? AND m.rubric_version_id IS NOT NULL LIMIT 1', [assignmentId])) !== undefined;
  }

  async choose(assignmentId: number, versionId: number): Promise<void> {
    await this.db.run('UPDATE assessment_assignment SET rubric_version_id = ?, version = version + 1 WHERE id = ?', [versionId, assignmentId]);
  }
}
