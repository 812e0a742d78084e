import { Injectable } from '@nestjs/common';
import { rubricErrors as errors, type RubricContent, type RubricView } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Audit, Clock, Database } from '@halong/platform/server';
import { AssignmentRepository } from '../assignment/assignment.repository.ts';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import { RubricRepository, type RubricRow } from './rubric.repository.ts';
import { rubricFault } from './rubric.rules.ts';

const readers: Role[] = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'];

/** Those who teach write rubrics of their class; what all classes of a programme use is the coordinators'. */
const mayEdit = (held: readonly Role[], { programmeId }: Pick<RubricRow, 'programmeId'>): boolean =>
  held.includes('CLASS_COORDINATOR') || (programmeId === null && held.includes('LECTURER'));

const present = ({ programmeId, classId: _, changedAt, content, ...row }: RubricRow, held: readonly Role[]): RubricView => ({
  ...row, ...content, shared: programmeId !== null, changedAt: changedAt.toISOString(), can: { edit: mayEdit(held, { programmeId }) },
});

/** How work is judged: rubrics of a class and of its programme. */
@Injectable()
export class Rubrics {
  constructor(
    private readonly db: Database,
    private readonly rubrics: RubricRepository,
    private readonly assignments: AssignmentRepository,
    private readonly sheets: GradeSheetRepository,
    private readonly access: ClassAccess,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async list(actor: Actor, classId: number) {
    const held = await this.access.require(actor, classId, ...readers);
    const [rows, found] = await Promise.all([this.rubrics.ofClass(classId), this.sheets.classOf(classId)]);
    return {
      items: rows.map((row) => present(row, held)), scale: found?.rules?.scale ?? 10,
      can: { create: mayEdit(held, { programmeId: null }), share: held.includes('CLASS_COORDINATOR') },
    };
  }

  /** @throws AppError platform.not_found, platform.forbidden, assessment.rubric_weights, rubric_levels */
  async create(actor: Actor, classId: number, { title, shared, ...content }: RubricContent & { title: string; shared: boolean }): Promise<RubricView> {
    return this.db.transaction(async () => {
      const held = await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR');
      const programmeId = shared ? await this.rubrics.programmeOf(classId) : null;
      if (!mayEdit(held, { programmeId })) throw new AppError(platformErrors.forbidden);
      check(content);
      const id = await this.rubrics.add(programmeId === null ? { classId } : { programmeId }, title, content, this.clock.now());
      await this.audit.record({ action: 'assessment.rubric_written', subjectType: 'rubric', subjectId: id, before: null, after: { title, ...content } });
      return present(await this.require(id), held);
    });
  }

  /** @throws AppError platform.not_found, platform.forbidden, platform.stale_version, assessment.rubric_weights, rubric_levels */
  async put(actor: Actor, classId: number, id: number, { title, version, ...content }: RubricContent & { title: string; version: number }): Promise<RubricView> {
    return this.db.transaction(async () => {
      const row = await this.require(id);
      const held = await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR');
      if (!(await this.rubrics.mayUse(classId, row.versionId))) throw new AppError(platformErrors.not_found);
      if (!mayEdit(held, row)) throw new AppError(platformErrors.forbidden);
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      check(content);
      // Work is marked by what its rubric said when it was chosen.
      if (row.used) await this.rubrics.addVersion(id, row.versionNo + 1, content, this.clock.now());
      else await this.rubrics.rewrite(row.versionId, content, this.clock.now());
      await this.rubrics.rename(id, title);
      await this.audit.record({ action: 'assessment.rubric_changed', subjectType: 'rubric', subjectId: id, before: { title: row.title, ...row.content }, after: { title, ...content } });
      return present(await this.require(id), held);
    });
  }

  /** @throws AppError platform.not_found, assessment.rubric_not_here, rubric_in_use */
  async choose(actor: Actor, assignmentId: number, rubricVersionId: number): Promise<{ rubricVersionId: number }> {
    return this.db.transaction(async () => {
      const assignment = await this.assignments.lock(assignmentId);
      if (!assignment) throw new AppError(platformErrors.not_found);
      await this.access.require(actor, assignment.classId, 'LECTURER', 'CLASS_COORDINATOR');
      const chosen = await this.rubrics.version(rubricVersionId);
      if (chosen) await this.rubrics.lock(chosen.rubricId);
      if (!(await this.rubrics.mayUse(assignment.classId, rubricVersionId))) throw new AppError(errors.rubric_not_here);
      if (assignment.rubricVersionId === rubricVersionId) return { rubricVersionId };
      if (await this.rubrics.markedYet(assignmentId)) throw new AppError(errors.rubric_in_use);
      await this.rubrics.choose(assignmentId, rubricVersionId);
      await this.audit.record({
        action: 'assessment.rubric_chosen', subjectType: 'assignment', subjectId: assignmentId, before: { rubricVersionId: assignment.rubricVersionId }, after: { rubricVersionId },
      });
      return { rubricVersionId };
    });
  }

  private async require(id: number): Promise<RubricRow> {
    const row = await this.rubrics.lock(id);
    if (!row) throw new AppError(platformErrors.not_found);
    return row;
  }
}

function check(content: RubricContent): void {
  const fault = rubricFault(content);
  if (fault?.kind === 'weights') throw new AppError(errors.rubric_weights, { sum: fault.sum });
  if (fault) throw new AppError(errors.rubric_levels, { criterion: fault.criterion, scale: content.scale });
}
