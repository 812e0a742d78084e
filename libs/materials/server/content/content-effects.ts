import { Injectable } from '@nestjs/common';
import { classContentTopic } from '@halong/materials/contract';
import { Audit, Outbox, Realtime } from '@halong/platform/server';
import { contentMessages } from './content.messages.ts';
import type { ItemRow } from './item.rows.ts';

/** What follows from a change of an item, in the transaction that makes it. */
@Injectable()
export class ContentEffects {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
  ) {}

  /** Audited, shown to who looks, and told to completion when what must be seen is not what it was. */
  async changed(action: string, { id, classId }: Pick<ItemRow, 'id' | 'classId'>, before: unknown, after: unknown, mandatory: boolean): Promise<void> {
    await this.audit.record({ action, subjectType: 'content_item', subjectId: id, before, after });
    if (mandatory) await this.outbox.publish(contentMessages.mandatoryChanged, { classId });
    this.realtime.changed(classContentTopic.name, classId);
  }
}
