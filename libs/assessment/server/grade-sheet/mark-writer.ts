import { Injectable } from '@nestjs/common';
import type { GradeChange } from '@halong/assessment/contract';
import { GradeChanges } from '../grade-book/grade-changes.repository.ts';
import { GradeSheetEffects } from './grade-sheet.effects.ts';
import type { SheetContent } from './grade-sheet.presenter.ts';
import { GradeSheetRepository } from './grade-sheet.repository.ts';
import type { GradeCell } from './grade-sheet.rows.ts';
import { gradesIn, storedResult } from './grading.ts';
import { cellsAfter } from './mark-changes.rules.ts';

/** How a mark came about, for its history. */
export interface ChangeReason {
  way: GradeChange['way'];
  reason?: string | null;
}

/** The one place where marks are written: cells, results, history, audit and event in one transaction, under the lock of the sheet. */
@Injectable()
export class MarkWriter {
  constructor(
    private readonly sheets: GradeSheetRepository,
    private readonly changes: GradeChanges,
    private readonly effects: GradeSheetEffects,
  ) {}

  /** `content` is what stood there when the sheet was locked; `writes` are whole cells with their next version. Answers the sheet as it is now. */
  async write(content: SheetContent, writes: readonly GradeCell[], how: ChangeReason): Promise<SheetContent> {
    if (writes.length === 0) return content;
    const touched = new Set(writes.map(({ enrolmentId }) => enrolmentId));
    const after = cellsAfter(content.cells, writes);
    await this.sheets.replaceCells([...touched], after);
    await this.sheets.touch(content.class.id);
    await this.changes.add(content.class.id, writes.map((to) => ({ from: content.cells.find((one) => one.enrolmentId === to.enrolmentId && one.component === to.component), to })), how);
    const grades = gradesIn(content, content.trainees.filter(({ enrolmentId }) => touched.has(enrolmentId)), after);
    await this.sheets.replaceResults(content.class.id, [...grades].map(([enrolmentId, graded]) => storedResult(enrolmentId, graded)));
    await this.effects.marked(content, writes, how.reason ?? null);
    const others = content.cells.filter(({ enrolmentId }) => !touched.has(enrolmentId));
    return { ...content, sheet: { ...content.sheet, version: content.sheet.version + 1 }, cells: [...others, ...after] };
  }
}
