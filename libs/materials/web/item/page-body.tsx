import { useEffect, useRef } from 'react';
import type { OnSeen } from '../preview/seen.ts';

const readMs = 3_000;

/** A page of text, clean HTML from the server. It is read when its end has stood in the window for a moment. */
export function PageBody({ html, onSeen }: { html: string; onSeen: OnSeen | undefined }) {
  const end = useRef<HTMLDivElement>(null);
  const tell = useRef(onSeen);
  useEffect(() => {
    tell.current = onSeen;
  });
  useEffect(() => {
    const mark = end.current;
    if (!mark) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => tell.current?.({ pages: [1], position: 1, speed: 1 }), readMs);
    });
    watcher.observe(mark);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [html]);
  return (
    <>
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <div ref={end} aria-hidden />
    </>
  );
}
