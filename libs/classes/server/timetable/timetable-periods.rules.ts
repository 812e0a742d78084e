export type PartOfDay = 'MORNING' | 'AFTERNOON' | 'EVENING';

/** When one period of the day begins and ends, wall-clock HH:mm. */
export type Bell = { period: number; startsAt: string; endsAt: string };

/** Noon and six o'clock part the day, as office hours do. */
export function partOfDay(startsAt: string): PartOfDay {
  if (startsAt < '12:00') return 'MORNING';
  return startsAt < '18:00' ? 'AFTERNOON' : 'EVENING';
}

/**
 * The periods that a cell names: `1-4`, `Tiết 5 đến 8`, `1, 2, 3`, `7`. Null unless they are one unbroken,
 * rising run: anything else is a typing error that somebody has to decide.
 */
export function readPeriods(text: string): number[] | null {
  const signs = text.normalize('NFC').toLowerCase().replace(/tiết|t(?=\d)/g, ' ').trim();
  const span = /^(\d{1,2})\s*(?:[-–—]|đến|->|→)\s*(\d{1,2})$/.exec(signs);
  if (span) return run(Number(span[1]), Number(span[2]));
  if (!/^\d{1,2}(?:\s*[,;+]\s*\d{1,2})*$/.test(signs)) return null;
  const listed = signs.split(/[,;+]/).map(Number);
  const whole = run(listed[0]!, listed.at(-1)!);
  return whole?.length === listed.length && whole.every((period, at) => period === listed[at]) ? whole : null;
}

function run(first: number, last: number): number[] | null {
  if (first < 1 || last < first || last > 20) return null;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** First bell of the first period and last bell of the last; null when the bells do not know one of them. */
export function bellsOf(periods: number[], bells: Bell[]): { startsAt: string; endsAt: string } | null {
  const known = periods.map((period) => bells.find((bell) => bell.period === period));
  const first = known.at(0);
  const last = known.at(-1);
  return first && last && known.every(Boolean) ? { startsAt: first.startsAt, endsAt: last.endsAt } : null;
}

/** Whatever is longer says something else. */
const longestTime = 80;

/** `07:30-10:45`, `7h30 – 10h45`, `7.30 đến 10.45` as HH:mm; null when it is no span of time. */
export function readTimeSpan(text: string): { startsAt: string; endsAt: string } | null {
  if (text.length > longestTime) return null;
  const span = /^\D*(\d{1,2})\s*[:hg.]\s*(\d{2})?\D+?(\d{1,2})\s*[:hg.]\s*(\d{2})?\D*$/i.exec(text.normalize('NFC').trim());
  if (!span) return null;
  const [startsAt, endsAt] = [clock(span[1], span[2]), clock(span[3], span[4])];
  return startsAt && endsAt && startsAt < endsAt ? { startsAt, endsAt } : null;
}

function clock(hour = '', minute = '00'): string | null {
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}
