import { Injectable } from '@nestjs/common';
import { addDays, AppError, instantOf, platformErrors, type Actor } from '@halong/platform/contract';
import { Outbox, Realtime } from '@halong/platform/server';
import { sessionTopic, type ClassSession, type SessionState } from '@halong/classes/contract';
import { ClassAudiences } from '../audience/class-audiences.ts';
import { classesMessages } from '../events.ts';
import type { ClassScope } from '../training-class/training-class.policy.ts';
import { TrainingClasses } from '../training-class/training-class.service.ts';
import { maySessionGo } from './session.lifecycle.ts';
import { presentSession, recordOfSession, teaches, type SessionRecord } from './session.presenter.ts';
import { SessionRepository, type SessionFilter } from './session.repository.ts';
import type { SessionRow } from './session.rows.ts';

const everything: ClassScope = { everything: true };

export type MySession = ClassSession & { mine: 'TEACH' | 'ATTEND' | 'LOOK_AFTER' };

/** Sessions for screens and for other domains. Lists take three statements, however long they are. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly classes: TrainingClasses,
    private readonly audiences: ClassAudiences,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
  ) {}

  /** Without asking who wants to know. @throws AppError platform.not_found */
  async get(id: number): Promise<SessionRecord> {
    const row = await this.sessions.one(everything, id, 0);
    const [record] = row ? await this.records([row]) : [];
    if (!record) throw new AppError(platformErrors.not_found);
    return record;
  }

  /** Locks class and session until the end of the transaction, in the order that every command keeps. @throws AppError platform.not_found */
  async forUpdate(id: number): Promise<SessionRecord> {
    const classId = await this.sessions.classOf(id);
    if (classId === undefined) throw new AppError(platformErrors.not_found);
    await this.classes.forUpdate(classId);
    await this.sessions.lock(id);
    return this.get(id);
  }

  /** All sessions of a class in order of time, cancelled ones included. */
  async ofClass(classId: number): Promise<SessionRecord[]> {
    return this.records(await this.sessions.ofClass(classId, 0));
  }

  /** Sessions of all classes that overlap the span, at most 2,000. */
  async between(from: Date, to: Date): Promise<SessionRecord[]> {
    return this.records(await this.sessions.between(everything, { from, to }, 0));
  }

  /**
   * Takes a session to another state, inside the caller's transaction: attendance locks (`ATTENDANCE_LOCKED`) and unlocks (`ENDED`).
   * The caller audits with its own reason. Answers false when the state does not allow it.
   */
  async setState(id: number, to: SessionState): Promise<boolean> {
    const session = await this.forUpdate(id);
    if (!maySessionGo(session.state, to)) return false;
    await this.apply(session, to);
    return true;
  }

  /** Writes the state and tells it. The caller has locked the session and asked the lifecycle. */
  async apply(session: Pick<SessionRecord, 'id' | 'classId'>, to: SessionState): Promise<void> {
    await this.sessions.update(session.id, { state: to });
    const ids = { sessionId: session.id, classId: session.classId };
    if (to === 'LIVE') await this.outbox.publish(classesMessages.sessionStarted, ids);
    if (to === 'ENDED') await this.outbox.publish(classesMessages.sessionEnded, ids);
    this.realtime.changed(sessionTopic.name, session.id);
  }

  /** One session as this person sees it. @throws AppError platform.not_found */
  async show(actor: Actor, id: number): Promise<ClassSession> {
    const row = await this.sessions.one(await this.classes.scopeOf(actor), id, actor.personId ?? 0);
    const [session] = row ? await this.present(actor, [row]) : [];
    if (!session) throw new AppError(platformErrors.not_found);
    return session;
  }

  /** @throws AppError platform.not_found when the class is not theirs to see */
  async listOfClass(actor: Actor, classId: number): Promise<ClassSession[]> {
    await this.classes.accessTo(actor, classId);
    return this.present(actor, await this.sessions.ofClass(classId, actor.personId ?? 0));
  }

  /** The sessions that lie on these days (yyyy-MM-dd, both included) and that the person may see. */
  async timetable(actor: Actor, { from, to, ...filter }: { from: string; to: string } & Omit<SessionFilter, 'from' | 'to'>): Promise<ClassSession[]> {
    const rows = await this.sessions.between(await this.classes.scopeOf(actor), { ...spanOf(from, to), ...filter }, actor.personId ?? 0);
    return this.present(actor, rows);
  }

  /** What the person teaches, attends or looks after, in order of time. */
  async mine(actor: Actor, from: string, to: string): Promise<MySession[]> {
    const { attends } = await this.audiences.of(actor);
    const scope: ClassScope = {
      everything: false, classIds: [...attends, ...coordinated(actor, 'CLASS')], institutionIds: coordinated(actor, 'INSTITUTION'),
      subtreeIds: [], personId: actor.personId, nominating: false,
    };
    const rows = await this.sessions.between(scope, spanOf(from, to), actor.personId ?? 0);
    const records = await this.records(rows);
    return rows.flatMap((row, at) => {
      const record = records[at];
      const mine = record && partOf(actor, row, record, attends);
      return mine ? [{ ...presentSession(row, record, actor), mine }] : [];
    });
  }

  private async present(actor: Actor, rows: readonly SessionRow[]): Promise<ClassSession[]> {
    const records = await this.records(rows);
    return rows.flatMap((row, at) => (records[at] ? [presentSession(row, records[at], actor)] : []));
  }

  private async records(rows: readonly SessionRow[]): Promise<SessionRecord[]> {
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const periods = bySession(await this.sessions.periodsOf(ids));
    const lecturers = bySession(await this.sessions.lecturersOf(ids));
    return rows.map((row) => recordOfSession(row, { periods: periods.get(row.id) ?? [], lecturers: lecturers.get(row.id) ?? [] }));
  }
}

function bySession<T extends { session_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const row of rows) found.set(row.session_id, [...(found.get(row.session_id) ?? []), row]);
  return found;
}

const spanOf = (from: string, to: string) => ({ from: instantOf(from), to: instantOf(addDays(to, 1)) });

const coordinated = (actor: Actor, scopeType: 'CLASS' | 'INSTITUTION'): number[] =>
  actor.grants.filter((grant) => grant.role === 'CLASS_COORDINATOR' && grant.scopeType === scopeType).map(({ scopeId }) => scopeId);

/** Teaching counts before attending, attending before looking after. A lecturer of one session has no part in the others of the class. */
function partOf(actor: Actor, row: SessionRow, record: SessionRecord, attends: readonly number[]): MySession['mine'] | null {
  if (teaches(actor, record)) return 'TEACH';
  if (attends.includes(row.class_id)) return 'ATTEND';
  const looksAfter = row.is_staff || coordinated(actor, 'CLASS').includes(row.class_id) || coordinated(actor, 'INSTITUTION').includes(row.institution_id);
  return looksAfter ? 'LOOK_AFTER' : null;
}
