import { formatDay } from '@halong/platform/contract';
import type { TimetableImport } from '@halong/classes/contract';
import { timetableTotals, type TimetableFile } from './timetable-file.rules.ts';
import type { ImportRow } from './timetable-import.rows.ts';
import { writtenLecturers, writtenRooms } from './timetable-names.rules.ts';
import { proposeLecturer, proposeRoom, type LecturerProposal, type RoomProposal } from './timetable-resolve.rules.ts';

/** Somebody of the host institution, and a room of it: the only ones that are proposed. */
export interface Colleague {
  personId: number;
  lecturerId: number | null;
  fullName: string;
  title: string;
  unitName: string | null;
}

export interface HostRoom {
  id: number;
  name: string;
  capacity: number | null;
}

export interface ImportContext {
  colleagues: readonly Colleague[];
  rooms: readonly HostRoom[];
  /** Day → name. */
  holidays: ReadonlyMap<string, string>;
  programmePeriods: number;
  replaces: number;
  mayConfirm: boolean;
}

export function presentImport(row: ImportRow, context: ImportContext): TimetableImport {
  const { file } = row.draft;
  const totals = timetableTotals(file.sessions);
  return {
    id: row.id, classId: row.class_id, fileName: row.file_name, state: row.state, classCode: file.classCode,
    totals,
    rows: file.sessions.map((one) => ({
      row: one.row, day: one.date, periods: one.periods, startsAt: one.startsAt, endsAt: one.endsAt, topic: one.topicText,
      lecturerText: one.lecturer ? `${one.lecturer.title ?? ''} ${one.lecturer.name}`.trim() : null, mode: one.mode, placeText: one.placeText, note: one.note,
    })),
    problems: [...file.problems, ...holidayWarnings(file, context.holidays), ...totalWarning(file, totals.periods, context.programmePeriods)].sort((a, b) => a.row - b.row),
    ignoredRows: file.ignoredRows,
    lecturers: lecturersOf(row, context.colleagues),
    rooms: roomsOf(row, context.rooms),
    replaces: context.replaces,
    can: { confirm: context.mayConfirm && row.state === 'PROPOSED' && openChoices(row) === 0 && file.sessions.length > 0 },
  };
}

/** How many names and rooms nobody has decided. */
export function openChoices({ draft: { file, lecturers, rooms } }: Pick<ImportRow, 'draft'>): number {
  const open = (keys: string[], choices: Record<string, unknown>) => keys.filter((key) => !Object.hasOwn(choices, key)).length;
  return open(writtenLecturers(file.sessions).map(({ key }) => key), lecturers) + open(writtenRooms(file.sessions).map(({ key }) => key), rooms);
}

function lecturersOf({ draft }: ImportRow, colleagues: readonly Colleague[]): TimetableImport['lecturers'] {
  const known = colleagues.map((one) => ({ ...one, name: one.fullName }));
  return writtenLecturers(draft.file.sessions).map(({ key, text, title, name, sessions }) => {
    const candidates = candidatesOf(proposeLecturer(key, known)).map(({ name: _name, ...candidate }) => candidate);
    return { text, title, name, sessions, match: matchOf(candidates), candidates, choice: draft.lecturers[key] ?? null };
  });
}

function roomsOf({ draft }: ImportRow, rooms: readonly HostRoom[]): TimetableImport['rooms'] {
  return writtenRooms(draft.file.sessions).map(({ key, text, sessions }) => {
    const candidates = candidatesOf(proposeRoom(text, [...rooms])).map(({ id, name, capacity }) => ({ roomId: id, name, capacity }));
    return { text, sessions, match: matchOf(candidates), candidates, choice: draft.rooms[key] ?? null };
  });
}

function candidatesOf<C>(proposal: LecturerProposal<C> | RoomProposal<C>): C[] {
  if (proposal.match === 'NONE') return [];
  return proposal.match === 'SEVERAL' ? proposal.candidates : [proposal.candidate];
}

const matchOf = (candidates: readonly unknown[]): 'ONE' | 'SEVERAL' | 'NONE' => (candidates.length === 0 ? 'NONE' : candidates.length === 1 ? 'ONE' : 'SEVERAL');

function holidayWarnings({ sessions }: TimetableFile, holidays: ReadonlyMap<string, string>): TimetableImport['problems'] {
  return sessions.flatMap(({ row, date }) => {
    const name = holidays.get(date);
    return name === undefined ? [] : [{ row, severity: 'WARNING' as const, code: 'HOLIDAY' as const, params: { date: formatDay(date), name } }];
  });
}

function totalWarning({ sessions }: TimetableFile, read: number, stated: number): TimetableImport['problems'] {
  return sessions.length === 0 || read === stated ? [] : [{ row: 0, severity: 'WARNING', code: 'PROGRAMME_PERIODS_DIFFER', params: { stated, read } }];
}
