import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database, type SqlValue } from '@halong/platform/server';
import { classesErrors, classTopic, sessionTopic, type ClassSession, type SessionMode, type SessionState } from '@halong/classes/contract';
import { classesMessages } from '../events.ts';
import { ClassJournal } from '../journal/class-journal.ts';
import { timetableOpen } from '../training-class/training-class.rules.ts';
import { TrainingClasses, type ClassAccess, type ClassRecord } from '../training-class/training-class.service.ts';
import { Bookings } from './booking.service.ts';
import type { SessionRecord } from './session.presenter.ts';
import { SessionRepository } from './session.repository.ts';
import { Sessions } from './session.service.ts';
import { SessionTerms, type When } from './session-terms.service.ts';

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
    private readonly terms: SessionTerms,
    private readonly bookings: Bookings,
    private readonly db: Database,
    private readonly journal: ClassJournal,
  ) {}

  create(actor: Actor, classId: number, body: NewSessionBody): Promise<ClassSession> {
    return this.db.transaction(async () => {
      const { record } = await this.classes.lockToWork(actor, classId);
      if (!timetableOpen(record.state)) throw new AppError(classesErrors.class_fixed);
      const times = await this.terms.times(record, body);
      const where = this.terms.where(body.mode, body.roomId, body.place);
      await this.terms.assertTopic(record, body.programmeUnitId);
      await this.bookings.assertFree(record, [{ sessionId: -1, startsAt: times.startsAt, endsAt: times.endsAt, roomId: where.roomId, lecturerIds: body.lecturerIds }]);
      const session = { classId, day: body.day, ...times, mode: body.mode, ...where, topic: body.topic, programmeUnitId: body.programmeUnitId, lecturerIds: body.lecturerIds };
      const id = await this.repository.add(session, await this.repository.nextNo(classId));
      if (body.mode === 'ONLINE') await this.terms.online.assertKept(record);
      await this.journal.record({ action: 'session.added', subjectType: 'session', subjectId: id, after: { classId, ...body } });
      await this.journal.publish(classesMessages.sessionAdded, { sessionId: id, classId });
      this.journal.changed(classTopic, classId);
      return this.sessions.show(actor, id);
    });
  }

  edit(actor: Actor, id: number, { version, ...changes }: SessionEdit & { version: number }): Promise<ClassSession> {
    return this.change(actor, id, version, ['SCHEDULED', 'LIVE'], async ({ record }, session) => {
      const mode = changes.mode ?? session.mode;
      const { roomId = session.roomId, place = session.place } = changes;
      const elsewhere = [changes.mode, changes.roomId, changes.place].some((value) => value !== undefined);
      const where = elsewhere ? this.terms.where(mode, roomId, place) : { roomId, place };
      const programmeUnitId = changes.programmeUnitId === undefined ? session.programmeUnitId : changes.programmeUnitId;
      if (programmeUnitId !== session.programmeUnitId) await this.terms.assertTopic(record, programmeUnitId);
      if (where.roomId !== null && where.roomId !== session.roomId) await this.assertFree(record, session, { roomId: where.roomId });
      const topic = changes.topic ?? session.topic;
      await this.repository.update(id, { mode, room_id: where.roomId, place: where.place, topic, programme_unit_id: programmeUnitId });
      if (mode === 'ONLINE' && session.mode !== 'ONLINE') await this.terms.online.assertKept(record);
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
      const times = await this.terms.times(record, when);
      const where = this.terms.where(session.mode, roomId === undefined ? session.roomId : roomId, session.place);
      await this.assertFree(record, session, { startsAt: times.startsAt, endsAt: times.endsAt, roomId: where.roomId });
      const values: Record<string, SqlValue> = { day: when.day, starts_at: times.startsAt, ends_at: times.endsAt, room_id: where.roomId, place: where.place };
      await this.repository.update(id, values);
      await this.repository.setPeriods(id, times.periods);
      if (session.mode === 'ONLINE' && times.periods.length > session.periods.length) await this.terms.online.assertKept(record);
      const changed: Change[] = where.roomId === session.roomId ? ['TIME'] : ['TIME', 'PLACE'];
      await this.tell('session.moved', session, changed, reason, { ...when, ...where });
    });
  }

  cancel(actor: Actor, id: number, version: number, reason: string): Promise<ClassSession> {
    return this.change(actor, id, version, ['SCHEDULED', 'LIVE'], async (_, session) => {
      await this.repository.update(id, { state: 'CANCELLED', state_reason: reason });
      await this.journal.record({ action: 'session.cancelled', subjectType: 'session', subjectId: id, reason, before: { state: session.state }, after: { state: 'CANCELLED' } });
      await this.journal.publish(classesMessages.sessionCancelled, { sessionId: id, classId: session.classId, reason, withClass: false });
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
      this.journal.changed(sessionTopic, id);
      this.journal.changed(classTopic, classId);
      return this.sessions.show(actor, id);
    });
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
    await this.journal.record({ action, subjectType: 'session', subjectId: session.id, reason, before: { ...before, topic: session.topic }, after });
    if (changes.length > 0) await this.journal.publish(classesMessages.sessionChanged, { sessionId: session.id, classId: session.classId, changes, reason, before });
  }
}
