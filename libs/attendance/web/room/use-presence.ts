import { useEffect, useState, useSyncExternalStore } from 'react';
import { PresenceLine } from './presence-line.ts';

/** The presence of this tab in one session, for as long as the page is open. */
export function usePresence(sessionId: number) {
  const [line, setLine] = useState(() => new PresenceLine(sessionId));
  useEffect(() => {
    const fresh = new PresenceLine(sessionId);
    setLine(fresh);
    return fresh.start();
  }, [sessionId]);
  const presence = useSyncExternalStore(line.subscribe, line.current);
  return { presence, line };
}

/** True while the same session is open in another tab of this browser. */
export function useOtherTab(sessionId: number): boolean {
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return undefined;
    const own = String(Math.random());
    const channel = new BroadcastChannel(`halong.room.${sessionId}`);
    const say = (what: 'hello' | 'here' | 'bye') => channel.postMessage({ what, from: own });
    channel.onmessage = ({ data }: MessageEvent<{ what: 'hello' | 'here' | 'bye'; from: string }>) => {
      setOthers((known) => {
        const next = new Set(known);
        if (data.what === 'bye') next.delete(data.from);
        else next.add(data.from);
        return next;
      });
      if (data.what === 'hello') say('here');
    };
    const gone = () => say('bye');
    window.addEventListener('pagehide', gone);
    say('hello');
    return () => {
      window.removeEventListener('pagehide', gone);
      gone();
      channel.close();
    };
  }, [sessionId]);
  return others.size > 0;
}
