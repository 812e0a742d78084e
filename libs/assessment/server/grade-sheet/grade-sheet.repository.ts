import { Injectable } from '@nestjs/common';
import { gradeCategory, gradeComponent, type GradeSheetState } from '@halong/assessment/contract';
import { leftStates } from '@halong/enrolment/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { Clock, Database, jsonIn } from '@halong/platform/server';
import { readRules } from '@halong/regulations/server';
import type { GradeCell, Override, RecognitionInput, RecognitionRow, Sheet, SheetClass, TraineeRow } from './grade-sheet.rows.ts';
import type { StoredResult } from './grading.ts';
import { cellOf, gradeColumns, type StoredGrade } from './stored-grade.ts';

/** Grade sheets, marks and results. The statements do not grow with the class. */
@Injectable()
export class GradeSheetRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async classOf(classId: number): Promise<SheetClass | undefined> {
    const row = await this.db.row<Omit<SheetClass, 'rules'> & { rules: unknown }>(
      'SELECT id, code, name_vi AS nameVi, name_en AS nameEn, state, rules FROM classes_class WHERE id = ?',
      [classId],
    );
    return row && { ...row, rules: row.rules === null ? null : readRules(row.rules) };
  }

  /** The sheet, or what it would be: the programme's components before anybody has written. */
  async sheet(classId: number): Promise<Sheet> {
    const row = await this.db.row<{ state: GradeSheetState | null; components: unknown; categories: unknown; publishedAt: Date | null; version: number | null }>(
      `SELECT s.state, COALESCE(s.components, v.components) AS components, s.categories, s.published_at AS publishedAt, s.version FROM classes_class c
       JOIN catalogue_programme_version v ON v.id = c.programme_version_id LEFT JOIN assessment_grade_sheet s ON s.class_id = c.id WHERE c.id = ?`,
      [classId],
    );
    return {
      classId, state: row?.state ?? 'OPEN', components: gradeComponent.array().parse(jsonIn(row?.components ?? [])), categories: gradeCategory.array().parse(jsonIn(row?.categories ?? [])),
      publishedAt: row?.publishedAt ?? null, version: row?.version ?? 0,
    };
  }

  /** Opens the sheet with the programme's components if nobody has, and locks it until the end of the transaction. */
  async open(classId: number): Promise<Sheet> {
    const locked = await this.db.row('SELECT class_id FROM assessment_grade_sheet WHERE class_id = ? FOR UPDATE', [classId]);
    // The update of nothing takes the row's own lock: whoever only ignored it would share it with others and then wait for them.
    if (!locked) {
      await this.db.run(
        `INSERT INTO assessment_grade_sheet (class_id, state, components)
         SELECT c.id, 'OPEN', v.components FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id WHERE c.id = ?
         ON DUPLICATE KEY UPDATE class_id = c.id`,
        [classId],
      );
    }
    return this.sheet(classId);
  }

  /** `publishedAt` is kept once it is set; a sheet that is opened again forgets it. */
  async move(classId: number, to: GradeSheetState): Promise<void> {
    await this.db.run(
      "UPDATE assessment_grade_sheet SET state = ?, version = version + 1, published_at = CASE ? WHEN 'PUBLISHED' THEN ? WHEN 'LOCKED' THEN published_at END WHERE class_id = ?",
      [to, to, this.clock.now(), classId],
    );
  }

  async putPlan(classId: number, { components, categories }: Pick<Sheet, 'components' | 'categories'>): Promise<void> {
    await this.db.run('UPDATE assessment_grade_sheet SET components = ?, categories = ? WHERE class_id = ?', [JSON.stringify(components), categories.length > 0 ? JSON.stringify(categories) : null, classId]);
  }

  /** Everybody who has not left, by given name. */
  trainees(classId: number): Promise<TraineeRow[]> {
    return this.db.rows(
      `SELECT e.id AS enrolmentId, e.person_id AS personId, e.full_name AS fullName, ${frozenUnitName('e')} AS unitName, e.state FROM enrolment_enrolment e
       WHERE class_id = ? AND state NOT IN (?) ORDER BY sort_name, full_name, id`,
      [classId, [...leftStates]],
    );
  }

  async cells(classId: number): Promise<GradeCell[]> {
    const rows = await this.db.rows<StoredGrade>(
      `SELECT ${gradeColumns} FROM assessment_grade g JOIN enrolment_enrolment e ON e.id = g.enrolment_id WHERE e.class_id = ?`,
      [classId],
    );
    return rows.map(cellOf);
  }

  /** Final averages set by hand, by enrolment. */
  async overrides(classId: number): Promise<Map<number, Override>> {
    const rows = await this.db.rows<Override & { enrolmentId: number }>('SELECT enrolment_id AS enrolmentId, average, reason FROM assessment_result_override WHERE class_id = ?', [classId]);
    return new Map(rows.map(({ enrolmentId, average, reason }) => [enrolmentId, { average: Number(average), reason }]));
  }

  /** Puts all cells of these enrolments as given. */
  async replaceCells(enrolmentIds: readonly number[], cells: readonly GradeCell[]): Promise<void> {
    await this.db.run('DELETE FROM assessment_grade WHERE enrolment_id IN (?)', [[...enrolmentIds]]);
    await this.db.insertMany('assessment_grade', cells.map(({ enrolmentId, component, mark, version, resits }) => ({
      enrolment_id: enrolmentId, component, kind: mark.kind, score: mark.kind === 'SCORE' ? mark.value : null, version, resits,
    })));
  }

  async replaceResults(classId: number, results: readonly StoredResult[]): Promise<void> {
    if (results.length === 0) return;
    await this.db.run('DELETE FROM assessment_result WHERE enrolment_id IN (?)', [results.map(({ enrolmentId }) => enrolmentId)]);
    await this.db.insertMany('assessment_result', results.map(({ enrolmentId, average, band, passed }) => ({ enrolment_id: enrolmentId, class_id: classId, average, band, passed })));
  }

  /** Null takes it back. */
  async putOverride(classId: number, enrolmentId: number, average: number | null, reason: string): Promise<void> {
    await this.db.run('DELETE FROM assessment_result_override WHERE enrolment_id = ?', [enrolmentId]);
    if (average !== null) await this.db.insert('assessment_result_override', { enrolment_id: enrolmentId, class_id: classId, average, reason });
  }

  async touch(classId: number): Promise<void> {
    await this.db.run('UPDATE assessment_grade_sheet SET version = version + 1 WHERE class_id = ?', [classId]);
  }

  recognition(classId: number): Promise<RecognitionRow | undefined> {
    return this.db.row(
      `SELECT r.decision_no AS decisionNo, r.decision_date AS decisionDate, r.signer, r.file_id AS fileId, f.name AS fileName
       FROM assessment_recognition r JOIN platform_file f ON f.id = r.file_id WHERE r.class_id = ?`,
      [classId],
    );
  }

  async addRecognition(classId: number, { decisionNo, decisionDate, signer, fileId }: RecognitionInput): Promise<void> {
    await this.db.insert('assessment_recognition', { class_id: classId, decision_no: decisionNo, decision_date: decisionDate, signer, file_id: fileId });
  }

  async isOwnFile(fileId: number, accountId: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM platform_file WHERE id = ? AND uploaded_by = ?', [fileId, accountId])) !== undefined;
  }
}
