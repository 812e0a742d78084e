import { Injectable } from '@nestjs/common';
import { gradeSheetTopic, regradeErrors as errors, regradeStateNames, scoreProblem, type RegradeState } from '@halong/assessment/contract';
import { AppError, type Role } from '@halong/platform/contract';
import { Audit, Realtime } from '@halong/platform/server';
import { Notifications } from '@halong/notifications/server';
import type { SheetContent } from '../grade-sheet/grade-sheet.presenter.ts';
import { badScore } from '../grade-sheet/grade-sheet.service.ts';
import { MarkWriter } from '../grade-sheet/mark-writer.ts';
import { RegradeRepository } from './regrade.repository.ts';
import type { RegradeMark, RegradeRow } from './regrade.rows.ts';
import { nextRegradeStates, regradeOutcome } from './regrade.rules.ts';

interface Step {
  to: RegradeState;
  reason: string;
  markerIds: readonly number[];
}

const mostMarkers = 3;

/** How a notice names the class and the component. */
function wordsOf({ class: { code }, sheet: { components } }: SheetContent, row: RegradeRow) {
  const component = components.find(({ key }) => key === row.component);
  return { classCode: code, component: { vi: component?.nameVi ?? row.component, en: component?.nameEn ?? row.component } };
}

/** What each step of a request does, under the lock of the sheet. */
@Injectable()
export class RegradeDecisions {
  constructor(
    private readonly regrades: RegradeRepository,
    private readonly writer: MarkWriter,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly realtime: Realtime,
  ) {}

  async asked(content: SheetContent, row: RegradeRow): Promise<void> {
    const { id } = content.class;
    await this.audit.record({ action: 'assessment.regrade_asked', subjectType: 'class', subjectId: id, reason: row.reason, before: null, after: { regrade: row.id, enrolmentId: row.enrolmentId, component: row.component } });
    this.realtime.changed(gradeSheetTopic.name, id);
    await this.notifications.tell({ kind: 'regrade_asked', params: wordsOf(content, row), link: `/classes/${id}/grades`, onceKey: `regrade-${row.id}-asked`, personIds: await this.regrades.coordinators(id, row.askedAt) });
  }

  /** @throws AppError assessment.regrade_step, regrade_reason, regrade_markers, regrade_not_marked, regrade_third */
  async step(content: SheetContent, row: RegradeRow, held: readonly (Role | 'SYSTEM')[], { to, reason, markerIds }: Step): Promise<void> {
    if (!nextRegradeStates(row.state, held).includes(to)) throw new AppError(errors.regrade_step);
    if (to === 'UPHELD' || to === 'CHANGED') return this.conclude(content, row, reason);
    if (to === 'REFUSED' && reason.trim() === '') throw new AppError(errors.regrade_reason);
    if (to === 'REMARKING') await this.giveOut(content, row, markerIds);
    await this.moved(content, row, to, reason || row.answer, row.newScore);
  }

  /** @throws AppError assessment.regrade_step, bad_score */
  async mark({ rules, class: { id } }: SheetContent, row: RegradeRow, own: RegradeMark, { score, note }: { score: number; note: string }): Promise<void> {
    if (row.state !== 'REMARKING') throw new AppError(errors.regrade_step);
    if (scoreProblem(score, rules)) throw badScore([{ enrolmentId: row.enrolmentId, component: row.component, version: 0, mark: { kind: 'SCORE', value: score } }], rules);
    await this.regrades.putMark(row.id, own.personId, score, note);
    this.realtime.changed(gradeSheetTopic.name, id);
    await this.audit.record({ action: 'assessment.regrade_marked', subjectType: 'class', subjectId: id, before: { regrade: row.id, score: own.score }, after: { regrade: row.id, score } });
  }

  private async giveOut(content: SheetContent, row: RegradeRow, markerIds: readonly number[]): Promise<void> {
    const [given, first, lecturers] = [await this.regrades.marks([row.id]), await this.regrades.firstMarkers(row.enrolmentId, row.component), await this.regrades.lecturers(row.classId)];
    const fresh = [...new Set(markerIds)].filter((id) => !given.some(({ personId }) => personId === id));
    const fit = fresh.every((id) => !first.has(id) && lecturers.some(({ personId }) => personId === id));
    if (fresh.length === 0 || !fit || fresh.length + given.length > mostMarkers) throw new AppError(errors.regrade_markers);
    await this.regrades.addMarkers(row.id, fresh);
    await this.notifications.tell({ kind: 'regrade_given', params: { ...wordsOf(content, row), code: row.code }, link: `/classes/${row.classId}/grades`, onceKey: `regrade-${row.id}-given`, personIds: fresh });
  }

  /** The score is written in this one way once a sheet is locked, and by the rules of the class. */
  private async conclude(content: SheetContent, row: RegradeRow, reason: string): Promise<void> {
    const cell = content.cells.find((one) => one.enrolmentId === row.enrolmentId && one.component === row.component);
    const old = cell?.mark.kind === 'SCORE' ? cell.mark.value : row.oldScore;
    const outcome = regradeOutcome(old, (await this.regrades.marks([row.id])).map(({ score }) => score), content.rules);
    if (!outcome.ok) throw outcome.problem === 'third' ? new AppError(errors.regrade_third, { threshold: content.rules.marking.diffThreshold }) : new AppError(errors.regrade_not_marked, { count: outcome.count });
    if (outcome.state === 'CHANGED' && cell) {
      await this.writer.write(content, [{ ...cell, mark: { kind: 'SCORE', value: outcome.score }, version: cell.version + 1 }], { way: 'REGRADE', reason: reason || `${row.code}` });
    }
    await this.moved(content, row, outcome.state, reason || row.answer, outcome.score);
  }

  private async moved(content: SheetContent, row: RegradeRow, to: RegradeState, answer: string | null, newScore: number | null): Promise<void> {
    const { id } = content.class;
    await this.regrades.move(row.id, to, answer, newScore);
    this.realtime.changed(gradeSheetTopic.name, id);
    await this.audit.record({ action: 'assessment.regrade_moved', subjectType: 'class', subjectId: id, reason: answer, before: { regrade: row.id, state: row.state }, after: { regrade: row.id, state: to, newScore } });
    if (to === 'CLOSED' || (to === 'REMARKING' && row.state === 'REMARKING')) return;
    await this.notifications.tell({
      kind: 'regrade_moved', link: '/record', onceKey: `regrade-${row.id}-${to}`, personIds: [row.personId],
      params: { ...wordsOf(content, row), state: regradeStateNames[to] },
    });
  }
}
