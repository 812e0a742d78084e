import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { OverrideRow } from './assignment.rows.ts';

type Stored = Omit<OverrideRow, 'waiveLate'> & { waiveLate: number };

const columns = `o.id, o.assignment_id AS assignmentId, o.enrolment_id AS enrolmentId, o.group_id AS groupId, o.opens_at AS opensAt, o.due_at AS dueAt, o.cutoff_at AS cutoffAt,
  o.attempts, o.waive_late AS waiveLate, o.reason`;
const overrideOf = (row: Stored): OverrideRow => ({ ...row, waiveLate: row.waiveLate === 1 });

/** What counts for one person or one group instead of the dates of everybody. */
@Injectable()
export class OverrideRepository {
  constructor(private readonly db: Database) {}

  async ofAssignments(assignmentIds: readonly number[]): Promise<OverrideRow[]> {
    if (assignmentIds.length === 0) return [];
    return (await this.db.rows<Stored>(`SELECT ${columns} FROM assessment_override o WHERE o.assignment_id IN (?) ORDER BY o.id`, [[...assignmentIds]])).map(overrideOf);
  }

  /** Of these enrolments and groups only: what a trainee's own list needs. */
  async forOwners(assignmentIds: readonly number[], enrolmentIds: readonly number[], groupIds: readonly number[]): Promise<OverrideRow[]> {
    if (assignmentIds.length === 0) return [];
    const rows = await this.db.rows<Stored>(
      `SELECT ${columns} FROM assessment_override o WHERE o.assignment_id IN (?) AND (o.enrolment_id IN (?) OR o.group_id IN (?))`,
      [[...assignmentIds], [...enrolmentIds], [...groupIds]],
    );
    return rows.map(overrideOf);
  }

  async put(override: Omit<OverrideRow, 'id'>): Promise<void> {
    await this.db.run('DELETE FROM assessment_override WHERE assignment_id = ? AND (enrolment_id <=> ?) AND (group_id <=> ?)', [override.assignmentId, override.enrolmentId, override.groupId]);
    await this.db.insert('assessment_override', {
      assignment_id: override.assignmentId, enrolment_id: override.enrolmentId, group_id: override.groupId, opens_at: override.opensAt, due_at: override.dueAt, cutoff_at: override.cutoffAt,
      attempts: override.attempts, waive_late: override.waiveLate, reason: override.reason,
    });
  }

  async remove(id: number): Promise<void> {
    await this.db.run('DELETE FROM assessment_override WHERE id = ?', [id]);
  }
}
