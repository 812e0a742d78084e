import { useEffect, useMemo, type RefObject } from 'react';
import type { OnSeen } from './seen.ts';
import { PlayedRanges } from './seen.rules.ts';
import { useSeenBatches } from './use-seen-batches.ts';

/** Follows a recording while it plays and tells what was really played. */
export function usePlaying(player: RefObject<HTMLMediaElement | null>, onSeen: OnSeen | undefined, ready: boolean): void {
  const played = useMemo(() => new PlayedRanges(), []);
  useEffect(() => {
    const media = player.current;
    if (!ready || !media) return undefined;
    const look = () => {
      if (!media.paused && !media.seeking) played.look(media.currentTime, performance.now(), media.playbackRate);
    };
    const last = () => {
      if (!media.seeking) played.look(media.currentTime, performance.now(), media.playbackRate);
      played.stop();
    };
    const jumped = () => played.stop();
    media.addEventListener('timeupdate', look);
    media.addEventListener('playing', look);
    media.addEventListener('pause', last);
    media.addEventListener('ended', last);
    media.addEventListener('seeking', jumped);
    media.addEventListener('waiting', jumped);
    return () => {
      for (const [name, hear] of [['timeupdate', look], ['playing', look], ['pause', last], ['ended', last], ['seeking', jumped], ['waiting', jumped]] as const) media.removeEventListener(name, hear);
    };
  }, [player, played, ready]);
  useSeenBatches(onSeen, () => {
    const media = player.current;
    const ranges = played.take();
    if (ranges.length === 0) return undefined;
    const position = Math.round((media?.currentTime ?? ranges.at(-1)!.to) * 10) / 10;
    const length = media?.duration;
    return { ranges, position, speed: media?.playbackRate ?? 1, ...(length !== undefined && Number.isFinite(length) ? { durationMs: Math.round(length * 1_000) } : {}) };
  });
}
