import { lazy } from 'react';

export { useUnread } from './notification/use-unread.ts';

/** Screens of notifications, each its own chunk. */
export const notificationsScreens = {
  Notifications: lazy(() => import('./notification/notifications.tsx')),
  Mails: lazy(() => import('./mail/mails.tsx')),
};
