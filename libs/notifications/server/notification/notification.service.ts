import { Injectable } from '@nestjs/common';
import { inboxTopic, type NotificationItem, type NotificationKind, type NotificationParams } from '@halong/notifications/contract';
import type { Actor, Page } from '@halong/platform/contract';
import { Clock, Database, Outbox, Realtime } from '@halong/platform/server';
import { notificationMessages } from '../events.ts';
import { presentNotification } from './notification.presenter.ts';
import { NotificationRepository } from './notification.repository.ts';

export interface Telling<K extends NotificationKind> {
  kind: K;
  params: NotificationParams<K>;
  /** A path of the web client, such as `/classes/12`; at most 200 characters. */
  link: string;
  /** Tells the occasion apart: the same person is never told twice under one key. At most 120 characters. */
  onceKey: string;
  personIds?: readonly number[];
  /** Accounts whose persons should know too, such as who sent a list. */
  accountIds?: readonly number[];
}

@Injectable()
export class Notifications {
  constructor(
    private readonly db: Database,
    private readonly notifications: NotificationRepository,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells people, as part of the running transaction: the message stands if and only if the fact does.
   * Statements do not grow with the number of people; those with an address get an e-mail after the commit.
   * @throws Error outside a transaction
   */
  async tell<K extends NotificationKind>({ kind, params, link, onceKey, personIds = [], accountIds = [] }: Telling<K>): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${kind} must be told inside a transaction`);
    const people = [...new Set([...personIds, ...(await this.notifications.personsOf(accountIds))])];
    if (people.length === 0) return;
    const waiting = await this.notifications.add(people, { kind, params, link, onceKey, at: this.clock.now() });
    if (waiting.length === 0) return;
    await this.outbox.publish(notificationMessages.mailNotifications, { notificationIds: waiting });
    for (const personId of people) this.realtime.changed(inboxTopic.name, personId);
  }

  async listMine(actor: Actor, { unread, page, size }: { unread: boolean; page: number; size: number }): Promise<Page<NotificationItem>> {
    if (actor.personId === null) return { items: [], total: 0, page, size };
    const { rows, total } = await this.notifications.page(actor.personId, unread, page, size);
    return { items: rows.map(presentNotification), total, page, size };
  }

  async countMine(actor: Actor): Promise<{ unread: number }> {
    return { unread: actor.personId === null ? 0 : await this.notifications.unread(actor.personId) };
  }

  /** Ids of other people are left alone without a word: they are not the actor's to know about. */
  async readMine(actor: Actor, ids: readonly number[] | 'all'): Promise<{ unread: number }> {
    const { personId } = actor;
    if (personId === null) return { unread: 0 };
    return this.db.transaction(async () => {
      await this.notifications.markRead(personId, ids, this.clock.now());
      this.realtime.changed(inboxTopic.name, personId);
      return { unread: await this.notifications.unread(personId) };
    });
  }
}
