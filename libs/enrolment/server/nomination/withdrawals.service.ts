import { Injectable } from '@nestjs/common';
import { enrolmentErrors as errors, type NominationItem } from '@halong/enrolment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, Database } from '@halong/platform/server';
import { Departures } from '../enrolment/departures.service.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import { isBeforeOpening } from '../training-class/class.rules.ts';
import { ListReader } from './list-reader.service.ts';
import { mayStep } from './nomination.lifecycle.ts';
import { lineCan } from './nomination.policy.ts';
import { presentLine } from './nomination.presenter.ts';
import { NominationRepository } from './nomination.repository.ts';

/** A unit takes somebody back before the class opens; the seat becomes free with the same commit, and those who wait are screened again. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly db: Database,
    private readonly classes: ClassRepository,
    private readonly nominations: NominationRepository,
    private readonly reader: ListReader,
    private readonly departures: Departures,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError already_decided, left_after_opening, platform.not_found */
  async withdraw(actor: Actor, id: number, reason: string): Promise<NominationItem> {
    return this.db.transaction(async () => {
      const classId = await this.nominations.classOf(id);
      const trainingClass = classId === undefined ? undefined : await this.classes.lock(classId);
      const [line] = await this.nominations.linesOf([id], this.clock.today());
      if (!line) throw new AppError(platformErrors.not_found);
      const { standing } = await this.reader.context(actor, trainingClass, line.unitId);
      if (!trainingClass || !standing.prepares) throw new AppError(platformErrors.not_found);
      if (!mayStep(line.state, 'WITHDRAWN', 'UNIT')) throw new AppError(errors.already_decided);
      if (!isBeforeOpening(trainingClass)) throw new AppError(errors.left_after_opening);
      await this.nominations.decide([id], 'WITHDRAWN', actor.accountId, this.clock.now(), reason);
      await this.audit.record({ action: 'enrolment.withdraw', subjectType: 'nomination', subjectId: id, reason, before: { state: line.state }, after: { state: 'WITHDRAWN' } });
      await this.departures.withdrawn(trainingClass, Number(line.seated) > 0 ? line.personId : null, reason);
      const [withdrawn] = await this.nominations.linesOf([id], this.clock.today());
      return presentLine(withdrawn!, lineCan(standing, 'WITHDRAWN', trainingClass));
    });
  }
}
