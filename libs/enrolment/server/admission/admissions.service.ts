import { Injectable } from '@nestjs/common';
import { enrolmentErrors as errors, screeningReasonText, type NominationState } from '@halong/enrolment/contract';
import { AppError, foldVietnamese, platformErrors, type Actor, type PageQuery } from '@halong/platform/contract';
import { Clock, currentRequest, Database } from '@halong/platform/server';
import { quotaTaken } from '../nomination/list.rules.ts';
import { mayStep, undecidedStates } from '../nomination/nomination.lifecycle.ts';
import { lineCan } from '../nomination/nomination.policy.ts';
import { presentLine, presentUnitCounts } from '../nomination/nomination.presenter.ts';
import { NominationRepository } from '../nomination/nomination.repository.ts';
import type { LineRow } from '../nomination/nomination.rows.ts';
import type { ScreeningReason } from '../nomination/screening.rules.ts';
import { Screening, type LineScreening } from '../screening/screening.service.ts';
import { runsClass } from '../training-class/class.policy.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import { isBeforeOpening, seatsOf } from '../training-class/class.rules.ts';
import type { ClassRow, SeatCount } from '../training-class/class.rows.ts';
import { decideAdmissions, type Applicant, type Refusal } from './admission.rules.ts';
import { Outcomes } from './outcomes.service.ts';

export type AdmissionRequest = { nominationIds: readonly number[]; reason?: string } | { allEligible: true };

export interface Admission {
  admitted: { nominationId: number; enrolmentId: number }[];
  refused: Refusal[];
  seats: SeatCount;
}

/** What the coordinator does with nominations. Whatever gives a seat queues up at the row of the class. */
@Injectable()
export class Admissions {
  constructor(
    private readonly db: Database,
    private readonly classes: ClassRepository,
    private readonly nominations: NominationRepository,
    private readonly screening: Screening,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, classId: number, query: PageQuery & { unitId?: number; state?: NominationState; screening?: string }) {
    const trainingClass = await this.authorized(actor, await this.classes.find(classId));
    const { rows, total } = await this.nominations.page({ ...query, classId, search: foldVietnamese(query.search) }, this.clock.today(), query.page, query.size);
    const standing = { prepares: false, submits: false, runs: true };
    return {
      items: rows.map((line) => presentLine(line, lineCan(standing, line.state, trainingClass))),
      total, page: query.page, size: query.size,
      seats: seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId)),
      units: (await this.nominations.unitCounts(classId)).map(presentUnitCounts),
      can: { admit: isBeforeOpening(trainingClass), reject: true },
    };
  }

  /**
   * Screens again, enrols, seats and tells in one transaction.
   * @throws AppError nomination_closed, already_decided; when nobody asked for by name gets in: class_full, over_quota, not_admissible
   */
  async admit(actor: Actor, classId: number, request: AdmissionRequest): Promise<Admission> {
    return this.db.transaction(async () => {
      const trainingClass = await this.authorized(actor, await this.classes.lock(classId));
      if (!isBeforeOpening(trainingClass)) throw new AppError(errors.nomination_closed, { classCode: trainingClass.code, deadline: trainingClass.openingDate ?? '—' });
      const named = 'allEligible' in request ? null : new Set(request.nominationIds);
      const reason = 'allEligible' in request ? undefined : request.reason;
      if (named) await this.requireUndecided(classId, [...named]);
      const applicants = await this.screenedAgain(trainingClass, named);
      const { free } = seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId, true));
      const decision = decideAdmissions(applicants, { free, overQuotaReason: reason });
      if (named && decision.admitted.length === 0) throw refusalOf(trainingClass, decision.refused);
      const people = await this.screening.people(decision.admitted.map(({ personId }) => personId));
      const admitted = decision.admitted.map((one) => ({ ...people.get(one.personId)!, ...one }));
      const enrolmentIds = await this.outcomes.seat(actor, trainingClass, admitted, reason);
      return {
        admitted: decision.admitted.map(({ nominationId, personId }) => ({ nominationId, enrolmentId: enrolmentIds.get(personId)! })),
        refused: decision.refused,
        seats: seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId, true)),
      };
    });
  }

  /** @throws AppError already_decided */
  async reject(actor: Actor, classId: number, { nominationIds, reason }: { nominationIds: readonly number[]; reason: string }) {
    return this.db.transaction(async () => {
      const trainingClass = await this.authorized(actor, await this.classes.lock(classId));
      const lines = await this.requireUndecided(classId, [...new Set(nominationIds)]);
      await this.outcomes.reject(actor, trainingClass, lines, reason);
      return { rejected: lines.length, seats: seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId, true)) };
    });
  }

  private async authorized(actor: Actor, trainingClass: ClassRow | undefined): Promise<ClassRow> {
    if (!trainingClass || !runsClass(actor, await this.classes.place(trainingClass, actor.personId))) throw new AppError(platformErrors.not_found);
    return trainingClass;
  }

  private async requireUndecided(classId: number, ids: readonly number[]): Promise<LineRow[]> {
    const lines = (await this.nominations.linesOf(ids, this.clock.today())).filter((line) => line.classId === classId && line.state !== 'DRAFT');
    if (lines.length !== ids.length) throw new AppError(platformErrors.not_found);
    if (lines.some(({ state }) => !mayStep(state, 'APPROVED', 'COORDINATOR'))) throw new AppError(errors.already_decided);
    return lines;
  }

  /** Whole lists are screened, because the quota is given out in list order; then only those asked for are taken. */
  private async screenedAgain(trainingClass: ClassRow, named: Set<number> | null): Promise<Applicant[]> {
    const today = this.clock.today();
    const waiting = await this.nominations.undecided(trainingClass.id, today);
    const listIds = [...new Set(waiting.filter(({ id }) => !named || named.has(id)).map(({ listId }) => listId))];
    const lines = await this.nominations.linesOfLists(listIds, today);
    const quotas = await this.nominations.quotas(trainingClass.id, [...new Set(lines.map(({ unitId }) => unitId))]);
    const lists = listIds.map((listId) => {
      const all = lines.filter((line) => line.listId === listId);
      const unitId = all[0]!.unitId;
      const undecided = all.filter(({ state }) => (undecidedStates as readonly string[]).includes(state));
      return { unitId, lines: undecided, quota: quotas.get(unitId) ?? 0, quotaTaken: quotaTaken(all), freePlaces: null };
    });
    const screened = await this.screening.screen(trainingClass, lists);
    const judged = lists.flatMap((list, at) => list.lines.map((line, index) => ({ line, screening: screened[at]![index]! })));
    await this.nominations.storeScreening(judged.map(({ line, screening }) => ({ id: line.id, screening })));
    return judged.filter(({ line }) => !named || named.has(line.id)).map(({ line, screening }) => applicant(line, screening));
  }
}

const applicant = (line: LineRow, { outcome, reasons }: LineScreening): Applicant => ({
  nominationId: line.id, personId: line.personId, screened: { outcome, reasons: reasons as ScreeningReason[] },
});

/** Nobody asked for by name got in: the first reason says what to do. */
function refusalOf({ code: classCode, capacity }: ClassRow, refused: readonly Refusal[]): AppError {
  const first = refused[0]?.reasons[0];
  if (first?.code === 'CLASS_FULL') return new AppError(errors.class_full, { classCode, capacity });
  if (first?.code === 'OVER_QUOTA') return new AppError(errors.over_quota);
  return new AppError(errors.not_admissible, { reason: first ? screeningReasonText(currentRequest()?.language ?? 'vi', first).replace(/\.$/, '') : '—' });
}
