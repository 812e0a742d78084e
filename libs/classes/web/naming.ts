import type { Language } from '@halong/platform/contract';
import { formatDay, formatShortDay } from '@halong/platform/web';

/** The name of a thing in the person's language. */
export const named = (thing: { nameVi: string; nameEn: string }, language: Language): string => (language === 'vi' ? thing.nameVi : thing.nameEn);

/** "14/11 – 28/11/2026"; one day when both are the same; undefined without a first day. */
export function dayRange(first: string | null, last: string | null): string | undefined {
  if (!first) return undefined;
  if (!last || last === first) return formatDay(first);
  return `${formatShortDay(first, last)} – ${formatDay(last)}`;
}

/** Consecutive numbers as people write them: [1, 2, 3, 4] → "1–4", [3] → "3". */
export function runOf(numbers: readonly number[]): string {
  const first = numbers.at(0);
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${first}–${last}`;
}
