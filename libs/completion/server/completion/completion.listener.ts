import { Injectable } from '@nestjs/common';
import { assessmentMessages } from '@halong/assessment/server';
import { attendanceRecorded } from '@halong/attendance/server';
import { classesMessages } from '@halong/classes/server';
import { enrolmentMessages } from '@halong/enrolment/server';
import { contentMessages } from '@halong/materials/server';
import { Database, Every, On, Outbox } from '@halong/platform/server';
import { completionMessages } from '../events.ts';
import { CompletionFactsRepository } from './completion-facts.repository.ts';
import { CompletionRepository } from './completion.repository.ts';
import { Recompute } from './recompute.service.ts';

const together = 200;

/** Follows what happens: notes whose completion is touched, and computes all of them together right after. */
@Injectable()
export class CompletionListener {
  constructor(
    private readonly db: Database,
    private readonly facts: CompletionFactsRepository,
    private readonly stored: CompletionRepository,
    private readonly recompute: Recompute,
    private readonly outbox: Outbox,
  ) {}

  @On(attendanceRecorded)
  async attended({ enrolmentId }: { enrolmentId: number }): Promise<void> {
    await this.due([enrolmentId]);
  }

  @On(assessmentMessages.marksChanged)
  async marked({ enrolmentIds }: { enrolmentIds: number[] }): Promise<void> {
    await this.due(enrolmentIds);
  }

  @On(contentMessages.progressChanged)
  async seen({ enrolmentIds }: { enrolmentIds: number[] }): Promise<void> {
    await this.due(enrolmentIds);
  }

  @On(enrolmentMessages.admitted)
  async admitted({ enrolmentIds }: { enrolmentIds: number[] }): Promise<void> {
    await this.due(enrolmentIds);
  }

  @On(enrolmentMessages.disciplineNoted)
  @On(enrolmentMessages.left)
  async ofEnrolment({ enrolmentId }: { enrolmentId: number }): Promise<void> {
    await this.due([enrolmentId]);
  }

  @On(assessmentMessages.published)
  @On(assessmentMessages.recognised)
  @On(classesMessages.stateChanged)
  @On(classesMessages.timetableConfirmed)
  @On(classesMessages.sessionAdded)
  @On(classesMessages.sessionChanged)
  @On(classesMessages.sessionCancelled)
  async ofClass({ classId }: { classId: number }): Promise<void> {
    await this.due(await this.facts.idsOfClass(classId));
  }

  /** The clock is the net for a request that came while the run before was ending. */
  @Every(10, completionMessages.recomputeDue)
  async recomputeDue(): Promise<void> {
    while ((await this.someDue()) === together);
  }

  private someDue(): Promise<number> {
    return this.db.transaction(async () => {
      const ids = await this.stored.takeDue(together);
      await this.recompute.run(ids);
      return ids.length;
    });
  }

  private async due(enrolmentIds: readonly number[]): Promise<void> {
    if (await this.stored.addDue(enrolmentIds)) await this.outbox.publish(completionMessages.recomputeDue, {});
  }
}
