import { Injectable } from '@nestjs/common';
import { enrolmentErrors as errors, screeningReasonText, type NominationState } from '@halong/enrolment/contract';
import { AppError, foldVietnamese, platformErrors, type Actor, type PageQuery } from '@halong/platform/contract';
import { Clock, currentRequest, Database } from '@halong/platform/server';
import { mayStep } from '../nomination/nomination.lifecycle.ts';
import { lineCan } from '../nomination/nomination.policy.ts';
import { presentLine, presentUnitCounts } from '../nomination/nomination.presenter.ts';
import { NominationRepository } from '../nomination/nomination.repository.ts';
import type { LineRow } from '../nomination/nomination.rows.ts';
import type { ScreeningReason } from '../nomination/screening.rules.ts';
import { Screening } from '../screening/screening.service.ts';
import { runsClass } from '../training-class/class.policy.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import { isBeforeOpening, seatsOf } from '../training-class/class.rules.ts';
import type { ClassRow, SeatCount } from '../training-class/class.rows.ts';
import { decideAdmissions, type Applicant, type Refusal } from './admission.rules.ts';
import { ClassScreening, type JudgedLine } from './class-screening.service.ts';
import { Outcomes } from './outcomes.service.ts';

export type AdmissionRequest = { nominationIds: readonly number[]; reason?: string } | { allEligible: true };

export interface Admission {
  admitted: { nominationId: number; enrolmentId: number }[];
  waitlisted: Refusal[];
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
    private readonly classScreening: ClassScreening,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, classId: number, query: PageQuery & { unitId?: number; state?: NominationState; screening?: string }) {
    const trainingClass = await this.authorized(actor, await this.classes.find(classId));
    const { rows, total } = await this.nominations.page({ ...query, classId, search: foldVietnamese(query.search) }, this.clock.today(), query.page, query.size);
    const standing = { prepares: false, submits: false, runs: true };
    const seats = seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId));
    return {
      items: rows.map((line) => presentLine(line, lineCan(standing, line.state, trainingClass))),
      total, page: query.page, size: query.size,
      counts: await this.nominations.counts(classId),
      admissible: Math.min(seats.free, await this.nominations.eligible(classId)),
      seats,
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
      const judged = await this.classScreening.again(trainingClass, named);
      const applicants = judged.filter(({ line }) => !named || named.has(line.id)).map(applicant);
      const { free } = seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId, true));
      const decision = decideAdmissions(applicants, { free, overQuotaReason: reason });
      if (named && decision.admitted.length === 0) throw refusalOf(trainingClass, [...decision.waitlisted, ...decision.refused]);
      const people = await this.screening.people(decision.admitted.map(({ personId }) => personId));
      const admitted = decision.admitted.map((one) => ({ ...people.get(one.personId)!, ...one }));
      const enrolmentIds = await this.outcomes.seat(actor, trainingClass, admitted, reason);
      const seated = new Set(decision.admitted.map(({ nominationId }) => nominationId));
      await this.outcomes.tellSenders(trainingClass, judged.map(({ line }) => line).filter(({ id }) => seated.has(id)));
      await this.outcomes.waitlist(decision.waitlisted, new Map(judged.map(({ line }) => [line.id, line.state])));
      return {
        admitted: decision.admitted.map(({ nominationId, personId }) => ({ nominationId, enrolmentId: enrolmentIds.get(personId)! })),
        waitlisted: decision.waitlisted,
        refused: decision.refused,
        seats: seatsOf(trainingClass.capacity, await this.classes.seatsTaken(classId, true)),
      };
    });
  }

  /** Whoever waits is screened again: a place in the quota may be free now. @throws AppError already_decided */
  async reject(actor: Actor, classId: number, { nominationIds, reason }: { nominationIds: readonly number[]; reason: string }) {
    return this.db.transaction(async () => {
      const trainingClass = await this.authorized(actor, await this.classes.lock(classId));
      const lines = await this.requireUndecided(classId, [...new Set(nominationIds)]);
      await this.outcomes.reject(actor, trainingClass, lines, reason);
      await this.classScreening.again(trainingClass);
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
}

const applicant = ({ line, screening: { outcome, reasons } }: JudgedLine): Applicant => ({
  nominationId: line.id, personId: line.personId, name: line.fullName ?? line.writtenName, screened: { outcome, reasons: reasons as ScreeningReason[] },
});

/** Nobody asked for by name got in: the first reason says what to do. */
function refusalOf({ code: classCode, capacity }: ClassRow, refused: readonly Refusal[]): AppError {
  const first = refused[0]?.reasons[0];
  if (first?.code === 'CLASS_FULL') return new AppError(errors.class_full, { classCode, capacity });
  if (first?.code === 'OVER_QUOTA') return new AppError(errors.over_quota);
  return new AppError(errors.not_admissible, { reason: first ? screeningReasonText(currentRequest()?.language ?? 'vi', first).replace(/\.$/, '') : '—' });
}
