import { Injectable } from '@nestjs/common';
import { markingErrors, type Mark } from '@halong/assessment/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { isEditable } from './grade-sheet.lifecycle.ts';
import { GradeSheets } from './grade-sheet.service.ts';

/** Marks that come from elsewhere, such as released work, into the grade sheet. */
@Injectable()
export class MarkIntake {
  constructor(private readonly sheets: GradeSheets) {}

  /**
   * Writes the scores of a component, in the caller's transaction and under the lock of the sheet. Whoever has left the class is passed over.
   * @throws AppError assessment.sheet_closed once the sheet is submitted, and what the sheet itself refuses
   */
  async take(actor: Actor, classId: number, component: string, scores: readonly { enrolmentId: number; value: number }[]): Promise<void> {
    const { state, components, rows } = await this.sheets.get(actor, classId);
    if (!isEditable(state)) throw new AppError(markingErrors.sheet_closed);
    const column = components.findIndex(({ key }) => key === component);
    const changes = scores.flatMap(({ enrolmentId, value }) => {
      const cell = rows.find((row) => row.enrolmentId === enrolmentId)?.marks[column];
      const mark: Mark = { kind: 'SCORE', value };
      return cell ? [{ enrolmentId, component, version: cell.version, mark }] : [];
    });
    if (changes.length === 0) return;
    const { stored } = await this.sheets.putMarks(actor, classId, changes, { way: 'MARKING' });
    // Somebody wrote a cell between the two: the whole release is tried again on what stands there now.
    if (!stored) throw new AppError(markingErrors.sheet_moved);
  }
}
