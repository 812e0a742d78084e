import type { AttendanceSession } from '@halong/attendance/contract';
import type { Language } from '@halong/platform/contract';

/** The class of a session in the person's language. */
export const classNameOf = (session: Pick<AttendanceSession, 'classNameVi' | 'classNameEn'>, language: Language): string =>
  language === 'vi' ? session.classNameVi : session.classNameEn;

/** Numbers of periods as people write them: [1, 2, 3, 4] → "1–4", [1, 3] → "1, 3", [2] → "2", [] → "". */
export function periodRun(numbers: readonly number[]): string {
  const first = numbers.at(0);
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  const run = last - first === numbers.length - 1;
  if (run && numbers.length > 2) return `${first}–${last}`;
  return numbers.join(', ');
}

/** Six digits as they stand on the screen: "417258" → "417 258". */
export const spacedCode = (digits: string): string => `${digits.slice(0, 3)} ${digits.slice(3)}`.trim();
