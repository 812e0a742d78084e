import { Injectable } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import { Database } from '@halong/platform/server';
import type { GroupRow, Seat } from './group.rows.ts';

/** The trainees of a class and the groups they work in. */
@Injectable()
export class GroupRepository {
  constructor(private readonly db: Database) {}

  /** Everybody who has not left, by given name, with the group. */
  seats(classId: number): Promise<Seat[]> {
    return this.db.rows(
      `SELECT e.id AS enrolmentId, e.person_id AS personId, e.full_name AS fullName, m.group_id AS groupId FROM enrolment_enrolment e
       LEFT JOIN assessment_group_member m ON m.enrolment_id = e.id WHERE e.class_id = ? AND e.state NOT IN (?) ORDER BY e.sort_name, e.full_name, e.id`,
      [classId, [...leftStates]],
    );
  }

  /** By name, numbers in their order. */
  groups(classId: number): Promise<GroupRow[]> {
    return this.db.rows('SELECT id, name FROM assessment_group WHERE class_id = ? ORDER BY CHAR_LENGTH(name), name, id', [classId]);
  }

  /** 0 while nobody has arranged any. */
  async version(classId: number): Promise<number> {
    return (await this.db.row<{ version: number }>('SELECT version FROM assessment_group_set WHERE class_id = ?', [classId]))?.version ?? 0;
  }

  /** The version, locked until the end of the transaction. */
  async lock(classId: number): Promise<number> {
    await this.db.run('INSERT IGNORE INTO assessment_group_set (class_id, version) VALUES (?, 0)', [classId]);
    return (await this.db.row<{ version: number }>('SELECT version FROM assessment_group_set WHERE class_id = ? FOR UPDATE', [classId]))?.version ?? 0;
  }

  /** Groups that work was done for. */
  async inUse(classId: number): Promise<Set<number>> {
    const rows = await this.db.rows<{ id: number }>(
      `SELECT g.id FROM assessment_group g WHERE g.class_id = ? AND (EXISTS (SELECT 1 FROM assessment_draft d WHERE d.owner = CONCAT('G', g.id))
         OR EXISTS (SELECT 1 FROM assessment_submission s WHERE s.owner = CONCAT('G', g.id)) OR EXISTS (SELECT 1 FROM assessment_override o WHERE o.group_id = g.id))`,
      [classId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async remove(groupIds: readonly number[]): Promise<void> {
    if (groupIds.length > 0) await this.db.run('DELETE FROM assessment_group WHERE id IN (?)', [[...groupIds]]);
  }

  add(classId: number, name: string): Promise<number> {
    return this.db.insert('assessment_group', { class_id: classId, name });
  }

  async rename(id: number, name: string): Promise<void> {
    await this.db.run('UPDATE assessment_group SET name = ? WHERE id = ?', [name, id]);
  }

  async clearMembers(classId: number): Promise<void> {
    await this.db.run('DELETE m FROM assessment_group_member m JOIN assessment_group g ON g.id = m.group_id WHERE g.class_id = ?', [classId]);
  }

  async addMembers(members: readonly { enrolmentId: number; groupId: number }[]): Promise<void> {
    await this.db.insertMany('assessment_group_member', members.map(({ enrolmentId, groupId }) => ({ enrolment_id: enrolmentId, group_id: groupId })));
  }

  async touch(classId: number): Promise<void> {
    await this.db.run('UPDATE assessment_group_set SET version = version + 1 WHERE class_id = ?', [classId]);
  }
}
