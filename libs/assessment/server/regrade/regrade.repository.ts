import { Injectable } from '@nestjs/common';
import type { RegradeState } from '@halong/assessment/contract';
import { dayOf } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import type { RuleSet } from '@halong/regulations/contract';
import { readRules } from '@halong/regulations/server';
import type { GivenFile, GivenWork, RegradeMark, RegradeRow } from './regrade.rows.ts';

const columns = `r.id, r.class_id AS classId, r.enrolment_id AS enrolmentId, e.person_id AS personId, e.full_name AS fullName, r.component, r.code, r.state, r.reason, r.answer,
  r.old_score AS oldScore, r.new_score AS newScore, r.asked_at AS askedAt, r.version`;
const joined = 'assessment_regrade r JOIN enrolment_enrolment e ON e.id = r.enrolment_id';
const numbered = (row: RegradeRow): RegradeRow => ({ ...row, oldScore: Number(row.oldScore), newScore: row.newScore === null ? null : Number(row.newScore) });

/** Regrade requests and the scores of their markers. */
@Injectable()
export class RegradeRepository {
  constructor(private readonly db: Database) {}

  async one(id: number): Promise<RegradeRow | undefined> {
    const row = await this.db.row<RegradeRow>(`SELECT ${columns} FROM ${joined} WHERE r.id = ?`, [id]);
    return row && numbered(row);
  }

  /** Newest first. */
  async ofClass(classId: number): Promise<RegradeRow[]> {
    return (await this.db.rows<RegradeRow>(`SELECT ${columns} FROM ${joined} WHERE r.class_id = ? ORDER BY r.id DESC LIMIT 500`, [classId])).map(numbered);
  }

  async ofPerson(personId: number): Promise<RegradeRow[]> {
    return (await this.db.rows<RegradeRow>(`SELECT ${columns} FROM ${joined} WHERE e.person_id = ? ORDER BY r.id DESC LIMIT 200`, [personId])).map(numbered);
  }

  add(row: Pick<RegradeRow, 'classId' | 'enrolmentId' | 'component' | 'code' | 'reason' | 'oldScore' | 'askedAt'>): Promise<number> {
    return this.db.insert('assessment_regrade', {
      class_id: row.classId, enrolment_id: row.enrolmentId, component: row.component, code: row.code, state: 'SUBMITTED', reason: row.reason, old_score: row.oldScore, asked_at: row.askedAt,
    });
  }

  async move(id: number, to: RegradeState, answer: string | null, newScore: number | null): Promise<void> {
    await this.db.run('UPDATE assessment_regrade SET state = ?, answer = ?, new_score = ?, version = version + 1 WHERE id = ?', [to, answer, newScore, id]);
  }

  async marks(regradeIds: readonly number[]): Promise<RegradeMark[]> {
    if (regradeIds.length === 0) return [];
    const rows = await this.db.rows<RegradeMark>(
      'SELECT m.regrade_id AS regradeId, m.person_id AS personId, p.full_name AS name, m.score, m.note FROM assessment_regrade_mark m JOIN organisation_person p ON p.id = m.person_id WHERE m.regrade_id IN (?) ORDER BY m.person_id',
      [[...regradeIds]],
    );
    return rows.map((row) => ({ ...row, score: row.score === null ? null : Number(row.score) }));
  }

  async addMarkers(regradeId: number, personIds: readonly number[]): Promise<void> {
    await this.db.insertMany('assessment_regrade_mark', personIds.map((personId) => ({ regrade_id: regradeId, person_id: personId, score: null, note: '' })));
  }

  async putMark(regradeId: number, personId: number, score: number, note: string): Promise<void> {
    await this.db.run('UPDATE assessment_regrade_mark SET score = ?, note = ? WHERE regrade_id = ? AND person_id = ?', [score, note, regradeId, personId]);
  }

