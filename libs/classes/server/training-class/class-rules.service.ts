import { Injectable } from '@nestjs/common';
import { classTopic } from '@halong/classes/contract';
import { ruleSet, type RuleSet } from '@halong/regulations/contract';
import { ClassJournal } from '../journal/class-journal.ts';
import { TrainingClassRepository } from './training-class.repository.ts';
import { TrainingClasses } from './training-class.service.ts';

/** The frozen rules of a class change in this one way: an amendment with a reason, kept in the audit. The rule set itself stays as it is. */
@Injectable()
export class ClassRules {
  constructor(
    private readonly classes: TrainingClasses,
    private readonly repository: TrainingClassRepository,
    private readonly journal: ClassJournal,
  ) {}

  /** Call it inside the transaction of the command. Throws when the class has no frozen rules or the amended ones are not whole. @throws AppError platform.not_found */
  async amend(classId: number, { passRatio, gradeBands }: Pick<RuleSet, 'passRatio' | 'gradeBands'>, reason: string): Promise<void> {
    const { rules } = await this.classes.forUpdate(classId);
    if (!rules) throw new Error('Only frozen rules are amended');
    const after = ruleSet.parse({ ...rules, passRatio, gradeBands });
    await this.repository.update(classId, { rules: JSON.stringify(after) });
    await this.journal.record({
      action: 'class.rules_amended', subjectType: 'class', subjectId: classId, reason,
      before: { passRatio: rules.passRatio, gradeBands: rules.gradeBands }, after: { passRatio, gradeBands },
    });
    this.journal.changed(classTopic, classId);
  }
}
