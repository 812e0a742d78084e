import { addDays } from '@halong/platform/contract';

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The seven days of the week that begins on this Monday. */
export const daysOfWeek = (monday: string): string[] => Array.from({ length: 7 }, (_, at) => addDays(monday, at));

export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

export interface Week<S> {
  monday: string;
  sessions: S[];
}

/** Sessions in their order, week by week; weeks without any are left out. */
export function byWeek<S extends { day: string }>(sessions: readonly S[]): Week<S>[] {
  const weeks = new Map<string, S[]>();
  for (const session of sessions) {
    const monday = mondayOf(session.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), session]);
  }
  return [...weeks].sort(([a], [b]) => a.localeCompare(b)).map(([monday, held]) => ({ monday, sessions: held }));
}

/** The numbers from first to last. */
export const runFrom = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
