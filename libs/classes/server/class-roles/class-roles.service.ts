import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { followsTheTree, rolesInClass, type ClassSurroundings } from './class-roles.policy.ts';

interface ClassRow {
  id: number;
  institutionId: number;
  teaches: number;
  looksAfter: number;
}

/** Which roles somebody holds in a class. One statement, two for those whose grants follow the tree, whatever the number of classes and the size of class and tree. */
@Injectable()
export class ClassRoles {
  constructor(private readonly db: Database) {}

  /** By class id, as far as the roles of this person depend on it; a class that does not exist is left out. */
  private async places(actor: Actor, classIds: readonly number[]): Promise<Map<number, ClassSurroundings>> {
    const ids = [...new Set(classIds)];
    if (ids.length === 0) return new Map();
    const person = actor.personId ?? 0;
    const [classes, units] = await Promise.all([
      this.db.rows<ClassRow>(
        `SELECT c.id, c.institution_id AS institutionId,
           EXISTS (SELECT 1 FROM classes_lecturer l JOIN classes_session_lecturer sl ON sl.lecturer_id = l.id JOIN classes_session s ON s.id = sl.session_id
             WHERE l.person_id = ? AND s.class_id = c.id AND s.state <> 'CANCELLED') AS teaches,
           EXISTS (SELECT 1 FROM classes_staff f WHERE f.class_id = c.id AND f.person_id = ?) AS looksAfter
         FROM classes_class c WHERE c.id IN (?)`,
        [person, person, ids],
      ),
      followsTheTree(actor) ? this.unitsOf(ids) : [],
    ]);
    const places = new Map(classes.map(({ id, institutionId, teaches, looksAfter }) =>
      [id, { id, institutionId, unitIds: [] as number[], lecturerIds: teaches ? [person] : [], staffIds: looksAfter ? [person] : [] }]));
    for (const { classId, id } of units) places.get(classId)?.unitIds.push(id);
    return places;
  }

  private unitsOf(classIds: readonly number[]): Promise<{ classId: number; id: number }[]> {
    return this.db.rows(
      'SELECT DISTINCT c.id AS classId, a.ancestor_id AS id FROM classes_class c JOIN organisation_unit_ancestor a ON a.unit_id IN (c.institution_id, c.organising_unit_id) WHERE c.id IN (?)',
      [[...classIds]],
    );
  }

  /** The roles that the person holds in each of these classes. */
  async rolesInMany(actor: Actor, classIds: readonly number[]): Promise<Map<number, Role[]>> {
    return new Map([...(await this.places(actor, classIds))].map(([id, place]) => [id, rolesInClass(actor, place)]));
  }

  /** @throws AppError platform.not_found when there is no such class */
  async roles(actor: Actor, classId: number): Promise<Role[]> {
    const place = (await this.places(actor, [classId])).get(classId);
    if (!place) throw new AppError(platformErrors.not_found);
    return rolesInClass(actor, place);
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
