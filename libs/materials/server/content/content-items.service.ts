import { Injectable } from '@nestjs/common';
import { classContentTopic, materialsErrors } from '@halong/materials/contract';
import { AppError } from '@halong/platform/contract';
import { Clock, currentRequest, Database, Realtime } from '@halong/platform/server';
import { ContentTopics } from './content-topics.service.ts';
import { plainSettings } from './content.presenter.ts';
import { ItemRepository } from './item.repository.ts';

/** An assignment that takes its place among the items of a class. `refId` is its id where it is kept. */
export interface PlacedItem {
  classId: number;
  /** A topic of the class's programme; null stands before all topics. */
  topicKey: string | null;
  kind: 'ASSIGNMENT';
  refId: number;
  title: string;
}

/** The places that other domains take in the content of a class. Who may do so is theirs to decide. */
@Injectable()
export class ContentItems {
  constructor(
    private readonly items: ItemRepository,
    private readonly topics: ContentTopics,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly realtime: Realtime,
  ) {}

  /** At the end of its topic; placing it again changes nothing but its title and topic. @throws AppError materials.topic_unknown */
  async place({ classId, topicKey, kind, refId, title }: PlacedItem): Promise<number> {
    return this.db.transaction(async () => {
      const topicId = await this.topics.require(classId, topicKey);
      const known = await this.items.findByRef(refId);
      if (known && known.classId !== classId) throw new AppError(materialsErrors.item_not_found);
      const createdBy = currentRequest()?.actor?.accountId ?? null;
      const id = known?.id ?? (await this.items.add({ classId, topicId, kind, refId, createdBy }, { ...plainSettings, title }, this.clock.now()));
      if (known && known.title !== title) await this.items.set(id, { title });
      if (known && known.topicId !== topicId) await this.items.order([], topicId, id);
      this.realtime.changed(classContentTopic.name, classId);
      return id;
    });
  }

  /** Nothing happens when it has no place. */
  async retitle(refId: number, title: string): Promise<void> {
    await this.db.transaction(async () => {
      const item = await this.items.findByRef(refId);
      if (!item || item.title === title) return;
      await this.items.set(item.id, { title });
      this.realtime.changed(classContentTopic.name, item.classId);
    });
  }

  /** Nothing happens when it has no place. */
  async remove(refId: number): Promise<void> {
    await this.db.transaction(async () => {
      const item = await this.items.findByRef(refId);
      if (!item) return;
      await this.items.remove(item.id, this.clock.now());
      this.realtime.changed(classContentTopic.name, item.classId);
    });
  }
}
