export { notificationKinds, notificationText, type NotificationKind, type NotificationParam, type NotificationParams } from './notification.kinds.ts';
export { inboxTopic, notificationItem, notificationRoutes, type NotificationItem } from './notification.ts';
export { mailItem, mailRoutes, mailStates, type MailItem } from './mail.ts';
