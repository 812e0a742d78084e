import { Injectable } from '@nestjs/common';
import { gradeSheetTopic, passResultNames, type GradeSheetState } from '@halong/assessment/contract';
import { Notifications } from '@halong/notifications/server';
import { Audit, Outbox, Realtime } from '@halong/platform/server';
import { assessmentMessages } from '../events.ts';
import type { SheetContent } from './grade-sheet.presenter.ts';
import type { GradeCell, RecognitionInput } from './grade-sheet.rows.ts';
import type { Outcome } from './outcomes.ts';

/** What follows from a change of the sheet, in the same transaction: audit, events, word to those who watch and to the trainees. */
@Injectable()
export class GradeSheetEffects {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly notifications: Notifications,
  ) {}

  async marked({ class: { id }, cells }: SheetContent, writes: readonly GradeCell[], reason: string | null): Promise<void> {
    const shown = (list: readonly GradeCell[]) => list.map(({ enrolmentId, component, mark }) => ({ enrolmentId, component, mark }));
    const before = cells.filter((cell) => writes.some((one) => one.enrolmentId === cell.enrolmentId && one.component === cell.component));
    await this.audit.record({ action: 'assessment.marks_changed', subjectType: 'class', subjectId: id, reason, before: shown(before), after: shown(writes) });
    await this.outbox.publish(assessmentMessages.marksChanged, { classId: id, enrolmentIds: [...new Set(writes.map(({ enrolmentId }) => enrolmentId))] });
    this.realtime.changed(gradeSheetTopic.name, id);
  }

  /** The results of all may be other ones now, though no mark is: completion looks again. */
  async regraded({ class: { id }, trainees }: SheetContent, what: { action: string; reason: string; before: unknown; after: unknown }): Promise<void> {
    await this.audit.record({ subjectType: 'class', subjectId: id, ...what });
    await this.outbox.publish(assessmentMessages.marksChanged, { classId: id, enrolmentIds: trainees.map(({ enrolmentId }) => enrolmentId) });
    this.realtime.changed(gradeSheetTopic.name, id);
  }

  async moved({ class: { id, code, nameVi, nameEn }, sheet, trainees }: SheetContent, to: GradeSheetState, reason: string | undefined): Promise<void> {
    await this.audit.record({ action: 'assessment.sheet_moved', subjectType: 'class', subjectId: id, reason: reason ?? null, before: { state: sheet.state }, after: { state: to } });
    this.realtime.changed(gradeSheetTopic.name, id);
    if (to !== 'PUBLISHED') return;
    await this.outbox.publish(assessmentMessages.published, { classId: id });
    await this.notifications.tell({
      kind: 'result_published',
      params: { classCode: code, className: { vi: nameVi, en: nameEn } },
      link: '/record',
      onceKey: `result-published-${id}`,
      personIds: trainees.map(({ personId }) => personId),
    });
  }

  async recognised({ class: { id, code, nameVi, nameEn }, trainees }: SheetContent, decision: RecognitionInput, results: ReadonlyMap<number, Outcome>): Promise<void> {
    await this.audit.record({ action: 'assessment.results_recognised', subjectType: 'class', subjectId: id, before: null, after: { ...decision, results: Object.fromEntries(results) } });
    await this.outbox.publish(assessmentMessages.recognised, { classId: id });
    this.realtime.changed(gradeSheetTopic.name, id);
    const { decisionNo, decisionDate } = decision;
    for (const outcome of new Set(results.values())) {
      await this.notifications.tell({
        kind: 'result_recognised',
        params: { classCode: code, className: { vi: nameVi, en: nameEn }, decisionNo, decisionDate, result: passResultNames[outcome] },
        link: '/record',
        onceKey: `result-recognised-${id}`,
        personIds: trainees.filter(({ enrolmentId }) => results.get(enrolmentId) === outcome).map(({ personId }) => personId),
      });
    }
  }
}
