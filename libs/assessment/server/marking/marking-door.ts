import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { AssignmentRepository } from '../assignment/assignment.repository.ts';
import type { AssignmentRow } from '../assignment/assignment.rows.ts';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import type { SheetClass } from '../grade-sheet/grade-sheet.rows.ts';
import type { MarkingTerms } from './outcome.rules.ts';

export interface MarkedAssignment {
  row: AssignmentRow;
  class: SheetClass;
  held: Role[];
  terms: MarkingTerms & { scale: number; floor: number };
}

/** The scale of a class that has no frozen rules yet. */
const usual = { scale: 10, gradeStep: 0.25 };

/** The way to an assignment for those who mark or coordinate it. */
@Injectable()
export class MarkingDoor {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly sheets: GradeSheetRepository,
    private readonly access: ClassAccess,
  ) {}

  /** @throws AppError platform.not_found when the assignment is not there or none of these roles is held in its class */
  async require(actor: Actor, assignmentId: number, ...wanted: Role[]): Promise<MarkedAssignment> {
    return this.open(actor, await this.assignments.find(assignmentId), wanted);
  }

  /** The same, and nobody else changes the assignment until the end of the transaction. */
  async lock(actor: Actor, assignmentId: number, ...wanted: Role[]): Promise<MarkedAssignment> {
    return this.open(actor, await this.assignments.lock(assignmentId), wanted);
  }

  private async open(actor: Actor, row: AssignmentRow | undefined, wanted: Role[]): Promise<MarkedAssignment> {
    if (!row || row.state !== 'PUBLISHED') throw new AppError(platformErrors.not_found);
    const held = await this.access.require(actor, row.classId, ...wanted);
    const ofClass = await this.sheets.classOf(row.classId);
    if (!ofClass) throw new AppError(platformErrors.not_found);
    const { scale, gradeStep } = ofClass.rules ?? usual;
    const diffThreshold = row.diffThreshold ?? (row.markers > 1 ? (ofClass.rules?.marking.diffThreshold ?? null) : null);
    return { row, class: ofClass, held, terms: { scale, step: gradeStep, markers: row.markers, diffThreshold, floor: row.late.floor } };
  }
}
