import { addDays, dayOf, formatDay, provinceZone, type Language } from '@halong/platform/contract';

const locale = (language: Language) => (language === 'vi' ? 'vi-VN' : 'en-GB');

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export const formatNumber = (value: number, language: Language, digits = 2) =>
  new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits }).format(value);

export const formatPercent = (ratio: number, language: Language) =>
  new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 1 }).format(ratio);

/** Wall-clock time of the province, HH:mm. */
export const formatTime = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: provinceZone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant));

/** dd/MM/yyyy HH:mm in the province. */
export const formatInstant = (instant: string) => `${formatDay(dayOf(new Date(instant)))} ${formatTime(instant)}`;

/** "Chủ nhật, 22/11/2026"; "Sunday, 22/11/2026". */
export function formatLongDay(day: string, language: Language): string {
  const weekday = new Intl.DateTimeFormat(locale(language), { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${weekday.charAt(0).toLocaleUpperCase(locale(language))}${weekday.slice(1)}, ${formatDay(day)}`;
}

/** dd/MM without the year when it is this year, else dd/MM/yyyy. */
export const formatShortDay = (day: string, today: string) => (day.slice(0, 4) === today.slice(0, 4) ? formatDay(day).slice(0, 5) : formatDay(day));

export { addDays, dayOf, formatDay };
