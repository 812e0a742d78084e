import type { Domain } from '@halong/platform/server';
import { NotificationEntity } from './notification/notification.entity.ts';
import { NotificationsFoundation1790000500000 } from './migrations/1790000500000-notifications-foundation.ts';
import { NotificationsModule } from './notifications.module.ts';

export const notifications: Domain = {
  name: 'notifications',
  module: NotificationsModule,
  entities: [NotificationEntity],
  migrations: [NotificationsFoundation1790000500000],
  routes: {},
};
