import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, currentRequest, Database, Outbox, Realtime, type SqlValue } from '@halong/platform/server';
import { classesErrors, classTopic, sessionTopic, type ClassSession, type SessionMode, type SessionState } from '@halong/classes/contract';
import { classesMessages } from '../events.ts';
import { PlaceRepository } from '../place/place.repository.ts';
import { timetableOpen } from '../training-class/training-class.rules.ts';
import { TrainingClasses, type ClassAccess, type ClassRecord } from '../training-class/training-class.service.ts';
import { Bookings } from './booking.service.ts';
import type { SessionRecord } from './session.presenter.ts';
import { SessionRepository } from './session.repository.ts';
import { timesOf, whereOf, type PeriodTime } from './session.rules.ts';
import { Sessions } from './session.service.ts';

export interface When {
  day: string;
  periods: number[];
  evenOnHoliday: boolean;
}

export interface NewSessionBody extends When {
  mode: SessionMode;
  roomId: number | null;
  place: string | null;
  topic: string;
  programmeUnitId: number | null;
  lecturerIds: number[];
}

export interface SessionEdit {
  mode?: SessionMode | undefined;
  roomId?: number | null | undefined;
  place?: string | null | undefined;
  topic?: string | undefined;
  programmeUnitId?: number | null | undefined;
  reason?: string | undefined;
}

type Change = 'TIME' | 'MODE' | 'PLACE' | 'TOPIC' | 'LECTURERS';

/** Changes to single sessions. Each checks for clashes under locks, is audited, and tells those concerned through an event. */
@Injectable()
export class SessionPlanning {
  constructor(
    private readonly classes: TrainingClasses,
    private readonly sessions: Sessions,
    private readonly repository: SessionRepository,
    private readonly places: PlaceRepository,
    private readonly bookings: Bookings,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, classId: number, body: NewSessionBody): Promise<ClassSession> {
    return this.db.transaction(async () => {
      const { record } = await this.classes.lockToWork(actor, classId);
      if (!timetableOpen(record.state)) throw new AppError(classesErrors.class_fixed);
      const times = await this.timesOf(record, body);
      const where = this.whereOf(body.mode, body.roomId, body.place);
      await this.assertTopic(record, body.programmeUnitId);
      await this.bookings.assertFree(record, [{ sessionId: -1, startsAt: times.startsAt, endsAt: times.endsAt, roomId: where.roomId, lecturerIds: body.lecturerIds }]);
      const session = { classId, day: body.day, ...times, mode: body.mode, ...where, topic: body.topic, programmeUnitId: body.programmeUnitId, lecturerIds: body.lecturerIds };
      const id = await this.repository.add(session, await this.repository.nextNo(classId));
      await this.audit.record({ action: 'session.added', subjectType: 'session', subjectId: id, after: { classId, ...body } });
      await this.outbox.publish(classesMessages.sessionAdded, { sessionId: id, classId });
      this.realtime.changed(classTopic.name, classId);
      return this.sessions.show(actor, id);
    });
  }

  edit(actor: Actor, id: number, { version, ...changes }: SessionEdit & { version: number }): Promise<ClassSession> {
    return this.change(actor, id, version, ['SCHEDULED', 'LIVE'], async ({ record }, session) => {
      const mode = changes.mode ?? session.mode;
      const { roomId = session.roomId, place = session.place } = changes;
      const elsewhere = [changes.mode, changes.roomId, changes.place].some((value) => value !== undefined);
      const where = elsewhere ? this.whereOf(mode, roomId, place) : { roomId, place };
      const programmeUnitId = changes.programmeUnitId === undefined ? session.programmeUnitId : changes.programmeUnitId;
      if (programmeUnitId !== session.programmeUnitId) await this.assertTopic(record, programmeUnitId);
      if (where.roomId !== null && where.roomId !== session.roomId) await this.assertFree(record, session, { roomId: where.roomId });
      const topic = changes.topic ?? session.topic;
      await this.repository.update(id, { mode, room_id: where.roomId, place: where.place, topic, programme_unit_id: programmeUnitId });
      const changed: Change[] = [
        ...(mode === session.mode ? [] : (['MODE'] as const)),
        ...(where.roomId === session.roomId && where.place === session.place ? [] : (['PLACE'] as const)),
        ...(topic === session.topic && programmeUnitId === session.programmeUnitId ? [] : (['TOPIC'] as const)),
      ];
      await this.tell('session.edited', session, changed, changes.reason ?? null, { mode, ...where, topic, programmeUnitId });
    });
  }

  move(actor: Actor, id: number, { version, reason, roomId, ...when }: When & { version: number; reason: string; roomId?: number | null | undefined }): Promise<ClassSession> {
    return this.change(actor, id, version, ['SCHEDULED'], async ({ record }, session) => {
      if (!timetableOpen(record.state)) throw new AppError(classesErrors.class_fixed);
      const times = await this.timesOf(record, when);
      const where = this.whereOf(session.mode, roomId === undefined ? session.roomId : roomId, session.place);
      await this.assertFree(record, session, { startsAt: times.startsAt, endsAt: times.endsAt, roomId: where.roomId });
      const values: Record<string, SqlValue> = { day: when.day, starts_at: times.startsAt, ends_at: times.endsAt, room_id: where.roomId, place: where.place };
      await this.repository.update(id, values);
      await this.repository.setPeriods(id, times.periods);
      const changed: Change[] = where.roomId === session.roomId ? ['TIME'] : ['TIME', 'PLACE'];
      await this.tell('session.moved', session, changed, reason, { ...when, ...where });
    });
  }

