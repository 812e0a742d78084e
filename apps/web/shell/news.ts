import { useUnread } from '@halong/notifications/web';

/** How many notices this person has not read. */
export const useNews = (personId: number | null): number | undefined => useUnread(personId);
