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
import { gradesIn, storedResult } from './grading.ts';
import { planChanges, type MarkChange } from './mark-changes.rules.ts';
import { MarkWriter, type ChangeReason } from './mark-writer.ts';

const readers: Role[] = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'];

/** The grade sheet of a class: read, marked, taken through its states. */
@Injectable()
export class GradeSheets implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sheets: GradeSheetRepository,
    private readonly access: ClassAccess,
    private readonly bars: ExamBars,
    private readonly writer: MarkWriter,
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
  async putMarks(actor: Actor, classId: number, changes: readonly MarkChange[], how: ChangeReason = { way: 'TYPED' }) {
    return this.db.transaction(async () => {
      const sheet = await this.lock(classId);
      const held = await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR');
      if (!isEditable(sheet.state)) throw new AppError(errors.not_open);
      const content = await this.content(classId);
      const { trainees, cells, rules } = content;
      const plan = planChanges(changes, { components: sheet.components, enrolmentIds: new Set(trainees.map(({ enrolmentId }) => enrolmentId)), cells }, rules);
      if (plan.unknown.length > 0) throw new AppError(errors.unknown_cell);
      if (plan.bad.length > 0) throw badScore(plan.bad, rules);
      const after = plan.conflicts.length === 0 ? await this.writer.write(content, plan.writes, how) : content;
      return { stored: plan.conflicts.length === 0, conflicts: plan.conflicts, sheet: presentSheet(after, held) };
    });
  }

  /** @throws AppError platform.not_found, stale_version, assessment.unknown_transition, step_not_yours, reason_missing, blank_marks, no_rules */
  async transition(actor: Actor, classId: number, { to, version, reason }: { to: GradeSheetState; version: number; reason?: string | undefined }): Promise<GradeSheet> {
    return this.db.transaction(async () => {
      await this.lockAt(classId, version);
      const held = await this.access.require(actor, classId, 'LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER');
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
    const [found, sheet, trainees, cells, overrides, recognition] = await Promise.all([
      this.sheets.classOf(classId), this.sheets.sheet(classId), this.sheets.trainees(classId), this.sheets.cells(classId), this.sheets.overrides(classId), this.sheets.recognition(classId),
    ]);
    if (!found) throw new AppError(platformErrors.not_found);
    return { class: found, rules: rulesOf(found), sheet, trainees, cells, barred: await this.bars.of(classId, trainees), overrides, recognition };
  }

  /** Computes and keeps the results of all. */
  async storeResults(content: SheetContent, cells: readonly GradeCell[]): Promise<void> {
    const grades = gradesIn(content, content.trainees, cells);
    await this.sheets.replaceResults(content.class.id, [...grades].map(([enrolmentId, graded]) => storedResult(enrolmentId, graded)));
  }

  /** The same for somebody who saw this version. @throws AppError platform.not_found, stale_version */
  async lockAt(classId: number, version: number): Promise<Sheet> {
    const seen = (await this.sheets.sheet(classId)).version;
    const sheet = await this.lock(classId);
    // Nobody has written while it is 0: opening it here changes nothing that the person saw.
    if (version !== sheet.version && !(version === 0 && seen === 0)) throw new AppError(platformErrors.stale_version);
    return sheet;
  }

  /** The sheet under its lock: the first statement of every command about it. @throws AppError platform.not_found */
  async lock(classId: number): Promise<Sheet> {
    const sheet = await this.sheets.open(classId);
    if (sheet.version === 0) throw new AppError(platformErrors.not_found);
    return sheet;
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

export function badScore(bad: readonly MarkChange[], rules: RuleSet): AppError {
  const value = bad[0]?.mark.kind === 'SCORE' ? bad[0].mark.value : '';
  const fields = bad.map(({ enrolmentId, component }) => ({ path: `${enrolmentId}.${component}`, message: 'bad_score' }));
  return new AppError(errors.bad_score, { value, scale: rules.scale, step: rules.gradeStep }, fields);
}
