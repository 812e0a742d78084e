import { useEffect, useRef, type RefObject } from 'react';

interface Playlist {
  /** The highest quality, in lines; undefined: as the line allows. */
  height: number | undefined;
  onBroken: () => void;
}

/**
 * Gives the player its address and keeps the place when it changes. A stream is played by a library that loads only then; where
 * that cannot run (iPhone) the browser plays it by itself.
 */
export function useSource(player: RefObject<HTMLMediaElement | null>, url: string | undefined, streamed: boolean, { height, onBroken }: Playlist): void {
  const place = useRef({ second: 0, playing: false });
  const broken = useRef(onBroken);
  useEffect(() => {
    broken.current = onBroken;
  });
  useEffect(() => {
    const media = player.current;
    if (!media || !url) return undefined;
    let left = false;
    let end = () => undefined as void;
    const back = () => {
      if (place.current.second > 0) media.currentTime = place.current.second;
      // Whether it may go on by itself is up to the browser.
      if (place.current.playing) void media.play().catch(() => undefined);
    };
    media.addEventListener('loadedmetadata', back, { once: true });
    const stream = async () => {
      const { default: Hls, Events } = await import('hls.js/light');
      if (left) return;
      if (!Hls.isSupported()) {
        media.src = url;
        return;
      }
      const hls = new Hls({ enableWorker: false, maxBufferLength: 30 });
      end = () => hls.destroy();
      hls.on(Events.ERROR, (_, { fatal }) => fatal && broken.current());
      hls.on(Events.MANIFEST_PARSED, () => {
        const level = hls.levels.findIndex((one) => one.height === height);
        if (level >= 0) hls.currentLevel = level;
      });
      hls.loadSource(url);
      hls.attachMedia(media);
    };
    if (streamed) stream().catch(() => broken.current());
    else media.src = url;
    return () => {
      left = true;
      media.removeEventListener('loadedmetadata', back);
      place.current = { second: media.currentTime, playing: !media.paused };
      end();
      media.removeAttribute('src');
      media.load();
    };
  }, [player, url, streamed, height]);
}
