import { Controller, Injectable } from '@nestjs/common';
import { inboxTopic, notificationRoutes as routes } from '@halong/notifications/contract';
import type { Actor } from '@halong/platform/contract';
import { Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { Notifications } from './notification.service.ts';

@Controller()
export class NotificationController {
  constructor(private readonly notifications: Notifications) {}

  @Handle(routes.listMine)
  list({ actor, query }: Input<typeof routes.listMine>): Answer<typeof routes.listMine> {
    return this.notifications.listMine(actor, query);
  }

  @Handle(routes.countMine)
  count({ actor }: Input<typeof routes.countMine>): Answer<typeof routes.countMine> {
    return this.notifications.countMine(actor);
  }

  @Handle(routes.readMine)
  read({ actor, body }: Input<typeof routes.readMine>): Answer<typeof routes.readMine> {
    return this.notifications.readMine(actor, 'all' in body ? 'all' : body.ids);
  }
}

@Injectable()
export class InboxWatch {
  /** One's own inbox and nobody else's. */
  @Watch(inboxTopic)
  async mayWatch(actor: Actor, personId: number): Promise<boolean> {
    return actor.personId === personId;
  }
}
