import { inboxTopic, notificationRoutes } from '@halong/notifications/contract';
import { useQueryOf, useWatch } from '@halong/platform/web';

/** How many notices this person has not read; kept up to date while the page is open. Undefined until it is known. */
export function useUnread(personId: number | null): number | undefined {
  useWatch(inboxTopic, personId ?? undefined, [notificationRoutes.countMine, notificationRoutes.listMine]);
  const { data } = useQueryOf(notificationRoutes.countMine, {}, { enabled: personId !== null });
  return data?.unread;
}
