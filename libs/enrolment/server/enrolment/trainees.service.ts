import { Injectable } from '@nestjs/common';
import { TrainingClasses } from '@halong/classes/server';
import { enrolmentErrors, type EnrolmentItem, type EnrolmentState, type PersonEnrolment } from '@halong/enrolment/contract';
import { People } from '@halong/organisation/server';
import { AppError, foldVietnamese, hasRole, platformErrors, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { runsClass, visibleTrainees } from '../training-class/class.policy.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import { hasBegun, seatsOf } from '../training-class/class.rules.ts';
import type { ClassRow } from '../training-class/class.rows.ts';
import { Departures } from './departures.service.ts';
import { coordinatorSteps, isLeft, mayNoteDiscipline } from './enrolment.lifecycle.ts';
import { nothing, presentEnrolment, presentPersonEnrolment } from './enrolment.presenter.ts';
import { EnrolmentRepository } from './enrolment.repository.ts';
import type { EnrolmentRow } from './enrolment.rows.ts';
import { Enrolments, notReachable } from './enrolments.service.ts';

const overseers = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CERTIFICATE_OFFICER'] as const;

/** As it is shown to who runs the class, or only reads it. */
const present = (row: EnrolmentRow, { state }: ClassRow, runs: boolean): EnrolmentItem =>
  presentEnrolment(row, runs ? { changeTo: coordinatorSteps(row.state, hasBegun(state)), noteDiscipline: mayNoteDiscipline(row) } : nothing);

/** The trainees of a class, and the classes of a person, as people look at them. */
@Injectable()
export class Trainees {
  constructor(
    private readonly db: Database,
    private readonly repository: EnrolmentRepository,
    private readonly enrolments: Enrolments,
    private readonly classes: ClassRepository,
    private readonly visible: TrainingClasses,
    private readonly people: People,
    private readonly departures: Departures,
  ) {}

  /** @throws AppError platform.not_found for a class whose trainees are none of the actor's business */
  async listOfClass(actor: Actor, classId: number, query: PageQuery & { state?: EnrolmentState; seated?: boolean }): Promise<Page<EnrolmentItem>> {
    const trainingClass = await this.require(classId);
    const place = await this.classes.place(trainingClass, actor.personId);
    const scope = visibleTrainees(actor, place, await this.classes.isTaughtBy(classId, actor.personId));
    if (!scope.everyone && (scope.subtreeIds.length === 0 || !(await this.visible.isVisible(actor, classId)))) throw new AppError(platformErrors.not_found);
    const { rows, total } = await this.repository.pageOfClass(classId, { ...query, scope, search: foldVietnamese(query.search) }, query.page, query.size);
    const runs = runsClass(actor, place);
    return { items: rows.map((row) => present(row, trainingClass, runs)), total, page: query.page, size: query.size };
  }

  async listMine(actor: Actor, query: PageQuery): Promise<Page<PersonEnrolment>> {
    if (actor.personId === null) return { items: [], total: 0, page: query.page, size: query.size };
    return this.pageOfPerson(actor.personId, query);
  }

  /** @throws AppError platform.not_found for a person whom the actor may not see */
  async listOfPerson(actor: Actor, personId: number, query: PageQuery): Promise<Page<PersonEnrolment>> {
    if (personId !== actor.personId) {
      if (!hasRole(actor, ...overseers)) throw new AppError(platformErrors.not_found);
      await this.people.get(actor, personId);
    }
    return this.pageOfPerson(personId, query);
  }

  /** Defers, drops, expels, transfers or takes back a trainee; coming back needs a free seat. */
  async changeState(actor: Actor, id: number, { to, reason, version }: { to: EnrolmentState; reason: string; version: number }): Promise<EnrolmentItem> {
    return this.db.transaction(async () => {
      const { trainingClass, enrolment } = await this.lock(actor, id, version);
      if (!coordinatorSteps(enrolment.state, hasBegun(trainingClass.state)).includes(to)) throw notReachable(enrolment.state, to);
      if (isLeft(enrolment.state) && !isLeft(to)) await this.needSeat(trainingClass);
      const changed = await this.enrolments.setState({ id, to, by: 'COORDINATOR', reason });
      if (isLeft(to)) await this.departures.left(trainingClass, changed, reason);
      return present(changed, trainingClass, true);
    });
  }

  /** Notes a breach of discipline, or takes the note back with null. */
  async noteDiscipline(actor: Actor, id: number, { note, reason, version }: { note: string | null; reason: string; version: number }): Promise<EnrolmentItem> {
    return this.db.transaction(async () => {
      const { trainingClass, enrolment } = await this.lock(actor, id, version);
      if (note !== null && isLeft(enrolment.state)) throw new AppError(enrolmentErrors.left_class, { name: enrolment.fullName });
      await this.enrolments.setDisciplineNote(id, note, reason);
      return present(await this.enrolments.forUpdate(id), trainingClass, true);
    });
  }

  /** Class and enrolment, locked in this order, for who runs the class. @throws AppError platform.not_found, platform.stale_version */
  private async lock(actor: Actor, id: number, version: number): Promise<{ trainingClass: ClassRow; enrolment: EnrolmentRow }> {
    const trainingClass = await this.lockClassOf(id);
    const enrolment = await this.enrolments.forUpdate(id);
    if (!runsClass(actor, await this.classes.place(trainingClass, actor.personId))) throw new AppError(platformErrors.not_found);
    if (enrolment.version !== version) throw new AppError(platformErrors.stale_version);
    return { trainingClass, enrolment };
  }

  private async pageOfPerson(personId: number, { search, page, size }: PageQuery): Promise<Page<PersonEnrolment>> {
    const { rows, total } = await this.repository.pageOfPerson(personId, foldVietnamese(search), page, size);
    return { items: rows.map(presentPersonEnrolment), total, page, size };
  }

  private async lockClassOf(enrolmentId: number): Promise<ClassRow> {
    const classId = await this.repository.classOf(enrolmentId);
    const trainingClass = classId === undefined ? undefined : await this.classes.lock(classId);
    if (!trainingClass) throw new AppError(platformErrors.not_found);
    return trainingClass;
  }

  private async needSeat({ id, code, capacity }: ClassRow): Promise<void> {
    const { free } = seatsOf(capacity, await this.classes.seatsTaken(id, true));
    if (free === 0) throw new AppError(enrolmentErrors.class_full, { classCode: code, capacity });
  }

  private async require(classId: number): Promise<ClassRow> {
    const trainingClass = await this.classes.find(classId);
    if (!trainingClass) throw new AppError(platformErrors.not_found);
    return trainingClass;
  }
}
