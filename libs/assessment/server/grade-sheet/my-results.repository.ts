import { Injectable } from '@nestjs/common';
import { gradeCategory, gradeComponent, type GradeCategory, type GradeComponentItem, type MyResult } from '@halong/assessment/contract';
import { Database, jsonIn } from '@halong/platform/server';
import type { RuleSet } from '@halong/regulations/contract';
import { readRules } from '@halong/regulations/server';
import type { GradeCell } from './grade-sheet.rows.ts';
import { cellsByEnrolment } from './grading.ts';
import { cellOf, gradeColumns, type StoredGrade } from './stored-grade.ts';

interface PublishedRow {
  enrolmentId: number;
  enrolmentState: string;
  classId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  rules: unknown;
  components: unknown;
  categories: unknown;
  overrideAverage: number | null;
  overrideReason: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  signer: string | null;
}

export interface PublishedResult {
  enrolmentId: number;
  class: MyResult['class'];
  components: GradeComponentItem[];
  categories: GradeCategory[];
  override: MyResult['override'];
  rules: RuleSet;
  barred: boolean;
  recognition: MyResult['recognition'];
}

/** Two statements, however many classes somebody has. */
@Injectable()
export class MyResultsRepository {
  constructor(private readonly db: Database) {}

  /** The person's enrolments whose sheet is published, newest opening first. */
  async published(personId: number, classId: number | null): Promise<PublishedResult[]> {
    const rows = await this.db.rows<PublishedRow>(
      `SELECT e.id AS enrolmentId, e.state AS enrolmentState, c.id AS classId, c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.rules, s.components, s.categories,
         o.average AS overrideAverage, o.reason AS overrideReason,
         r.decision_no AS decisionNo, r.decision_date AS decisionDate, r.signer
       FROM enrolment_enrolment e JOIN assessment_grade_sheet s ON s.class_id = e.class_id AND s.state IN ('PUBLISHED', 'LOCKED')
       JOIN classes_class c ON c.id = e.class_id AND c.rules IS NOT NULL LEFT JOIN assessment_recognition r ON r.class_id = e.class_id
       LEFT JOIN assessment_result_override o ON o.enrolment_id = e.id
       WHERE e.person_id = ? AND (? IS NULL OR e.class_id = ?) ORDER BY c.opening_date DESC, c.id DESC LIMIT 200`,
      [personId, classId, classId],
    );
    return rows.map(published);
  }

  /** The cells of each of these enrolments. */
  async cells(enrolmentIds: readonly number[]): Promise<Map<number, GradeCell[]>> {
    if (enrolmentIds.length === 0) return new Map();
    const rows = await this.db.rows<StoredGrade>(`SELECT ${gradeColumns} FROM assessment_grade g WHERE g.enrolment_id IN (?)`, [[...enrolmentIds]]);
    return cellsByEnrolment(rows.map(cellOf));
  }
}

function published(row: PublishedRow): PublishedResult {
  const { decisionNo, decisionDate, signer } = row;
  return {
    enrolmentId: row.enrolmentId,
    class: { id: row.classId, code: row.code, nameVi: row.nameVi, nameEn: row.nameEn },
    components: gradeComponent.array().parse(jsonIn(row.components)),
    categories: gradeCategory.array().parse(jsonIn(row.categories ?? [])),
    override: row.overrideAverage === null ? null : { average: Number(row.overrideAverage), reason: row.overrideReason ?? '' },
    rules: readRules(row.rules),
    barred: row.enrolmentState === 'EXAM_BARRED',
    recognition: decisionNo !== null && decisionDate !== null && signer !== null ? { decisionNo, decisionDate, signer } : null,
  };
}
