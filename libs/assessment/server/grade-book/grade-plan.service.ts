import { Injectable } from '@nestjs/common';
import { assessmentErrors as errors, type Consequences, type GradeSheet, type PlanChange, type PlanChangeItem } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { presentSheet, type SheetContent } from '../grade-sheet/grade-sheet.presenter.ts';
import { GradeSheets } from '../grade-sheet/grade-sheet.service.ts';
import { gradesIn } from '../grade-sheet/grading.ts';
import { mayPlan, maySetRules } from './grade-book.policy.ts';
import { IssuedCertificates } from './issued-certificates.ts';
import { bandsProblem, consequencesOf, planProblem, rulesWith, sameValue, undoMs, undoProblem, type PlanProblem } from './plan.rules.ts';
import { PlanApplication, standing, storedChange } from './plan-application.ts';
import { PlanChanges, type PlanChangeRow } from './plan-changes.repository.ts';

const planners: Role[] = ['CLASS_COORDINATOR', 'TRAINING_MANAGER'];

/** How a class is graded: seen before it is changed, changed with a reason, undone for a day. */
@Injectable()
export class GradePlans {
  constructor(
    private readonly db: Database,
    private readonly access: ClassAccess,
    private readonly gradeSheets: GradeSheets,
    private readonly changes: PlanChanges,
    private readonly application: PlanApplication,
    private readonly certificates: IssuedCertificates,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found, forbidden, assessment.not_open and what is wrong with the change */
  async preview(actor: Actor, classId: number, change: PlanChange): Promise<Consequences> {
    const held = await this.access.require(actor, classId, ...planners);
    const content = await this.gradeSheets.content(classId);
    const after = changed(content, change, held);
    const issued = await this.certificates.of(content.trainees.map(({ enrolmentId }) => enrolmentId));
    const list = consequencesOf(content.trainees, gradesIn(content, content.trainees, content.cells), gradesIn(after, content.trainees, content.cells), issued);
    const count = (is: (one: (typeof list)[number]) => boolean): number => list.filter(is).length;
    return {
      trainees: content.trainees.length, changes: list, band: count((one) => one.band), falls: count((one) => one.falls), rises: count((one) => one.rises),
      certificates: count((one) => one.certificate !== null), decisionNo: content.recognition?.decisionNo ?? null,
    };
  }

  /** @throws AppError as preview, and platform.stale_version, assessment.nothing_changed */
  async save(actor: Actor, classId: number, { change, version, reason }: { change: PlanChange; version: number; reason: string }): Promise<GradeSheet> {
    return this.db.transaction(async () => {
      await this.gradeSheets.lockAt(classId, version);
      const held = await this.access.require(actor, classId, ...planners);
      const content = await this.gradeSheets.content(classId);
      changed(content, change, held);
      const was = standing(content, change.kind);
      if (sameValue(was, change)) throw new AppError(errors.nothing_changed);
      await this.application.apply(content, change, reason, 'assessment.plan_changed');
      await this.changes.add({
        classId, kind: change.kind, was, became: change, reason, accountId: actor.accountId, at: this.clock.now(), sheetState: content.sheet.state,
        recognised: content.recognition !== undefined, certificates: await this.issued(content),
      });
      return presentSheet(await this.gradeSheets.content(classId), held);
    });
  }

  async list(actor: Actor, classId: number): Promise<PlanChangeItem[]> {
    const held = await this.access.require(actor, classId, 'LECTURER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN', ...planners);
    const rows = await this.changes.of(classId);
    const newest = rows.find((row) => row.undoneAt === null);
    return rows.map(({ id, kind, reason, by, at, undoneAt, undoneBy }) => {
      const until = new Date(at.getTime() + undoMs);
      const mine = kind === 'PLAN' ? held.includes('CLASS_COORDINATOR') : maySetRules(held);
      return { id, kind, reason, by, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null, undoneBy, undoUntil: mine && id === newest?.id && until > this.clock.now() ? until.toISOString() : null };
    });
  }

  /** @throws AppError platform.not_found, forbidden, assessment.undo_too_late, undo_later_change, undo_moved, undo_marked, undo_recognised */
  async undo(actor: Actor, classId: number, changeId: number): Promise<GradeSheet> {
    return this.db.transaction(async () => {
      await this.gradeSheets.lock(classId);
      const held = await this.access.require(actor, classId, ...planners);
      const rows = await this.changes.of(classId);
      const row = rows.find(({ id, undoneAt }) => id === changeId && undoneAt === null);
      if (!row) throw new AppError(platformErrors.not_found);
      if (!(row.kind === 'PLAN' ? held.includes('CLASS_COORDINATOR') : maySetRules(held))) throw new AppError(platformErrors.forbidden);
      const content = await this.gradeSheets.content(classId);
      const change = storedChange.parse(row.was);
      await this.assertUndoable(row, content, change, rows.some((one) => one.id > changeId && one.undoneAt === null));
      await this.application.apply(content, change, row.reason, 'assessment.plan_undone');
      await this.changes.undone(changeId, actor.accountId, this.clock.now());
      return presentSheet(await this.gradeSheets.content(classId), held);
    });
  }

  private async assertUndoable(row: PlanChangeRow, content: SheetContent, change: PlanChange, later: boolean): Promise<void> {
    const lost = change.kind === 'PLAN' ? planProblem(change, content.cells, content.sheet.components) : undefined;
    const problem = undoProblem({
      at: row.at, now: this.clock.now(), later, state: { then: row.sheetState, now: content.sheet.state }, recognised: { then: row.recognised, now: content.recognition !== undefined },
      certificates: { then: row.certificates, now: await this.issued(content) }, marked: lost?.code === 'component_marked' ? lost.name : undefined,
    });
    if (problem) throw new AppError(errors[problem.code], 'name' in problem ? { name: problem.name } : {});
  }

  private async issued({ trainees }: SheetContent): Promise<number> {
    return (await this.certificates.of(trainees.map(({ enrolmentId }) => enrolmentId))).size;
  }
}

/** The sheet as it would be. @throws AppError platform.forbidden, assessment.not_open and what is wrong with the change */
function changed(content: SheetContent, change: PlanChange, held: readonly Role[]): SheetContent {
  if (change.kind === 'RULES') {
    if (!maySetRules(held)) throw new AppError(platformErrors.forbidden);
    const rules = rulesWith(content.rules, change);
    refuse(bandsProblem(rules));
    return { ...content, rules };
  }
  if (!held.includes('CLASS_COORDINATOR')) throw new AppError(platformErrors.forbidden);
  if (!mayPlan(held, content.sheet.state)) throw new AppError(errors.not_open);
  refuse(planProblem(change, content.cells, content.sheet.components));
  return { ...content, sheet: { ...content.sheet, components: change.components, categories: change.categories } };
}

function refuse(problem: PlanProblem | undefined): void {
  if (!problem) return;
  throw new AppError(errors[problem.code], 'sum' in problem ? { sum: problem.sum } : 'name' in problem ? { name: problem.name } : {});
}
