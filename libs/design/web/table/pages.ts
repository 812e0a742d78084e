import type { DesignLanguage } from '../provider/designTexts.ts';

/** Thousands with a dot in Vietnamese, a comma in English: 1187 → "1.187". */
export const showCount = (count: number, lang: DesignLanguage): string => String(count).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',');

export interface PageOf {
  /** First page is 1. */
  page: number;
  pageSize: number;
  /** All rows, over all pages. */
  total: number;
}

/** How many pages there are; an empty list has one. */
export const pageCount = ({ pageSize, total }: Omit<PageOf, 'page'>): number => Math.max(1, Math.ceil(total / pageSize));

/** "1–50 / 1.187"; "0" when there is nothing. */
export function pageText({ page, pageSize, total }: PageOf, lang: DesignLanguage): string {
  if (total === 0) return '0';
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return `${showCount(first, lang)}–${showCount(last, lang)} / ${showCount(total, lang)}`;
}
