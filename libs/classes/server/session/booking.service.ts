import { Injectable } from '@nestjs/common';
import { AppError, dayOf, formatDay, timeOf, type ErrorDef } from '@halong/platform/contract';
import { classesErrors, roomName } from '@halong/classes/contract';
import { currentRequest } from '@halong/platform/server';
import { TraineeClashes } from '../audience/trainee-clashes.ts';
import { clashesOf, overlaps, type Booking, type Clash } from '../timetable/clash.rules.ts';
import { TrainingClasses, type ClassRecord } from '../training-class/training-class.service.ts';
import { BookingRepository } from './booking.repository.ts';
import type { BookedRow } from './session.rows.ts';

/** A session that is to take place; `sessionId` is the session it replaces, or a negative number for a new one. */
export interface PlannedSession {
  sessionId: number;
  startsAt: Date;
  endsAt: Date;
  roomId: number | null;
  lecturerIds: readonly number[];
}

/**
 * Lets sessions take place only when nothing collides (domain rule D03). Locks in one order everywhere: the class (held by the
 * caller), then rooms, then lecturers, each by id; so of two commands that want the same room or person, one sees the other's session.
 */
@Injectable()
export class Bookings {
  constructor(
    private readonly repository: BookingRepository,
    private readonly trainees: TraineeClashes,
    private readonly classes: TrainingClasses,
  ) {}

  /**
   * @param knownRooms rooms that the session has already: they may be out of use
   * @throws AppError room_unknown, lecturer_unknown; room_clash, lecturer_clash, trainee_clash, class_clash with what collides
   */
  async assertFree(record: ClassRecord, planned: readonly PlannedSession[], knownRooms: readonly number[] = []): Promise<void> {
    if (planned.length === 0) return;
    const roomIds = distinct(planned.flatMap(({ roomId }) => roomId ?? []));
    const lecturerIds = distinct(planned.flatMap((one) => one.lecturerIds));
    const rooms = await this.lockRooms(roomIds, knownRooms);
    await this.lockLecturers(lecturerIds);
    const from = new Date(Math.min(...planned.map(({ startsAt }) => startsAt.getTime())));
    const to = new Date(Math.max(...planned.map(({ endsAt }) => endsAt.getTime())));
    const booked = await this.repository.booked({ from, to }, { classId: record.id, roomIds, lecturerIds });
    this.assertOwnTimeFree(record, planned, booked);
    const rules = await this.classes.rulesOf(record);
    const clash = clashesOf(planned.map((one) => bookingOf(record, one)), booked.map(bookedOf), rules).find(({ mode }) => mode === 'BLOCK');
    if (clash) throw await this.refusal(record, clash, booked, rooms);
    if (rules.conflict.trainee === 'BLOCK') await this.assertTraineesFree(record, planned);
  }

  private async lockRooms(ids: readonly number[], known: readonly number[]): Promise<Map<number, string>> {
    const rooms = ids.length > 0 ? await this.repository.lockRooms(ids) : [];
    const usable = new Map(rooms.filter(({ id, active }) => active || known.includes(id)).map(({ id, name }) => [id, name]));
    if (ids.some((id) => !usable.has(id))) throw new AppError(classesErrors.room_unknown);
    return usable;
  }

  private async lockLecturers(ids: readonly number[]): Promise<void> {
    const known = ids.length > 0 ? await this.repository.lockLecturers(ids) : new Set<number>();
    if (ids.some((id) => !known.has(id))) throw new AppError(classesErrors.lecturer_unknown);
  }

  /** A class cannot be in two sessions at once, whatever their rooms. */
  private assertOwnTimeFree(record: ClassRecord, planned: readonly PlannedSession[], booked: readonly BookedRow[]): void {
    const replaced = new Set(planned.map(({ sessionId }) => sessionId));
    const own = booked.filter(({ class_id, id }) => class_id === record.id && !replaced.has(id)).map(bookedOf);
    const wanted = planned.map((one) => bookingOf(record, one));
    for (const [at, one] of wanted.entries()) {
      const other = [...own, ...wanted.slice(at + 1)].find((candidate) => overlaps(one, candidate));
      if (other) throw clashError(classesErrors.class_clash, { name: record.code, other: record.code }, other);
    }
  }

  private async assertTraineesFree(record: ClassRecord, planned: readonly PlannedSession[]): Promise<void> {
    const [clash] = await this.trainees.of(planned.map(({ sessionId, startsAt, endsAt }) => ({ sessionId: Math.max(sessionId, 0), classId: record.id, startsAt, endsAt })));
    if (!clash) return;
    throw clashError(classesErrors.trainee_clash, { name: clash.fullName, other: clash.otherClassCode }, { startsAt: clash.from.getTime(), endsAt: clash.to.getTime() });
  }

  private async refusal(record: ClassRecord, clash: Clash, booked: readonly BookedRow[], rooms: ReadonlyMap<number, string>): Promise<AppError> {
    const [other = clash.other] = [clash.one, clash.other].filter(({ classId }) => classId !== record.id);
    const code = booked.find(({ id }) => id === other.sessionId)?.class_code ?? record.code;
    if (clash.kind === 'ROOM') return clashError(classesErrors.room_clash, { name: roomName(rooms.get(clash.resourceId) ?? '', currentRequest()?.language ?? 'vi'), other: code }, other);
    return clashError(classesErrors.lecturer_clash, { name: await this.repository.lecturerName(clash.resourceId), other: code }, other);
  }
}

const distinct = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => a - b);

const bookingOf = (record: ClassRecord, { sessionId, startsAt, endsAt, roomId, lecturerIds }: PlannedSession): Booking => ({
  sessionId, classId: record.id, startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), roomId, lecturerIds, traineeIds: [],
});

const bookedOf = (row: BookedRow): Booking => ({
  sessionId: row.id, classId: row.class_id, startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime(), roomId: row.room_id,
  lecturerIds: row.lecturer_ids ? row.lecturer_ids.split(',').map(Number) : [], traineeIds: [],
});

/** Says what collides, with which class, and when: the time that is taken. */
function clashError(def: ErrorDef, names: { name: string; other: string }, taken: { startsAt: number; endsAt: number }): AppError {
  return new AppError(def, { ...names, from: timeOf(taken.startsAt), to: timeOf(taken.endsAt), day: formatDay(dayOf(taken.startsAt)) });
}
