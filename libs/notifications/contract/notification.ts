import { z } from 'zod';
import { id, instant, pageOf, pageQuery, route, topic } from '@halong/platform/contract';

const param = z.union([z.string(), z.number(), z.object({ vi: z.string(), en: z.string() })]);

/** The text is made from kind and params in the reader's language: `notificationText(language, kind, params)`. */
export const notificationItem = z.object({
  id: z.number().int(),
  kind: z.string(),
  params: z.record(z.string(), param),
  /** Where to go in the web client, such as `/classes/12`. */
  link: z.string(),
  at: instant,
  readAt: instant.nullable(),
});
export type NotificationItem = z.output<typeof notificationItem>;

const unreadCount = z.object({ unread: z.number().int() });

const listMine = route({
  method: 'GET',
  path: '/my/notifications',
  summary: 'What I should know, newest first.',
  access: 'signed-in',
  query: pageQuery.omit({ search: true }).extend({ unread: z.stringbool().default(false) }),
  response: pageOf(notificationItem),
});

const countMine = route({ method: 'GET', path: '/my/notifications/count', summary: 'How many I have not read.', access: 'signed-in', response: unreadCount });

const readMine = route({
  method: 'POST',
  path: '/my/notifications/read',
  summary: 'Marks these of mine, or all, as read. Others are left alone.',
  access: 'signed-in',
  body: z.union([z.strictObject({ ids: z.array(id).min(1).max(200) }), z.strictObject({ all: z.literal(true) })]),
  response: unreadCount,
});

export const notificationRoutes = { listMine, countMine, readMine };

/** Watched with the id of one's own personnel record. */
export const inboxTopic = topic({ name: 'inbox', access: 'signed-in' });
