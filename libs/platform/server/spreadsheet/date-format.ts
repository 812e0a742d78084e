const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465; // 31/12/9999
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/**
 * Does this number format show a calendar date? Time of day alone does not count.
 * `code` is the custom format, if the workbook defines one for this id.
 */
export function isDateFormat(id: number, code?: string): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id);
  const section = code.replace(/"[^"]*"?/g, '').replace(/\\./g, '').replace(/_./g, '').split(';')[0] ?? '';
  const letters = section.replace(/\[[^\]]*\]/g, '').toLowerCase().replace(/general/g, '');
  if (/[dy]/.test(letters)) return true;
  return /m/.test(letters) && !/[hs]/.test(letters) && !/[0#?]/.test(letters);
}

/**
 * Day number → yyyy-MM-dd; undefined outside the calendar.
 * The 1900 system counts a 29/02/1900 that never was: serial 60 is no date, later ones are one too high.
 */
export function serialToDate(serial: number, date1904: boolean): string | undefined {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < (date1904 ? 0 : 1) || day > LAST_SERIAL) return undefined;
  if (date1904) return isoDay(Date.UTC(1904, 0, 1) + day * DAY);
  if (day === 60) return undefined;
  return isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY);
}

/** yyyy-MM-dd → dd/MM/yyyy. */
export const dayMonthYear = (date: string): string => date.split('-').reverse().join('/');

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
