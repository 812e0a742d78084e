import { Injectable } from '@nestjs/common';
import { gradeComponent, type Mark } from '@halong/assessment/contract';
import { ContentProgress } from '@halong/materials/server';
import { Database, jsonIn } from '@halong/platform/server';
import type { ProgrammeCategoryCode } from '@halong/regulations/contract';
import { rulesOfClass } from '@halong/regulations/server';
import type { ClassFacts, EnrolmentFacts } from './completion-facts.ts';

interface ClassRow {
  id: number;
  state: string;
  year: number;
  rules: unknown;
  category: ProgrammeCategoryCode;
  components: unknown;
  sheetState: string | null;
  recognisedOn: string | null;
}

type MarkRow = { enrolmentId: number; component: string; kind: Mark['kind']; score: number | null };

const nothingToSee = { needed: 0, done: 0, missing: [] };

/** Reads what completion depends on, for whole sets: the statements do not grow with them. */
@Injectable()
export class CompletionFactsRepository {
  constructor(
    private readonly db: Database,
    private readonly progress: ContentProgress,
  ) {}

  /** Keeps others from changing these enrolments until the end of the transaction. */
  async lock(enrolmentIds: readonly number[]): Promise<void> {
    await this.db.rows('SELECT id FROM enrolment_enrolment WHERE id IN (?) ORDER BY id FOR UPDATE', [[...enrolmentIds]]);
  }

  async enrolments(enrolmentIds: readonly number[]): Promise<EnrolmentFacts[]> {
    const rows = await this.db.rows<Omit<EnrolmentFacts, 'marks' | 'materials'>>(
      `SELECT e.id, e.class_id AS classId, e.person_id AS personId, e.unit_id AS unitId, e.state, e.discipline_note AS disciplineNote, x.average
       FROM enrolment_enrolment e LEFT JOIN assessment_result x ON x.enrolment_id = e.id WHERE e.id IN (?) ORDER BY e.id`,
      [[...enrolmentIds]],
    );
    const marks = new Map(rows.map(({ id }) => [id, new Map<string, Mark>()]));
    for (const row of await this.marks(enrolmentIds)) {
      marks.get(row.enrolmentId)?.set(row.component, row.kind === 'SCORE' ? { kind: row.kind, value: Number(row.score) } : { kind: row.kind });
    }
    const materials = await this.progress.mandatory(enrolmentIds);
    return rows.map((row) => ({ ...row, materials: materials.get(row.id) ?? nothingToSee, average: row.average === null ? null : Number(row.average), marks: marks.get(row.id) ?? new Map() }));
  }

  async classes(classIds: readonly number[]): Promise<Map<number, ClassFacts>> {
    if (classIds.length === 0) return new Map();
    const rows = await this.db.rows<ClassRow>(
      `SELECT c.id, c.state, COALESCE(YEAR(c.opening_date), c.year) AS year, c.rules, p.category, COALESCE(s.components, v.components) AS components, s.state AS sheetState,
         r.decision_date AS recognisedOn
       FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id JOIN catalogue_programme p ON p.id = v.programme_id
       LEFT JOIN assessment_grade_sheet s ON s.class_id = c.id LEFT JOIN assessment_recognition r ON r.class_id = c.id WHERE c.id IN (?)`,
      [[...classIds]],
    );
    return new Map(rows.map((row) => [row.id, classOf(row)]));
  }

  async idsOfClass(classId: number): Promise<number[]> {
    return (await this.db.rows<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE class_id = ? ORDER BY id', [classId])).map(({ id }) => id);
  }

  /** The next enrolments after this id, in order of id. */
  async idsAfter(id: number, limit: number): Promise<number[]> {
    return (await this.db.rows<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE id > ? ORDER BY id LIMIT ?', [id, limit])).map((row) => row.id);
  }

  private marks(enrolmentIds: readonly number[]): Promise<MarkRow[]> {
    return this.db.rows('SELECT enrolment_id AS enrolmentId, component, kind, score FROM assessment_grade WHERE enrolment_id IN (?)', [[...enrolmentIds]]);
  }
}

function classOf({ id, state, year, rules, category, components, sheetState, recognisedOn }: ClassRow): ClassFacts {
  return {
    id, state, year, recognisedOn,
    // Before its decision a class is looked at by the rules of its category.
    rules: rulesOfClass(rules, category),
    components: gradeComponent.array().parse(jsonIn(components)),
    published: sheetState === 'PUBLISHED' || sheetState === 'LOCKED',
  };
}
