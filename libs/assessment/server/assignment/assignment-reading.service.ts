import { Injectable } from '@nestjs/common';
import type { AssignmentDetail, AssignmentItem, AssignmentTerms } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import { mayEdit, readers } from './assignment.policy.ts';
import { presentDetail, presentItem, presentOverride, type Expected } from './assignment.presenter.ts';
import { AssignmentRepository } from './assignment.repository.ts';
import { takesWork } from './assignment.rules.ts';
import type { AssignmentRow } from './assignment.rows.ts';
import { GroupRepository } from './group.repository.ts';
import { OverrideRepository } from './override.repository.ts';

/** The assignments of a class, as its staff reads them. */
@Injectable()
export class AssignmentReading {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly overrides: OverrideRepository,
    private readonly groups: GroupRepository,
    private readonly sheets: GradeSheetRepository,
    private readonly access: ClassAccess,
    private readonly documents: Documents,
  ) {}

  /** By due time, with what the form is filled with. @throws AppError platform.not_found */
  async list(actor: Actor, classId: number): Promise<{ items: AssignmentItem[]; terms: AssignmentTerms; can: { create: boolean } }> {
    const held = await this.access.require(actor, classId, ...readers);
    const [items, terms, found] = await Promise.all([this.items(classId), this.terms(classId), this.assignments.class(classId)]);
    return { items, terms, can: { create: mayEdit(held) && takesWork(found?.state ?? '') } };
  }

  async items(classId: number): Promise<AssignmentItem[]> {
    const [rows, counts, expected] = await Promise.all([this.assignments.ofClass(classId), this.assignments.counts(classId), this.expected(classId)]);
    return rows.map((row) => presentItem(row, counts.find(({ assignmentId }) => assignmentId === row.id), expected));
  }

  /** @throws AppError platform.not_found */
  async get(actor: Actor, id: number): Promise<AssignmentDetail> {
    const { row, held } = await this.require(actor, id, readers);
    return this.detail(row, held);
  }

  /**
   * The assignment with the roles of the actor in its class.
   * @throws AppError platform.not_found when it is not there or none of these roles is held
   */
  async require(actor: Actor, id: number, wanted: readonly Role[], lock = false): Promise<{ row: AssignmentRow; held: Role[] }> {
    const row = await (lock ? this.assignments.lock(id) : this.assignments.find(id));
    if (!row) throw new AppError(platformErrors.not_found);
    return { row, held: await this.access.require(actor, row.classId, ...wanted) };
  }

  /** @throws AppError platform.not_found when none of these roles is held in the class */
  requireClass(actor: Actor, classId: number, wanted: readonly Role[]): Promise<Role[]> {
    return this.access.require(actor, classId, ...wanted);
  }

  async detail(row: AssignmentRow, held: readonly Role[]): Promise<AssignmentDetail> {
    const [counts, seats, groups, overrides, ids, ofClass] = await Promise.all([
      this.assignments.counts(row.classId), this.groups.seats(row.classId), this.groups.groups(row.classId), this.overrides.ofAssignments([row.id]),
      this.assignments.references(row.id), this.assignments.class(row.classId),
    ]);
    const documents = await this.documents.view(ids);
    const item = presentItem(row, counts.find(({ assignmentId }) => assignmentId === row.id), { people: seats.length, groups: groups.length });
    const views = overrides.map((override) => presentOverride(override, seats, groups));
    const references = ids.flatMap((one) => documents.get(one) ?? []);
    return presentDetail(row, item, references, views, { edit: mayEdit(held), takesWork: takesWork(ofClass?.state ?? '') });
  }

  /** The components of the grade sheet of the class. */
  async components(classId: number): Promise<AssignmentTerms['components']> {
    return (await this.sheets.sheet(classId)).components.map(({ key, nameVi, nameEn }) => ({ key, nameVi, nameEn }));
  }

  private async expected(classId: number): Promise<Expected> {
    const [seats, groups] = await Promise.all([this.groups.seats(classId), this.groups.groups(classId)]);
    return { people: seats.length, groups: groups.length };
  }

  private async terms(classId: number): Promise<AssignmentTerms> {
    const [components, found, latePolicies] = await Promise.all([this.components(classId), this.sheets.classOf(classId), this.assignments.latePolicies()]);
    return { components, scale: found?.rules?.scale ?? null, latePolicies };
  }
}
