const two = (value: number) => String(value).padStart(2, '0');

/** Is there such a day in the calendar (Gregorian, 1900 to 2199)? */
function exists(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Reads a date as people type it: "22/11/2026", "1-2-2026", "1.2.2026", "22112026".
 * Gives an ISO date ("2026-11-22") or undefined when there is no such day.
 */
export function parseDate(text: string): string | undefined {
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [day = 0, month = 0, year = 0] = match.slice(1).map(Number);
  return exists(year, month, day) ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** "2026-11-22" → "22/11/2026"; anything else → "". */
export function showDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : '';
}
