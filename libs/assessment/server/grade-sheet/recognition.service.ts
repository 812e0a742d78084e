import { Injectable } from '@nestjs/common';
import { assessmentErrors as errors, type GradeSheet } from '@halong/assessment/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { GradeSheetEffects } from './grade-sheet.effects.ts';
import { isVisibleToTrainee } from './grade-sheet.lifecycle.ts';
import { presentSheet, type SheetContent } from './grade-sheet.presenter.ts';
import { GradeSheetRepository } from './grade-sheet.repository.ts';
import { GradeSheets } from './grade-sheet.service.ts';
import type { RecognitionInput } from './grade-sheet.rows.ts';
import { gradesIn } from './grading.ts';
import { Outcomes, type Outcome } from './outcomes.ts';

/** The decision that recognises the results of a class; certificates need it. */
@Injectable()
export class Recognitions {
  constructor(
    private readonly db: Database,
    private readonly sheets: GradeSheetRepository,
    private readonly gradeSheets: GradeSheets,
    private readonly access: ClassAccess,
    private readonly effects: GradeSheetEffects,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  /**
   * Trainees pass or fail by their results, nobody barred passes, and the class goes on.
   * @throws AppError platform.not_found, assessment.not_published, class_not_grading, already_recognised, decision_file_unknown, decision_date
   */
  async recognise(actor: Actor, classId: number, input: RecognitionInput): Promise<GradeSheet> {
    return this.db.transaction(async () => {
      await this.sheets.open(classId);
      const held = await this.access.require(actor, classId, 'CLASS_COORDINATOR', 'TRAINING_MANAGER');
      const content = await this.gradeSheets.content(classId);
      await this.check(actor, content, input);
      await this.sheets.addRecognition(classId, input);
      await this.gradeSheets.storeResults(content, content.cells);
      const results = resultsOf(content);
      await this.outcomes.decide(content.class, content.trainees, results, held);
      await this.effects.recognised(content, input, results);
      return presentSheet(await this.gradeSheets.content(classId), held);
    });
  }

  private async check(actor: Actor, { class: { state }, sheet, recognition }: SheetContent, { decisionDate, fileId }: RecognitionInput): Promise<void> {
    if (recognition) throw new AppError(errors.already_recognised, { decisionNo: recognition.decisionNo });
    if (!isVisibleToTrainee(sheet.state)) throw new AppError(errors.not_published);
    if (state !== 'GRADING' && state !== 'RESULT_RECOGNISED') throw new AppError(errors.class_not_grading);
    if (decisionDate > this.clock.today()) throw new AppError(errors.decision_date);
    if (!(await this.sheets.isOwnFile(fileId, actor.accountId))) throw new AppError(errors.decision_file_unknown);
  }
}

/** Enrolment → what the rules say; whoever is still open keeps their state. */
function resultsOf(content: SheetContent): Map<number, Outcome> {
  const results = [...gradesIn(content, content.trainees, content.cells)].map(([enrolmentId, { result }]) => [enrolmentId, result] as const);
  return new Map(results.filter((one): one is readonly [number, Outcome] => one[1] !== 'PENDING'));
}
