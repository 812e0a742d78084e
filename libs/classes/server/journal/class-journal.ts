import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { TopicShape } from '@halong/platform/contract';
import { Audit, Outbox, Realtime, type AuditEntry, type EventDef } from '@halong/platform/server';

/** What every change here leaves behind, inside its transaction: a record, a fact for others, a word to those who watch. */
@Injectable()
export class ClassJournal {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
  ) {}

  async record(entry: AuditEntry): Promise<void> {
    await this.audit.record(entry);
  }

  async publish<S extends z.ZodType>(def: EventDef<S>, payload: z.input<S>): Promise<void> {
    await this.outbox.publish(def, payload);
  }

  /** Watchers are told after the commit. */
  changed(topic: TopicShape, id: number): void {
    this.realtime.changed(topic.name, id);
  }
}
