import { useEffect, useState } from 'react';
import { dayOf } from '@halong/platform/contract';
import { agreed, readingOf, type Reading } from './server-clock.rules.ts';

/*
 * The only place of the web that asks this device for the time. A phone's clock may be wrong, and in a demonstration the
 * product's clock shows another day: what people see is the product's time, learnt from every answer of the server.
 */
let believed: Reading | undefined;

/** The device's own clock, epoch ms: only to measure how long an answer took. */
export const deviceNow = (): number => Date.now();

/** An answer that was asked for at `sentAt` and came at `heardAt` (device, epoch ms) says what the product's clock showed (ISO). */
export function hearServerClock(said: string | null, sentAt: number, heardAt = deviceNow()): void {
  const at = said === null ? NaN : Date.parse(said);
  if (Number.isFinite(at)) believed = agreed(believed, readingOf(at, sentAt, heardAt));
}

/** An instant of this device (epoch ms, as React Query keeps them) in the product's time. */
export const serverTimeOf = (deviceAt: number): number => deviceAt + (believed?.offset ?? 0);

/** The product's time now, epoch ms. */
export const serverNow = (): number => serverTimeOf(deviceNow());

/** Today in the province by the product's clock, yyyy-MM-dd. */
export const serverToday = (): string => dayOf(serverNow());

/** The product's time, renewed every `everyMs` while it is wanted. */
export function useNow(everyMs: number, wanted = true): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, wanted]);
  return now;
}

const dayCheckMs = 15_000;

/** Today by the product's clock; a page that stays open over midnight sees the new day. */
export function useToday(): string {
  const [today, setToday] = useState(serverToday);
  useEffect(() => {
    const timer = setInterval(() => setToday(serverToday()), dayCheckMs);
    return () => clearInterval(timer);
  }, []);
  return today;
}
