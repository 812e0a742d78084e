import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { rolesInClass, type ClassPlace } from './class-access.policy.ts';

/** Which roles somebody holds in a class. Three statements, whatever the size of class and tree. */
@Injectable()
export class ClassAccess {
  constructor(private readonly db: Database) {}

  /** @throws AppError platform.not_found when there is no such class */
  async place(classId: number): Promise<ClassPlace> {
    const row = await this.db.row<{ institutionId: number }>('SELECT institution_id AS institutionId FROM classes_class WHERE id = ?', [classId]);
    if (!row) throw new AppError(platformErrors.not_found);
    const [units, people] = await Promise.all([
      this.db.rows<{ id: number }>(
        `SELECT DISTINCT a.ancestor_id AS id FROM classes_class c JOIN organisation_unit_ancestor a ON a.unit_id IN (c.institution_id, c.organising_unit_id) WHERE c.id = ?`,
        [classId],
      ),
      this.db.rows<{ personId: number; kind: string }>(
        `SELECT DISTINCT l.person_id AS personId, 'LECTURER' AS kind FROM classes_session s JOIN classes_session_lecturer sl ON sl.session_id = s.id
           JOIN classes_lecturer l ON l.id = sl.lecturer_id WHERE s.class_id = ? AND s.state <> 'CANCELLED'
         UNION SELECT person_id, 'STAFF' FROM classes_staff WHERE class_id = ?`,
        [classId, classId],
      ),
    ]);
    const peopleOf = (kind: string): number[] => people.filter((one) => one.kind === kind).map(({ personId }) => personId);
    return { id: classId, institutionId: row.institutionId, unitIds: units.map(({ id }) => id), lecturerIds: peopleOf('LECTURER'), staffIds: peopleOf('STAFF') };
  }

  /** @throws AppError platform.not_found when there is no such class */
  async roles(actor: Actor, classId: number): Promise<Role[]> {
    return rolesInClass(actor, await this.place(classId));
  }

  /**
   * @returns the roles the person holds in the class
   * @throws AppError platform.not_found when it is none of these, as if the class were not there
   */
  async require(actor: Actor, classId: number, ...wanted: Role[]): Promise<Role[]> {
    const held = await this.roles(actor, classId);
    if (!held.some((role) => wanted.includes(role))) throw new AppError(platformErrors.not_found);
    return held;
  }
}
