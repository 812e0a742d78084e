import { useEffect, useRef } from 'react';
import { batchMs, type OnSeen, type SeenBatch } from './seen.ts';

/**
 * Sends what `take` has gathered every ten seconds, when the window is hidden and when the place is closed. Nothing gathered:
 * nothing sent.
 */
export function useSeenBatches(onSeen: OnSeen | undefined, take: () => SeenBatch | undefined): void {
  const latest = useRef({ onSeen, take });
  useEffect(() => {
    latest.current = { onSeen, take };
  });
  useEffect(() => {
    const send = () => {
      const batch = latest.current.take();
      if (batch) latest.current.onSeen?.(batch);
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') send();
    };
    const timer = setInterval(send, batchMs);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', send);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', send);
      send();
    };
  }, []);
}
