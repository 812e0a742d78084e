import { inboxTopic, mailRoutes, notificationRoutes } from '@halong/notifications/contract';
import type { Domain } from '@halong/platform/server';
import { notificationMessages } from './events.ts';
import { NotificationEntity } from './notification/notification.entity.ts';
import { NotificationsFoundation1790000500000 } from './migrations/1790000500000-notifications-foundation.ts';
import { MailedAt1795398086971 } from './migrations/1795398086971-mailed-at.ts';
import { NotificationsModule } from './notifications.module.ts';

export const notifications: Domain = {
  name: 'notifications',
  module: NotificationsModule,
  entities: [NotificationEntity],
  migrations: [NotificationsFoundation1790000500000, MailedAt1795398086971],
  routes: { ...notificationRoutes, ...mailRoutes },
  topics: { inboxTopic },
  messages: notificationMessages,
};

export { NotificationsModule } from './notifications.module.ts';
export { Notifications, type Telling } from './notification/notification.service.ts';
