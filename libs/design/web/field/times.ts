/**
 * Reads a time of day as people type it: "17:00", "7:30", "17h", "17h30", "17.30", "1730".
 * Gives "17:30" or undefined when there is no such time.
 */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.]|\s*h\s*)(\d{2})?$/i.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const [, hour = '', minute = '00'] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
