import { Injectable } from '@nestjs/common';
import { gradeComponent, type GradeComponentItem, type Mark, type MyResult } from '@halong/assessment/contract';
import { Database } from '@halong/platform/server';
import type { RuleSet } from '@halong/regulations/contract';
import { readRules } from '@halong/regulations/server';
import { jsonOf, markOf, type StoredGrade } from './stored-grade.ts';

interface PublishedRow {
  enrolmentId: number;
  enrolmentState: string;
  classId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  rules: unknown;
  components: unknown;
  decisionNo: string | null;
  decisionDate: string | null;
  signer: string | null;
}

export interface PublishedResult {
  enrolmentId: number;
  class: MyResult['class'];
  components: GradeComponentItem[];
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
      `SELECT e.id AS enrolmentId, e.state AS enrolmentState, c.id AS classId, c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.rules, s.components,
         r.decision_no AS decisionNo, r.decision_date AS decisionDate, r.signer
       FROM enrolment_enrolment e JOIN assessment_grade_sheet s ON s.class_id = e.class_id AND s.state IN ('PUBLISHED', 'LOCKED')
       JOIN classes_class c ON c.id = e.class_id AND c.rules IS NOT NULL LEFT JOIN assessment_recognition r ON r.class_id = e.class_id
       WHERE e.person_id = ? AND (? IS NULL OR e.class_id = ?) ORDER BY c.opening_date DESC, c.id DESC LIMIT 200`,
      [personId, classId, classId],
    );
    return rows.map(published);
  }

  /** enrolment → component → mark. */
  async marks(enrolmentIds: readonly number[]): Promise<Map<number, Map<string, Mark>>> {
    const all = new Map(enrolmentIds.map((id) => [id, new Map<string, Mark>()]));
    if (enrolmentIds.length === 0) return all;
    const rows = await this.db.rows<StoredGrade>('SELECT enrolment_id AS enrolmentId, component, kind, score, version FROM assessment_grade WHERE enrolment_id IN (?)', [[...enrolmentIds]]);
    for (const row of rows) all.get(row.enrolmentId)?.set(row.component, markOf(row));
    return all;
  }
}

function published(row: PublishedRow): PublishedResult {
  const { decisionNo, decisionDate, signer } = row;
  return {
    enrolmentId: row.enrolmentId,
    class: { id: row.classId, code: row.code, nameVi: row.nameVi, nameEn: row.nameEn },
    components: gradeComponent.array().parse(jsonOf(row.components)),
    rules: readRules(row.rules),
    barred: row.enrolmentState === 'EXAM_BARRED',
    recognition: decisionNo !== null && decisionDate !== null && signer !== null ? { decisionNo, decisionDate, signer } : null,
  };
}
