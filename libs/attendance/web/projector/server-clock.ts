import { useEffect, useState } from 'react';

/** The time on this device (epoch ms), renewed every `everyMs` while it is wanted. */
export function useNow(everyMs: number, wanted = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, wanted]);
  return now;
}

/** Server time now: what the server said when its answer came, plus what has passed on this device since. */
export const serverNow = (saidNow: string, heardAt: number, now: number): number => Date.parse(saidNow) + Math.max(0, now - heardAt);
