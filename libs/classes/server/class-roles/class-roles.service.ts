import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { rolesInClass, type ClassSurroundings } from './class-roles.policy.ts';

/** Which roles somebody holds in a class. Three statements, whatever the number of classes and the size of class and tree. */
@Injectable()
export class ClassRoles {
  constructor(private readonly db: Database) {}

  /** @throws AppError platform.not_found when there is no such class */
  async place(classId: number): Promise<ClassSurroundings> {
    const place = (await this.places([classId])).get(classId);
    if (!place) throw new AppError(platformErrors.not_found);
    return place;
  }

  /** By class id; a class that does not exist is left out. */
  async places(classIds: readonly number[]): Promise<Map<number, ClassSurroundings>> {
    const ids = [...new Set(classIds)];
    if (ids.length === 0) return new Map();
    const [classes, units, people] = await Promise.all([
      this.db.rows<{ id: number; institutionId: number }>('SELECT id, institution_id AS institutionId FROM classes_class WHERE id IN (?)', [ids]),
      this.db.rows<{ classId: number; id: number }>(
        `SELECT DISTINCT c.id AS classId, a.ancestor_id AS id FROM classes_class c JOIN organisation_unit_ancestor a ON a.unit_id IN (c.institution_id, c.organising_unit_id) WHERE c.id IN (?)`,
        [ids],
      ),
      this.db.rows<{ classId: number; personId: number; kind: string }>(
        `SELECT DISTINCT s.class_id AS classId, l.person_id AS personId, 'LECTURER' AS kind FROM classes_session s JOIN classes_session_lecturer sl ON sl.session_id = s.id
           JOIN classes_lecturer l ON l.id = sl.lecturer_id WHERE s.class_id IN (?) AND s.state <> 'CANCELLED'
         UNION SELECT class_id, person_id, 'STAFF' FROM classes_staff WHERE class_id IN (?)`,
        [ids, ids],
      ),
    ]);
    const places = new Map(classes.map(({ id, institutionId }) => [id, { id, institutionId, unitIds: [] as number[], lecturerIds: [] as number[], staffIds: [] as number[] }]));
    for (const { classId, id } of units) places.get(classId)?.unitIds.push(id);
    for (const { classId, personId, kind } of people) places.get(classId)?.[kind === 'LECTURER' ? 'lecturerIds' : 'staffIds'].push(personId);
    return places;
  }

  /** The roles that the person holds in each of these classes. */
  async rolesInMany(actor: Actor, classIds: readonly number[]): Promise<Map<number, Role[]>> {
    return new Map([...(await this.places(classIds))].map(([id, place]) => [id, rolesInClass(actor, place)]));
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
