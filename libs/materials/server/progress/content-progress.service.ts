import { Injectable } from '@nestjs/common';
import { Clock, Every, On, Outbox } from '@halong/platform/server';
import { Enrolments } from '@halong/enrolment/server';
import { contentMessages } from '../content/content.messages.ts';
import { ProgressRepository } from './progress.repository.ts';
import type { Mandatory } from './progress.rows.ts';

const day = 86_400_000;

/** For the domains downstream: how far trainees are with what they have to see. */
@Injectable()
export class ContentProgress {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly enrolments: Enrolments,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Needed and done per enrolment; nothing needed where a class asks for nothing. One statement for any number. */
  mandatory(enrolmentIds: readonly number[]): Promise<Map<number, Mandatory>> {
    return this.progress.mandatory(enrolmentIds);
  }

  /** Another item to see concerns everybody who was ever admitted. */
  @On(contentMessages.mandatoryChanged)
  async ofClass({ classId }: { classId: number }): Promise<void> {
    const enrolmentIds = (await this.enrolments.ofClass(classId, { seated: false })).map(({ id }) => id);
    if (enrolmentIds.length > 0) await this.outbox.publish(contentMessages.progressChanged, { classId, enrolmentIds });
  }

  /** A showing lasts a day at most; later batches of it open it again and are credited from there. */
  @Every(3_600, contentMessages.forgetShowings)
  async forgetShowings(): Promise<void> {
    await this.progress.forgetShowings(new Date(this.clock.millis() - day));
  }
}