  cancel(actor: Actor, id: number, version: number, reason: string): Promise<ClassSession> {
    return this.change(actor, id, version, ['SCHEDULED', 'LIVE'], async (_, session) => {
      await this.repository.update(id, { state: 'CANCELLED', state_reason: reason });
      await this.audit.record({ action: 'session.cancelled', subjectType: 'session', subjectId: id, reason, before: { state: session.state }, after: { state: 'CANCELLED' } });
      await this.outbox.publish(classesMessages.sessionCancelled, { sessionId: id, classId: session.classId, reason, withClass: false });
    });
  }

  replaceLecturers(actor: Actor, id: number, { version, lecturerIds, reason }: { version: number; lecturerIds: number[]; reason?: string | undefined }): Promise<ClassSession> {
    return this.change(actor, id, version, ['SCHEDULED', 'LIVE'], async ({ record }, session) => {
      await this.assertFree(record, session, { lecturerIds });
      await this.repository.setLecturers(id, lecturerIds);
      await this.repository.update(id, {});
      await this.tell('session.lecturers_replaced', session, ['LECTURERS'], reason ?? null, { lecturerIds });
    });
  }

  /** Locks class and session, compares the version, and refuses what the state does not allow. */
  private change(actor: Actor, id: number, version: number, states: SessionState[], work: (access: ClassAccess, session: SessionRecord) => Promise<void>): Promise<ClassSession> {
    return this.db.transaction(async () => {
      const classId = await this.repository.classOf(id);
      if (classId === undefined) throw new AppError(platformErrors.not_found);
      const access = await this.classes.lockToWork(actor, classId);
      await this.repository.lock(id);
      const session = await this.sessions.get(id);
      if (session.version !== version) throw new AppError(platformErrors.stale_version);
      if (!states.includes(session.state)) throw new AppError(classesErrors.session_begun);
      await work(access, session);
      this.realtime.changed(sessionTopic.name, id);
      this.realtime.changed(classTopic.name, classId);
      return this.sessions.show(actor, id);
    });
  }

  private async timesOf(record: ClassRecord, { day, periods, evenOnHoliday }: When): Promise<{ startsAt: Date; endsAt: Date; periods: PeriodTime[] }> {
    const times = timesOf(day, periods, (await this.places.bellsFor(record.institutionId)).bells);
    if (!times.ok && times.why === 'not_a_run') throw new AppError(classesErrors.periods_not_a_run);
    if (!times.ok) throw new AppError(classesErrors.no_bells, { periods: times.missing.join(', ') });
    if (times.startsAt <= this.clock.now()) throw new AppError(classesErrors.in_the_past);
    const [holiday] = evenOnHoliday ? [] : await this.places.holidays(day, day);
    const language = currentRequest()?.language ?? 'vi';
    if (holiday) throw new AppError(classesErrors.holiday, { day, name: language === 'vi' ? holiday.name_vi : holiday.name_en });
    return { startsAt: times.startsAt, endsAt: times.endsAt, periods: times.periods };
  }

  private whereOf(mode: SessionMode, roomId: number | null, place: string | null): { roomId: number | null; place: string | null } {
    const where = whereOf(mode, roomId, place);
    if (!where.ok) throw new AppError(where.missing === 'room' ? classesErrors.room_needed : classesErrors.place_needed);
    return { roomId: where.roomId, place: where.place };
  }

  private async assertTopic(record: ClassRecord, programmeUnitId: number | null): Promise<void> {
    if (programmeUnitId === null) return;
    if (!(await this.repository.topicOfVersion(programmeUnitId, record.programmeVersionId))) throw new AppError(classesErrors.programme_unknown);
  }

  /** The session as it would be, checked against everything that is booked. */
  private assertFree(record: ClassRecord, session: SessionRecord, changes: Partial<{ startsAt: Date; endsAt: Date; roomId: number | null; lecturerIds: number[] }>): Promise<void> {
    const { id: sessionId, startsAt, endsAt, roomId } = session;
    const lecturerIds = session.lecturers.map(({ lecturerId }) => lecturerId);
    return this.bookings.assertFree(record, [{ sessionId, startsAt, endsAt, roomId, lecturerIds, ...changes }], roomId === null ? [] : [roomId]);
  }

  private async tell(action: string, session: SessionRecord, changes: Change[], reason: string | null, after: unknown): Promise<void> {
    const before = {
      startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(), mode: session.mode, roomId: session.roomId, place: session.place,
      lecturerIds: session.lecturers.map(({ lecturerId }) => lecturerId),
    };
    await this.audit.record({ action, subjectType: 'session', subjectId: session.id, reason, before: { ...before, topic: session.topic }, after });
    if (changes.length > 0) await this.outbox.publish(classesMessages.sessionChanged, { sessionId: session.id, classId: session.classId, changes, reason, before });
  }
}
