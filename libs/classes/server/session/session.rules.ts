import { instantOf } from '@halong/platform/contract';
import type { SessionMode } from '@halong/classes/contract';

export interface PeriodTime {
  periodNo: number;
  startsAt: Date;
  endsAt: Date;
}

export interface BellTime {
  periodNo: number;
  /** HH:mm in the province. */
  starts: string;
  ends: string;
}

export type Times = { ok: true; periods: PeriodTime[]; startsAt: Date; endsAt: Date } | { ok: false; why: 'not_a_run' } | { ok: false; why: 'no_bells'; missing: number[] };

/** The instants of a session from its day (yyyy-MM-dd), its period numbers in any order, and the bells. The periods must follow each other without a gap. */
export function timesOf(day: string, periodNos: readonly number[], bells: readonly BellTime[]): Times {
  const numbers = [...new Set(periodNos)].sort((a, b) => a - b);
  const first = numbers[0];
  if (first === undefined || numbers.length !== periodNos.length || numbers.some((no, at) => no !== first + at)) return { ok: false, why: 'not_a_run' };
  const found = numbers.map((no) => bells.find(({ periodNo }) => periodNo === no));
  const missing = numbers.filter((_, at) => found[at] === undefined);
  if (missing.length > 0) return { ok: false, why: 'no_bells', missing };
  const periods = found.flatMap((bell) => (bell ? [{ periodNo: bell.periodNo, startsAt: instantOf(day, bell.starts), endsAt: instantOf(day, bell.ends) }] : []));
  return { ok: true, periods, startsAt: periods[0]!.startsAt, endsAt: periods.at(-1)!.endsAt };
}

export type Where = { ok: true; roomId: number | null; place: string | null } | { ok: false; missing: 'room' | 'place' };

/** What a mode occupies: a room in the room and in both, a named place on a field study, nothing online. What the mode does not use is given up. */
export function whereOf(mode: SessionMode, roomId: number | null, place: string | null): Where {
  if (mode === 'ROOM' || mode === 'BOTH') return roomId === null ? { ok: false, missing: 'room' } : { ok: true, roomId, place: null };
  if (mode === 'FIELD') return place?.trim() ? { ok: true, roomId: null, place: place.trim() } : { ok: false, missing: 'place' };
  return { ok: true, roomId: null, place: null };
}
