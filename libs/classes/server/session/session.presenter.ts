import { z } from 'zod';
import type { Actor } from '@halong/platform/contract';
import { sessionModes, sessionStates, trainingClassStates, type ClassSession, type SessionMode, type SessionState } from '@halong/classes/contract';
import { mayWorkOn } from '../training-class/training-class.policy.ts';
import { timetableOpen } from '../training-class/training-class.rules.ts';
import type { PeriodRow, SessionLecturerRow, SessionRow } from './session.rows.ts';
import type { PeriodTime } from './session.rules.ts';

/** A session as other domains see it: instants are dates, the end is not included. */
export interface SessionRecord {
  id: number;
  classId: number;
  classCode: string;
  institutionId: number;
  sessionNo: number;
  /** yyyy-MM-dd */
  day: string;
  startsAt: Date;
  endsAt: Date;
  mode: SessionMode;
  roomId: number | null;
  roomName: string | null;
  place: string | null;
  topic: string;
  programmeUnitId: number | null;
  state: SessionState;
  stateReason: string | null;
  version: number;
  periods: PeriodTime[];
  lecturers: { lecturerId: number; personId: number; fullName: string; title: string }[];
}

export interface SessionParts {
  periods: readonly PeriodRow[];
  lecturers: readonly SessionLecturerRow[];
}

/** A row with its own of the parts. */
export function recordOfSession(row: SessionRow, { periods, lecturers }: SessionParts): SessionRecord {
  return {
    id: row.id, classId: row.class_id, classCode: row.class_code, institutionId: row.institution_id, sessionNo: row.session_no, day: row.day,
    startsAt: row.starts_at, endsAt: row.ends_at, mode: z.enum(sessionModes).parse(row.mode), roomId: row.room_id, roomName: row.room_name,
    place: row.place, topic: row.topic, programmeUnitId: row.programme_unit_id, state: z.enum(sessionStates).parse(row.state),
    stateReason: row.state_reason, version: row.version,
    periods: periods.filter(({ session_id }) => session_id === row.id).map(({ period_no, starts_at, ends_at }) => ({ periodNo: period_no, startsAt: starts_at, endsAt: ends_at })),
    lecturers: lecturers
      .filter(({ session_id }) => session_id === row.id)
      .map(({ lecturer_id, person_id, full_name, title }) => ({ lecturerId: lecturer_id, personId: person_id, fullName: full_name, title })),
  };
}

export const teaches = (actor: Actor, { lecturers }: Pick<SessionRecord, 'lecturers'>): boolean =>
  actor.personId !== null && lecturers.some(({ personId }) => personId === actor.personId);

export function presentSession(row: SessionRow, record: SessionRecord, actor: Actor): ClassSession {
  const works = mayWorkOn(actor, { id: row.class_id, institutionId: row.institution_id, isStaff: Boolean(row.is_staff) });
  const open = works && timetableOpen(z.enum(trainingClassStates).parse(row.class_state));
  const { startsAt, endsAt, periods, roomId, roomName, institutionId: _institutionId, ...same } = record;
  return {
    ...same,
    classNameVi: row.class_vi,
    classNameEn: row.class_en,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    periods: periods.map((period) => ({ periodNo: period.periodNo, startsAt: period.startsAt.toISOString(), endsAt: period.endsAt.toISOString() })),
    room: roomId === null ? null : { id: roomId, name: roomName ?? '' },
    can: {
      change: open && record.state === 'SCHEDULED',
      switch: open && (record.state === 'SCHEDULED' || record.state === 'LIVE'),
      lead: works || teaches(actor, record),
    },
  };
}
