import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assessmentErrors as errors, type GradeSheet, type GradeSheetState } from '@halong/assessment/contract';
import { ClassFactSources } from '@halong/classes/server';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import type { RuleSet } from '@halong/regulations/contract';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { ExamBars } from './exam-bars.ts';
import { checkGradeSheetTransition, isEditable, isVisibleToTrainee } from './grade-sheet.lifecycle.ts';
import { GradeSheetEffects } from './grade-sheet.effects.ts';
import { blankCells, presentSheet, type SheetContent } from './grade-sheet.presenter.ts';
import { GradeSheetRepository } from './grade-sheet.repository.ts';
import type { GradeCell, Sheet, SheetClass } from './grade-sheet.rows.ts';
import { gradeOf, marksByEnrolment, storedResult } from './grading.ts';
import { cellsAfter, planChanges, type MarkChange } from './mark-changes.rules.ts';

const readers: Role[] = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'];

/** The grade sheet of a class: read, marked, taken through its states. */
@Injectable()
export class GradeSheets implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sheets: GradeSheetRepository,
    private readonly access: ClassAccess,
    private readonly bars: ExamBars,
    private readonly effects: GradeSheetEffects,
    private readonly facts: ClassFactSources,
  ) {}

  onModuleInit(): void {
    this.facts.register('gradeSheetsPublished', async (classId) => isVisibleToTrainee((await this.sheets.sheet(classId)).state));
  }

  /** @throws AppError platform.not_found, assessment.no_rules */
  async get(actor: Actor, classId: number): Promise<GradeSheet> {
    const held = await this.access.require(actor, classId, ...readers);
    return presentSheet(await this.content(classId), held);
  }

  /**
   * Writes marks, all or none.
   * @returns `stored: false` with the present cells when somebody else was faster
   * @throws AppError platform.not_found, assessment.not_open, unknown_cell, bad_score, no_rules
   */
  async putMarks(actor: Actor, classId: number, changes: readonly MarkChange[]) {
    return this.db.transaction(async () => {
      const sheet = await this.lock(classId);
      const held = await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR');
      if (!isEditable(sheet.state)) throw new AppError(errors.not_open);
      const content = await this.content(classId);
      const { trainees, cells, rules } = content;
      const plan = planChanges(changes, { components: sheet.components, enrolmentIds: new Set(trainees.map(({ enrolmentId }) => enrolmentId)), cells }, rules);
      if (plan.unknown.length > 0) throw new AppError(errors.unknown_cell);
      if (plan.bad.length > 0) throw badScore(plan.bad, rules);
      if (plan.conflicts.length === 0) await this.write(content, plan.writes);
      return { stored: plan.conflicts.length === 0, conflicts: plan.conflicts, sheet: presentSheet(await this.content(classId), held) };
    });
  }

  /** @throws AppError platform.not_found, stale_version, assessment.unknown_transition, step_not_yours, reason_missing, blank_marks, no_rules */
  async transition(actor: Actor, classId: number, { to, version, reason }: { to: GradeSheetState; version: number; reason?: string | undefined }): Promise<GradeSheet> {
    return this.db.transaction(async () => {
      const seen = (await this.sheets.sheet(classId)).version;
      const sheet = await this.lock(classId);
      const held = await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER');
      // Nobody has written while it is 0: opening it here changes nothing that the person saw.
      if (version !== sheet.version && !(version === 0 && seen === 0)) throw new AppError(platformErrors.stale_version);
      const content = await this.content(classId);
      this.check(content, to, held, reason);
      await this.sheets.move(classId, to);
      if (to === 'PUBLISHED') await this.storeResults(content, content.cells);
      await this.effects.moved(content, to, reason);
      return presentSheet(await this.content(classId), held);
    });
  }

  /** Everything about the sheet. @throws AppError platform.not_found, assessment.no_rules */
  async content(classId: number): Promise<SheetContent> {
    const found = await this.sheets.classOf(classId);
    if (!found) throw new AppError(platformErrors.not_found);
    const [sheet, trainees, cells, barred, recognition] = await Promise.all([
      this.sheets.sheet(classId), this.sheets.trainees(classId), this.sheets.cells(classId), this.bars.of(classId), this.sheets.recognition(classId),
    ]);
    return { class: found, rules: rulesOf(found), sheet, trainees, cells, barred, recognition };
  }

  /** Computes and keeps the results of these trainees, or of all. */
  async storeResults({ class: { id }, rules, sheet, trainees, barred }: SheetContent, cells: readonly GradeCell[], only?: ReadonlySet<number>): Promise<void> {
    const marks = marksByEnrolment(cells);
    const chosen = trainees.filter(({ enrolmentId }) => !only || only.has(enrolmentId));
    const results = chosen.map(({ enrolmentId }) => storedResult(enrolmentId, gradeOf(sheet.components, marks.get(enrolmentId) ?? new Map(), barred.has(enrolmentId), rules)));
    await this.sheets.replaceResults(id, results);
  }

  private async lock(classId: number): Promise<Sheet> {
    const sheet = await this.sheets.open(classId);
    if (sheet.version === 0) throw new AppError(platformErrors.not_found);
    return sheet;
  }

  private async write(content: SheetContent, writes: readonly GradeCell[]): Promise<void> {
    const touched = new Set(writes.map(({ enrolmentId }) => enrolmentId));
    const after = cellsAfter(content.cells, writes);
    await this.sheets.replaceCells([...touched], after);
    await this.sheets.touch(content.class.id);
    await this.storeResults(content, after, touched);
    await this.effects.marked(content, writes);
  }

  private check(content: SheetContent, to: GradeSheetState, held: readonly Role[], reason: string | undefined): void {
    const blank = blankCells(content);
    const verdict = checkGradeSheetTransition(content.sheet.state, to, held, { reason: reason ?? '', noBlankScores: blank === 0 });
    if (verdict.ok) return;
    if (verdict.refusal !== 'facts_missing') throw new AppError(verdict.refusal === 'unknown_transition' ? errors.unknown_transition : errors.step_not_yours);
    if (verdict.missing.includes('reason')) throw new AppError(errors.reason_missing);
    throw new AppError(errors.blank_marks, { count: blank });
  }
}

function rulesOf({ rules }: SheetClass): RuleSet {
  if (!rules) throw new AppError(errors.no_rules);
  return rules;
}

function badScore(bad: readonly MarkChange[], rules: RuleSet): AppError {
  const value = bad[0]?.mark.kind === 'SCORE' ? bad[0].mark.value : '';
  const fields = bad.map(({ enrolmentId, component }) => ({ path: `${enrolmentId}.${component}`, message: 'bad_score' }));
  return new AppError(errors.bad_score, { value, scale: rules.scale, step: rules.gradeStep }, fields);
}
