import { Injectable } from '@nestjs/common';
import { AppError, type Actor } from '@halong/platform/contract';
import { Clock, type SqlValue } from '@halong/platform/server';
import { classesErrors } from '@halong/classes/contract';
import { RuleSets } from '@halong/regulations/server';
import { presentTotals } from './training-class.presenter.ts';
import { TrainingClassRepository } from './training-class.repository.ts';
import type { ClassRecord } from './training-class.service.ts';

export interface Decision {
  no: string;
  date: string;
  signer?: string | undefined;
  fileId?: number | undefined;
}

/** What the opening decision writes onto a class. */
@Injectable()
export class ClassDecisions {
  constructor(
    private readonly classes: TrainingClassRepository,
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
  ) {}

  /**
   * The columns of the decision: its paper (sent in by the one who decides), the rules in force on its date, first and last day of the timetable.
   * @throws AppError decision_date, decision_file_unknown, timetable_empty, regulations.none_in_force
   */
  async columnsOf(record: ClassRecord, decision: Decision, actor: Actor | null): Promise<Record<string, SqlValue>> {
    if (decision.date > this.clock.today()) throw new AppError(classesErrors.decision_date);
    if (!decision.fileId || !actor || !(await this.classes.ownFile(decision.fileId, actor.accountId))) throw new AppError(classesErrors.decision_file_unknown);
    const { firstDay, lastDay } = presentTotals(await this.classes.totals(record.id));
    const openingDate = firstDay ?? record.openingDate;
    const closingDate = lastDay ?? record.closingDate;
    if (openingDate === null || closingDate === null) throw new AppError(classesErrors.timetable_empty);
    const ruleSet = await this.ruleSets.inForce(record.category, decision.date);
    return {
      decision_no: decision.no, decision_date: decision.date, decision_signer: decision.signer?.trim() || null, decision_file_id: decision.fileId,
      rule_set_id: ruleSet.id, rules: JSON.stringify(ruleSet.rules), opening_date: openingDate, closing_date: closingDate,
    };
  }
}
