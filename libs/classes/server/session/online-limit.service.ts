import { Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import { classesErrors } from '@halong/classes/contract';
import { TrainingClassRepository } from '../training-class/training-class.repository.ts';
import { TrainingClasses, type ClassRecord } from '../training-class/training-class.service.ts';
import { onlineShare } from './online-share.rules.ts';

/** Lets a timetable have no more online periods than the rules of the class allow. */
@Injectable()
export class OnlineLimit {
  constructor(
    private readonly timetables: TrainingClassRepository,
    private readonly classes: TrainingClasses,
  ) {}

  /**
   * Looks at the timetable as it is after a change that adds online periods, inside the change's transaction.
   * @throws AppError online_share: what the change would make of it, and what is allowed
   */
  async assertKept(record: ClassRecord): Promise<void> {
    const totals = await this.timetables.totals(record.id);
    const periods = Object.fromEntries(totals.map((one) => [one.mode, Number(one.periods)]));
    const rules = await this.classes.rulesOf(record);
    const { online, planned, allowed, over } = onlineShare(periods, await this.timetables.programmePeriods(record.programmeVersionId), rules);
    if (!over) return;
    throw new AppError(allowed === 0 ? classesErrors.online_not_allowed : classesErrors.online_share, { online, planned, allowed, percent: Math.round(rules.online.maxShare * 100) });
  }
}