  /** People who gave this mark before: by typing it, and by marking the work that it came from. */
  async firstMarkers(enrolmentId: number, component: string): Promise<Set<number>> {
    const rows = await this.db.rows<{ personId: number }>(
      `SELECT a.person_id AS personId FROM assessment_grade_change g JOIN identity_account a ON a.id = g.account_id WHERE g.enrolment_id = ? AND g.component = ? AND a.person_id IS NOT NULL
       UNION SELECT k.person_id FROM assessment_submission_member b JOIN assessment_submission s ON s.id = b.submission_id JOIN assessment_assignment t ON t.id = s.assignment_id AND t.component = ?
         JOIN assessment_marking k ON k.submission_id = s.id WHERE b.enrolment_id = ? AND k.person_id IS NOT NULL
       UNION SELECT a.person_id FROM assessment_submission_member b JOIN assessment_submission s ON s.id = b.submission_id JOIN assessment_assignment t ON t.id = s.assignment_id AND t.component = ?
         JOIN assessment_marking k ON k.submission_id = s.id JOIN identity_account a ON a.id = k.saved_by WHERE b.enrolment_id = ? AND a.person_id IS NOT NULL`,
      [enrolmentId, component, component, enrolmentId, component, enrolmentId],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /** What the score of a component came from, as it was handed in last. */
  works(enrolmentId: number, component: string): Promise<GivenWork[]> {
    return this.db.rows(
      `SELECT s.id, t.title, t.brief, s.text, t.due_at AS dueAt FROM assessment_submission_member b JOIN assessment_submission s ON s.id = b.submission_id AND s.is_current = 1
       JOIN assessment_assignment t ON t.id = s.assignment_id AND t.component = ? WHERE b.enrolment_id = ? ORDER BY t.due_at, s.id LIMIT 20`,
      [component, enrolmentId],
    );
  }

  /** Where this person marks work again that the document belongs to. */
  givenFiles(personId: number, documentId: number): Promise<GivenFile[]> {
    return this.db.rows(
      `SELECT r.class_id AS classId, r.code, f.position, d.name FROM assessment_submission_file f JOIN assessment_submission s ON s.id = f.submission_id AND s.is_current = 1
       JOIN assessment_assignment t ON t.id = s.assignment_id JOIN assessment_submission_member b ON b.submission_id = s.id JOIN materials_document d ON d.id = f.document_id
       JOIN assessment_regrade r ON r.enrolment_id = b.enrolment_id AND r.component = t.component AND r.state = 'REMARKING'
       JOIN assessment_regrade_mark m ON m.regrade_id = r.id AND m.person_id = ? WHERE f.document_id = ? LIMIT 20`,
      [personId, documentId],
    );
  }

  /** Who coordinates the class, by a role in it or in its institution. */
  async coordinators(classId: number, now: Date): Promise<number[]> {
    const rows = await this.db.rows<{ personId: number }>(
      `SELECT DISTINCT a.person_id AS personId FROM classes_class c JOIN identity_role_grant g ON g.role = 'CLASS_COORDINATOR'
         AND ((g.scope_type = 'CLASS' AND g.scope_id = c.id) OR (g.scope_type = 'INSTITUTION' AND g.scope_id = c.institution_id)) AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to >= ?)
       JOIN identity_account a ON a.id = g.account_id WHERE c.id = ? AND a.person_id IS NOT NULL LIMIT 50`,
      [dayOf(now), dayOf(now), classId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Who teaches in the class, or holds the role for it. */
  lecturers(classId: number): Promise<{ personId: number; name: string }[]> {
    return this.db.rows(
      `SELECT p.id AS personId, p.full_name AS name FROM organisation_person p WHERE p.id IN (
         SELECT l.person_id FROM classes_session s JOIN classes_session_lecturer sl ON sl.session_id = s.id JOIN classes_lecturer l ON l.id = sl.lecturer_id WHERE s.class_id = ? AND s.state <> 'CANCELLED'
         UNION SELECT a.person_id FROM identity_role_grant g JOIN identity_account a ON a.id = g.account_id WHERE g.role = 'LECTURER' AND g.scope_type = 'CLASS' AND g.scope_id = ? AND a.person_id IS NOT NULL)
       ORDER BY p.sort_name, p.id LIMIT 200`,
      [classId, classId],
    );
  }

  /** Classes of the person whose marks are published and not locked. */
  async publishedFor(personId: number): Promise<{ classId: number; publishedAt: Date; rules: RuleSet }[]> {
    const rows = await this.db.rows<{ classId: number; publishedAt: Date; rules: unknown }>(
      `SELECT s.class_id AS classId, s.published_at AS publishedAt, c.rules FROM enrolment_enrolment e JOIN assessment_grade_sheet s ON s.class_id = e.class_id
       JOIN classes_class c ON c.id = e.class_id WHERE e.person_id = ? AND s.state = 'PUBLISHED' AND s.published_at IS NOT NULL AND c.rules IS NOT NULL LIMIT 100`,
      [personId],
    );
    return rows.map((row) => ({ ...row, rules: readRules(row.rules) }));
  }

  /** Published sheets with the rules of their classes, for the clock. */
  published(): Promise<{ classId: number; publishedAt: Date; rules: unknown; open: number }[]> {
    return this.db.rows(
      `SELECT s.class_id AS classId, s.published_at AS publishedAt, c.rules, EXISTS (SELECT 1 FROM assessment_regrade r WHERE r.class_id = s.class_id AND r.state IN ('SUBMITTED', 'ACCEPTED', 'REMARKING')) AS open
       FROM assessment_grade_sheet s JOIN classes_class c ON c.id = s.class_id WHERE s.state = 'PUBLISHED' AND s.published_at IS NOT NULL AND c.rules IS NOT NULL ORDER BY s.published_at LIMIT 200`,
    );
  }
}
