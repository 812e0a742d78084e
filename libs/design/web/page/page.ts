import { useEffect, useSyncExternalStore, type ReactNode } from 'react';

/** What a screen tells the frame around it. */
export interface PageInfo {
  /** Where we are; the last one is the page itself and its title. */
  crumbs: readonly { label: string; to?: string }[];
  /** On a phone instead of the last crumb. */
  phoneHead?: { over?: ReactNode; title: ReactNode };
  /** The page takes the window's height and its own parts scroll. */
  fill?: boolean;
}

const nowhere: PageInfo = { crumbs: [] };
let current: PageInfo = nowhere;
const listeners = new Set<() => void>();

function publish(next: PageInfo): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Called once by every screen: names it in the frame and in the window's title. */
export function usePage({ crumbs, phoneHead, fill = false }: PageInfo): void {
  const trail = JSON.stringify(crumbs);
  const head = phoneHead ? `${String(phoneHead.over ?? '')}|${String(phoneHead.title)}` : '';
  useEffect(() => {
    publish({ crumbs, phoneHead, fill });
    const last = crumbs.at(-1)?.label;
    document.title = last ? `${last} · Halong` : 'Halong';
    // The trail's and the head's texts say whether they changed; their objects are new on every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [trail, head, fill]);
}

/** For the frame: what the screen inside has told. */
export const usePageInfo = (): PageInfo =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
