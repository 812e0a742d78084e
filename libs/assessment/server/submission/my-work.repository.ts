import { Injectable } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import { Database } from '@halong/platform/server';
import { assignmentColumns, assignmentOf } from '../assignment/assignment.repository.ts';
import type { AssignmentRow } from '../assignment/assignment.rows.ts';
import type { GivenWork, Standings } from './my-work.rows.ts';

type Given = Omit<GivenWork, keyof AssignmentRow> & Parameters<typeof assignmentOf>[0];

const given = `SELECT ${assignmentColumns}, c.code AS classCode, c.name_vi AS classNameVi, c.name_en AS classNameEn, c.state AS classState,
    e.id AS enrolmentId, e.full_name AS fullName, m.group_id AS groupId, g.name AS groupName
  FROM enrolment_enrolment e JOIN assessment_assignment a ON a.class_id = e.class_id AND a.state = 'PUBLISHED' JOIN classes_class c ON c.id = e.class_id
  LEFT JOIN assessment_group_member m ON m.enrolment_id = e.id LEFT JOIN assessment_group g ON g.id = m.group_id
  WHERE e.person_id = ? AND e.state NOT IN (?)`;

/** What a trainee has been given; the statements do not grow with classes and assignments. */
@Injectable()
export class MyWorkRepository {
  constructor(private readonly db: Database) {}

  /** The latest due first, at most 200. */
  async list(personId: number, classId: number | null): Promise<GivenWork[]> {
    const rows = await this.db.rows<Given>(`${given} AND (? IS NULL OR a.class_id = ?) ORDER BY a.due_at DESC, a.id LIMIT 200`, [personId, [...leftStates], classId, classId]);
    return rows.map((row) => ({ ...row, ...assignmentOf(row) }));
  }

  /** Undefined also for what was not given to this person. */
  async find(personId: number, assignmentId: number): Promise<GivenWork | undefined> {
    const row = await this.db.row<Given>(`${given} AND a.id = ?`, [personId, [...leftStates], assignmentId]);
    return row && { ...row, ...assignmentOf(row) };
  }

  async standings(assignmentIds: readonly number[], owners: readonly string[]): Promise<Standings> {
    if (assignmentIds.length === 0 || owners.length === 0) return { current: [], drafts: [] };
    const [current, drafts] = await Promise.all([
      this.db.rows<Omit<Standings['current'][number], 'late'> & { late: number }>(
        `SELECT s.id, s.assignment_id AS assignmentId, s.owner, s.state, s.late, s.arrived_at AS arrivedAt, s.attempt FROM assessment_submission s
         WHERE s.assignment_id IN (?) AND s.owner IN (?) AND s.is_current = 1`,
        [[...assignmentIds], [...owners]],
      ),
      this.db.rows<{ assignmentId: number; owner: string; confirmed: number }>(
        `SELECT d.assignment_id AS assignmentId, d.owner, EXISTS (SELECT 1 FROM assessment_draft_confirmation c WHERE c.draft_id = d.id AND c.draft_version = d.version) AS confirmed
         FROM assessment_draft d WHERE d.assignment_id IN (?) AND d.owner IN (?) AND d.version > 0`,
        [[...assignmentIds], [...owners]],
      ),
    ]);
    return { current: current.map((row) => ({ ...row, late: row.late === 1 })), drafts: drafts.map((row) => ({ ...row, confirmed: Number(row.confirmed) === 1 })) };
  }

  members(groupId: number): Promise<{ enrolmentId: number; personId: number; fullName: string }[]> {
    return this.db.rows(
      `SELECT e.id AS enrolmentId, e.person_id AS personId, e.full_name AS fullName FROM assessment_group_member m JOIN enrolment_enrolment e ON e.id = m.enrolment_id
       WHERE m.group_id = ? AND e.state NOT IN (?) ORDER BY e.sort_name, e.id`,
      [groupId, [...leftStates]],
    );
  }

  /** Display names of accounts. */
  async names(accountIds: readonly number[]): Promise<Map<number, string>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; name: string }>('SELECT id, display_name AS name FROM identity_account WHERE id IN (?)', [[...accountIds]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
