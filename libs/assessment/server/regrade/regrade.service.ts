import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { regradeErrors as errors, type ClassRegrades, type MyRegrade, type Regrade, type RegradeState } from '@halong/assessment/contract';
import { AppError, platformErrors, type Actor, type Role } from '@halong/platform/contract';
import { Clock, Database, isDuplicate } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import type { SheetContent } from '../grade-sheet/grade-sheet.presenter.ts';
import { isVisibleToTrainee } from '../grade-sheet/grade-sheet.lifecycle.ts';
import { GradeSheets } from '../grade-sheet/grade-sheet.service.ts';
import { presentMine, presentRegrade } from './regrade.presenter.ts';
import { RegradeDecisions } from './regrade-decisions.service.ts';
import { RegradeRepository } from './regrade.repository.ts';
import type { RegradeRow } from './regrade.rows.ts';
import { windowEnd } from './regrade.rules.ts';

const codeLetters = 'ABCDEGHKLMNPRSTVXY23456789';
const newCode = (): string => Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
const staff: Role[] = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER'];
const coordinates = (held: readonly Role[]): boolean => held.includes('CLASS_COORDINATOR') || held.includes('TRAINING_MANAGER');

/** Until when requests are taken; null while nothing is published. */
const untilOf = ({ sheet: { publishedAt, state }, rules }: SheetContent): Date | null => (publishedAt && isVisibleToTrainee(state) ? windowEnd(publishedAt, rules.regrade) : null);

/** Regrade requests: asked by trainees, given to other markers, concluded by rule. */
@Injectable()
export class Regrades {
  constructor(
    private readonly db: Database,
    private readonly access: ClassAccess,
    private readonly gradeSheets: GradeSheets,
    private readonly regrades: RegradeRepository,
    private readonly decisions: RegradeDecisions,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found, assessment.regrade_window, regrade_once, regrade_no_score */
  async ask({ personId }: Actor, { enrolmentId, component, reason }: { enrolmentId: number; component: string; reason: string }): Promise<MyRegrade> {
    const enrolment = await this.db.row<{ classId: number; personId: number }>('SELECT class_id AS classId, person_id AS personId FROM enrolment_enrolment WHERE id = ?', [enrolmentId]);
    if (!enrolment || personId === null || enrolment.personId !== personId) throw new AppError(platformErrors.not_found);
    return this.db.transaction(async () => {
      await this.gradeSheets.lock(enrolment.classId);
      const content = await this.gradeSheets.content(enrolment.classId);
      const until = untilOf(content);
      const now = this.clock.now();
      if (!until || now > until || content.sheet.state !== 'PUBLISHED') throw new AppError(errors.regrade_window, { days: content.rules.regrade.windowDays });
      const cell = content.cells.find((one) => one.enrolmentId === enrolmentId && one.component === component);
      const known = content.sheet.components.some(({ key }) => key === component);
      if (!known || cell?.mark.kind !== 'SCORE') throw new AppError(errors.regrade_no_score);
      const id = await this.regrades.add({ classId: enrolment.classId, enrolmentId, component, code: newCode(), reason, oldScore: cell.mark.value, askedAt: now }).catch((error: unknown) => {
        throw isDuplicate(error) ? new AppError(errors.regrade_once) : error;
      });
      const row = await this.require(id);
      await this.decisions.asked(content, row);
      return presentMine(row);
    });
  }

  async mine({ personId }: Actor): Promise<{ items: MyRegrade[]; open: { classId: number; until: string }[] }> {
    if (personId === null) return { items: [], open: [] };
    const [items, classes] = await Promise.all([this.regrades.ofPerson(personId), this.regrades.publishedFor(personId)]);
    const now = this.clock.now();
    const open = classes.map(({ classId, publishedAt, rules }) => ({ classId, until: windowEnd(publishedAt, rules.regrade) })).filter(({ until }) => until >= now);
    return { items: items.map(presentMine), open: open.map(({ classId, until }) => ({ classId, until: until.toISOString() })) };
  }

  /** @throws AppError platform.not_found */
  async ofClass(actor: Actor, classId: number): Promise<ClassRegrades> {
    const held = await this.access.require(actor, classId, ...staff);
    const content = await this.gradeSheets.content(classId);
    const rows = await this.regrades.ofClass(classId);
    const marks = await this.regrades.marks(rows.map(({ id }) => id));
    const shown = rows.map((row) => ({ row, own: marks.filter(({ regradeId }) => regradeId === row.id) })).filter(({ own }) => coordinates(held) || own.some((mark) => mark.personId === actor.personId));
    return {
      items: shown.map(({ row, own }) => presentRegrade(row, own, held, actor.personId)),
      lecturers: coordinates(held) ? await this.regrades.lecturers(classId) : [],
      until: untilOf(content)?.toISOString() ?? null,
    };
  }

  /** @throws AppError platform.not_found, stale_version, assessment.regrade_step and what the step lacks */
  async step(actor: Actor, id: number, input: { to: RegradeState; version: number; reason: string; markerIds: readonly number[] }): Promise<Regrade> {
    const { classId } = await this.require(id);
    return this.db.transaction(async () => {
      await this.gradeSheets.lock(classId);
      const held = await this.access.require(actor, classId, 'CLASS_COORDINATOR', 'TRAINING_MANAGER');
      const row = await this.require(id);
      if (row.version !== input.version) throw new AppError(platformErrors.stale_version);
      await this.decisions.step(await this.gradeSheets.content(classId), row, held, input);
      return presentRegrade(await this.require(id), await this.regrades.marks([id]), held, actor.personId);
    });
  }

  /** @throws AppError platform.not_found, assessment.regrade_step, bad_score */
  async mark(actor: Actor, id: number, { score, note }: { score: number; note: string }): Promise<Regrade> {
    const { classId } = await this.require(id);
    return this.db.transaction(async () => {
      await this.gradeSheets.lock(classId);
      const held = await this.access.require(actor, classId, 'LECTURER');
      const row = await this.require(id);
      const own = (await this.regrades.marks([id])).find(({ personId }) => personId === actor.personId);
      if (!own) throw new AppError(platformErrors.not_found);
      await this.decisions.mark(await this.gradeSheets.content(classId), row, own, { score, note });
      return presentRegrade(row, await this.regrades.marks([id]), held, actor.personId);
    });
  }

  private async require(id: number): Promise<RegradeRow> {
    const row = await this.regrades.one(id);
    if (!row) throw new AppError(platformErrors.not_found);
    return row;
  }
}
