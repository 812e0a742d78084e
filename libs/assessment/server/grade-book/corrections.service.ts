import { Injectable } from '@nestjs/common';
import { assessmentErrors as errors, componentPassed, type GradeChange, type GradeSheet, type Mark } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { GradeSheetEffects } from '../grade-sheet/grade-sheet.effects.ts';
import { presentSheet, type SheetContent } from '../grade-sheet/grade-sheet.presenter.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import { badScore, GradeSheets } from '../grade-sheet/grade-sheet.service.ts';
import { planChanges } from '../grade-sheet/mark-changes.rules.ts';
import { MarkWriter } from '../grade-sheet/mark-writer.ts';
import { GradeChanges } from './grade-changes.repository.ts';

export interface ResitInput {
  enrolmentId: number;
  component: string;
  version: number;
  value: number;
  reason: string;
}

/** What a coordinator puts right on a sheet that has left the lecturer's hands, and the history of every mark. */
@Injectable()
export class Corrections {
  constructor(
    private readonly db: Database,
    private readonly access: ClassAccess,
    private readonly gradeSheets: GradeSheets,
    private readonly sheets: GradeSheetRepository,
    private readonly writer: MarkWriter,
    private readonly changes: GradeChanges,
    private readonly effects: GradeSheetEffects,
  ) {}

  /** @throws AppError platform.not_found */
  async history(actor: Actor, classId: number, enrolmentId: number, component: string | undefined): Promise<GradeChange[]> {
    await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN');
    return this.changes.of(classId, enrolmentId, component ?? null);
  }

  /** @throws AppError platform.not_found, assessment.unknown_cell, bad_score, sheet_locked, results_recognised, resit_not_needed, resit_used */
  async resit(actor: Actor, classId: number, { enrolmentId, component, version, value, reason }: ResitInput) {
    return this.db.transaction(async () => {
      const { content, held } = await this.openToCorrect(actor, classId);
      const { trainees, cells, rules, sheet } = content;
      const plan = planChanges(
        [{ enrolmentId, component, version, mark: { kind: 'SCORE', value } }],
        { components: sheet.components, enrolmentIds: new Set(trainees.map((one) => one.enrolmentId)), cells }, rules,
      );
      if (plan.unknown.length > 0) throw new AppError(errors.unknown_cell);
      if (plan.bad.length > 0) throw badScore(plan.bad, rules);
      let after = content;
      const [write] = plan.writes;
      if (write) {
        const now = cells.find((one) => one.enrolmentId === enrolmentId && one.component === component);
        if (now?.mark.kind !== 'SCORE' || componentPassed({ kind: 'score', value: now.mark.value }, rules) !== false) throw new AppError(errors.resit_not_needed);
        if (now.resits >= rules.resit.max) throw new AppError(errors.resit_used, { max: rules.resit.max });
        after = await this.writer.write(content, [{ ...write, resits: now.resits + 1 }], { way: 'RESIT', reason });
      }
      return { stored: plan.conflicts.length === 0, conflicts: plan.conflicts, sheet: presentSheet(after, held) };
    });
  }

  /** `average` null takes it back. @throws AppError platform.not_found, stale_version, assessment.unknown_cell, bad_score, sheet_locked, results_recognised */
  async override(actor: Actor, classId: number, enrolmentId: number, { average, version, reason }: { average: number | null; version: number; reason: string }): Promise<GradeSheet> {
    return this.db.transaction(async () => {
      const { content, held } = await this.openToCorrect(actor, classId);
      if (version !== content.sheet.version) throw new AppError(platformErrors.stale_version);
      if (!content.trainees.some((one) => one.enrolmentId === enrolmentId)) throw new AppError(errors.unknown_cell);
      if (average !== null && (average > content.rules.scale || Math.abs(average * 100 - Math.round(average * 100)) > 1e-6)) {
        throw new AppError(errors.bad_score, { value: average, scale: content.rules.scale, step: 0.01 });
      }
      await this.sheets.putOverride(classId, enrolmentId, average, reason);
      const before = content.overrides.get(enrolmentId)?.average ?? null;
      const asMark = (value: number | null): Mark => (value === null ? { kind: 'BLANK' } : { kind: 'SCORE', value });
      await this.changes.insert(classId, [{ enrolmentId, component: null, from: asMark(before), to: asMark(average) }], { way: 'OVERRIDE', reason });
      await this.sheets.touch(classId);
      const after = await this.gradeSheets.content(classId);
      await this.gradeSheets.storeResults(after, after.cells);
      await this.effects.regraded(after, { action: 'assessment.result_set', reason, before: { enrolmentId, average: before }, after: { enrolmentId, average } });
      return presentSheet(after, held);
    });
  }

  private async openToCorrect(actor: Actor, classId: number): Promise<{ content: SheetContent; held: Awaited<ReturnType<ClassAccess['require']>> }> {
    const sheet = await this.gradeSheets.lock(classId);
    const held = await this.access.require(actor, classId, 'CLASS_COORDINATOR');
    if (sheet.state === 'LOCKED') throw new AppError(errors.sheet_locked);
    const content = await this.gradeSheets.content(classId);
    if (content.recognition) throw new AppError(errors.results_recognised, { decisionNo: content.recognition.decisionNo });
    return { content, held };
  }
}
