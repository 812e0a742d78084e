import { Injectable } from '@nestjs/common';
import { classContentTopic } from '@halong/materials/contract';
import { Clock, Outbox, Realtime } from '@halong/platform/server';
import { contentMessages } from '../content/content.messages.ts';
import type { SeenItem } from '../content/content.service.ts';

/** What follows when a trainee has seen something to its end. */
@Injectable()
export class ProgressEffects {
  constructor(
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async finished({ row: { classId, mandatory } }: SeenItem, enrolmentId: number): Promise<void> {
    if (mandatory) await this.outbox.publish(contentMessages.progressChanged, { classId, enrolmentIds: [enrolmentId] });
    this.realtime.changed(classContentTopic.name, classId);
  }
}
