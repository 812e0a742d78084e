import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { pageMs, type OnSeen } from './seen.ts';
import { ShownPages } from './seen.rules.ts';
import { useSeenBatches } from './use-seen-batches.ts';

/** For what has one page only: it is seen when it has stood in the window for a second. */
export function useShown<E extends Element>(onSeen: OnSeen | undefined, ready: boolean): RefObject<E | null> {
  const place = useRef<E>(null);
  const shown = useMemo(() => new ShownPages(pageMs), []);
  useEffect(() => {
    if (!ready || !place.current) return undefined;
    let inWindow = false;
    const look = () => shown.look(inWindow && document.visibilityState !== 'hidden' ? [1] : [], performance.now());
    const observer = new IntersectionObserver((entries) => {
      inWindow = entries.at(-1)?.isIntersecting ?? false;
      look();
    });
    observer.observe(place.current);
    const timer = setInterval(look, 250);
    return () => {
      clearInterval(timer);
      observer.disconnect();
      shown.hide(performance.now());
    };
  }, [ready, shown]);
  useSeenBatches(onSeen, () => (shown.take().length > 0 ? { pages: [1], position: 1, speed: 1 } : undefined));
  return place;
}
