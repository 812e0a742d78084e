import { Injectable } from '@nestjs/common';
import { assignmentErrors as errors, type AssignmentItem } from '@halong/assessment/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { AssignmentEffects } from './assignment.effects.ts';
import { editors } from './assignment.policy.ts';
import { AssignmentRepository } from './assignment.repository.ts';
import { shifted, takesWork } from './assignment.rules.ts';
import { RubricRepository } from '../rubric/rubric.repository.ts';
import { AssignmentReading } from './assignment-reading.service.ts';

/** Work of one class given to another: drafts, all dates shifted, with the rubric if the other class may use it; neither extensions nor submissions come along. */
@Injectable()
export class AssignmentCopies {
  constructor(
    private readonly db: Database,
    private readonly assignments: AssignmentRepository,
    private readonly reading: AssignmentReading,
    private readonly rubrics: RubricRepository,
    private readonly effects: AssignmentEffects,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found when one of the classes is not the actor's, assessment.class_not_teaching */
  async copy(actor: Actor, classId: number, { fromClassId, assignmentIds, shiftDays }: { fromClassId: number; assignmentIds: readonly number[]; shiftDays: number }): Promise<{ items: AssignmentItem[] }> {
    return this.db.transaction(async () => {
      await this.reading.requireClass(actor, classId, editors);
      await this.reading.requireClass(actor, fromClassId, editors);
      const ofClass = await this.assignments.class(classId);
      if (!takesWork(ofClass?.state ?? '')) throw new AppError(errors.class_not_teaching);
      const components = (await this.reading.components(classId)).map(({ key }) => key);
      const copied = new Set<number>();
      for (const row of (await this.assignments.ofClass(fromClassId)).filter(({ id }) => assignmentIds.includes(id))) {
        const { id: from, classId: _, state: __, version: ___, rubricVersionId: chosen, ...values } = row;
        const rubricVersionId = chosen !== null && (await this.rubrics.mayUse(classId, chosen)) ? chosen : null;
        const component = values.component !== null && components.includes(values.component) ? values.component : null;
        const dates = { opensAt: shifted(values.opensAt, shiftDays), dueAt: shifted(values.dueAt, shiftDays), cutoffAt: shifted(values.cutoffAt, shiftDays) };
        const id = await this.assignments.insert(classId, { ...values, component, ...dates }, this.clock.now(), rubricVersionId);
        await this.assignments.putReferences(id, await this.assignments.references(from));
        await this.effects.changed({ id, classId }, { action: 'assessment.assignment_copied', before: { assignmentId: from }, after: { ...dates, component, rubricVersionId } });
        copied.add(id);
      }
      return { items: (await this.reading.items(classId)).filter(({ id }) => copied.has(id)) };
    });
  }
}
