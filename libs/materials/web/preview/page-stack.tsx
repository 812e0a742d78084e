import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '@halong/platform/web';
import type { DocumentPagesProps, PagePlace } from './preview.types.ts';
import { pageMs } from './seen.ts';
import { ShownPages } from './seen.rules.ts';
import { say } from './preview.texts.ts';
import { useSeenBatches } from './use-seen-batches.ts';
import { useWidth } from './use-width.ts';

export interface PageSize {
  number: number;
  width: number;
  height: number;
}

interface PageStackProps extends Omit<DocumentPagesProps, 'document'> {
  sizes: readonly PageSize[];
  /** Draws a page that is near the window. */
  draw: (page: PagePlace) => ReactNode;
}

/** How many pages before and after those in the window are drawn already. */
const ahead = 2;
const steps = Array.from({ length: 21 }, (_, index) => index / 20);

/** Pages one under the other; only those near the window are drawn, and only those that stood in it count as seen. */
export function PageStack({ sizes, draw, overlay, onPage, page, zoom = 1, onSeen }: PageStackProps) {
  const t = useTexts(say);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [current, setCurrent] = useState(page ?? 1);
  const shown = useMemo(() => new ShownPages(pageMs), []);
  const tellPage = useRef(onPage);
  useEffect(() => {
    tellPage.current = onPage;
  });

  useEffect(() => {
    if (width === 0) return undefined;
    const parts = new Map<number, number>();
    const look = () => {
      const now = performance.now();
      const inWindow = [...parts].filter(([, part]) => part >= 0.5).map(([number]) => number);
      if (document.visibilityState === 'hidden') shown.hide(now);
      else shown.look(inWindow, now);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, intersectionRect, boundingClientRect, rootBounds, isIntersecting } of entries) {
        const whole = Math.min(boundingClientRect.height, rootBounds?.height ?? window.innerHeight) || 1;
        const number = Number((target as HTMLElement).dataset['page']);
        if (isIntersecting) parts.set(number, intersectionRect.height / whole);
        else parts.delete(number);
      }
      const most = [...parts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
      if (most !== undefined) setCurrent(most);
      look();
    }, { threshold: steps });
    for (const element of place.current?.children ?? []) observer.observe(element);
    const timer = setInterval(look, 250);
    return () => {
      clearInterval(timer);
      observer.disconnect();
      shown.hide(performance.now());
    };
  }, [shown, sizes.length, width]);

  useEffect(() => tellPage.current?.(current, sizes.length), [current, sizes.length]);
  useEffect(() => {
    if (page !== undefined && width > 0) place.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  }, [page, width]);
  useSeenBatches(onSeen, () => {
    const pages = shown.take();
    return pages.length === 0 ? undefined : { pages, position: current, speed: 1 };
  });

  return (
    <div ref={place} className="pageviews" role="group" aria-label={t('pages')} tabIndex={0}>
      {width > 0 && sizes.map((size) => {
        const cssWidth = Math.round(width * zoom);
        const at: PagePlace = { number: size.number, width: cssWidth, height: Math.round((cssWidth * size.height) / size.width) };
        return (
          <section key={size.number} data-page={size.number} className="pageview" aria-label={t('pageOf', { page: size.number, pages: sizes.length })} style={{ width: at.width, height: at.height }}>
            {Math.abs(size.number - current) <= ahead && draw(at)}
            {overlay && <div className="over">{overlay(at)}</div>}
          </section>
        );
      })}
    </div>
  );
}
