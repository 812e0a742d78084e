import { Injectable } from '@nestjs/common';
import { Database, type SqlValue } from '@halong/platform/server';
import type { SessionState } from '@halong/classes/contract';
import { classScope } from '../training-class/class-scope.sql.ts';
import type { ClassScope } from '../training-class/training-class.policy.ts';
import type { PeriodRow, SessionLecturerRow, SessionRow } from './session.rows.ts';
import type { PeriodTime } from './session.rules.ts';

const select = `SELECT s.id, s.class_id, c.code AS class_code, c.name_vi AS class_vi, c.name_en AS class_en, c.state AS class_state, c.institution_id, s.session_no, s.day,
  s.starts_at, s.ends_at, s.mode, s.room_id, r.name AS room_name, s.place, s.topic, s.programme_unit_id, s.state, s.state_reason, s.version,
  EXISTS (SELECT 1 FROM classes_staff st WHERE st.class_id = c.id AND st.person_id = ?) AS is_staff
  FROM classes_session s JOIN classes_class c ON c.id = s.class_id LEFT JOIN classes_room r ON r.id = s.room_id`;
const inOrder = 'ORDER BY s.starts_at, s.id';

export interface SessionFilter {
  from: Date;
  to: Date;
  institutionId?: number | undefined;
  roomId?: number | undefined;
  lecturerId?: number | undefined;
}

export interface NewSession {
  classId: number;
  day: string;
  startsAt: Date;
  endsAt: Date;
  mode: string;
  roomId: number | null;
  place: string | null;
  topic: string;
  programmeUnitId: number | null;
  periods: readonly PeriodTime[];
  lecturerIds: readonly number[];
}

@Injectable()
export class SessionRepository {
  constructor(private readonly db: Database) {}

  one(scope: ClassScope, id: number, personId: number): Promise<SessionRow | undefined> {
    const { sql, params } = classScope(scope);
    return this.db.row(`${select} WHERE s.id = ? AND ${sql}`, [personId, id, ...params]);
  }

  ofClass(classId: number, personId: number): Promise<SessionRow[]> {
    return this.db.rows(`${select} WHERE s.class_id = ? ${inOrder}`, [personId, classId]);
  }

  /** Sessions that overlap the span, of the classes in the scope. */
  between(scope: ClassScope, filter: SessionFilter, personId: number): Promise<SessionRow[]> {
    const visible = classScope(scope);
    const parts: [string, SqlValue[]][] = [['s.starts_at < ? AND s.ends_at > ?', [filter.to, filter.from]], [visible.sql, visible.params]];
    if (filter.institutionId) parts.push(['c.institution_id = ?', [filter.institutionId]]);
    if (filter.roomId) parts.push(['s.room_id = ?', [filter.roomId]]);
    if (filter.lecturerId) parts.push(['EXISTS (SELECT 1 FROM classes_session_lecturer x WHERE x.session_id = s.id AND x.lecturer_id = ?)', [filter.lecturerId]]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    return this.db.rows(`${select} WHERE ${where} ${inOrder} LIMIT 2000`, [personId, ...parts.flatMap(([, values]) => values)]);
  }

  periodsOf(sessionIds: readonly number[]): Promise<PeriodRow[]> {
    return this.db.rows('SELECT session_id, period_no, starts_at, ends_at FROM classes_session_period WHERE session_id IN (?) ORDER BY session_id, period_no', [sessionIds]);
  }

  lecturersOf(sessionIds: readonly number[]): Promise<SessionLecturerRow[]> {
    return this.db.rows(
      `SELECT sl.session_id, l.id AS lecturer_id, l.person_id, p.full_name, l.title FROM classes_session_lecturer sl
       JOIN classes_lecturer l ON l.id = sl.lecturer_id JOIN organisation_person p ON p.id = l.person_id
       WHERE sl.session_id IN (?) ORDER BY sl.session_id, p.sort_name, l.id`,
      [sessionIds],
    );
  }

  /** Locks the session; the caller holds its class already. */
  async lock(id: number): Promise<boolean> {
    return (await this.db.row('SELECT id FROM classes_session WHERE id = ? FOR UPDATE', [id])) !== undefined;
  }

  async classOf(id: number): Promise<number | undefined> {
    return (await this.db.row<{ class_id: number }>('SELECT class_id FROM classes_session WHERE id = ?', [id]))?.class_id;
  }

  /** Under the lock of the class: numbers continue after the highest. */
  async nextNo(classId: number): Promise<number> {
    const row = await this.db.row<{ no: number }>('SELECT COALESCE(MAX(session_no), 0) + 1 AS no FROM classes_session WHERE class_id = ?', [classId]);
    return Number(row?.no ?? 1);
  }

  async add(session: NewSession, sessionNo: number): Promise<number> {
    const id = await this.addRow(session, sessionNo);
    await this.addPeriods(id, session.periods);
    await this.addLecturers(id, session.lecturerIds);
    return id;
  }

  /** Adds sessions with numbers from `firstNo` on. */
  async addMany(sessions: readonly NewSession[], firstNo: number): Promise<void> {
    const ids: number[] = [];
    for (const [at, session] of sessions.entries()) ids.push(await this.addRow(session, firstNo + at));
    const periods = sessions.flatMap((session, at) => session.periods.map((period) => ({ sessionId: ids[at] ?? 0, ...period })));
    const teachers = sessions.flatMap((session, at) => session.lecturerIds.map((lecturerId) => ({ session_id: ids[at] ?? 0, lecturer_id: lecturerId })));
    await this.db.insertMany('classes_session_period', periods.map((one) => ({ session_id: one.sessionId, period_no: one.periodNo, starts_at: one.startsAt, ends_at: one.endsAt })));
    await this.db.insertMany('classes_session_lecturer', teachers);
  }

  private addRow(session: NewSession, sessionNo: number): Promise<number> {
    return this.db.insert('classes_session', {
      class_id: session.classId, session_no: sessionNo, day: session.day, starts_at: session.startsAt, ends_at: session.endsAt, mode: session.mode,
      room_id: session.roomId, place: session.place, topic: session.topic, programme_unit_id: session.programmeUnitId, state: 'SCHEDULED',
    });
  }

  async update(id: number, values: Record<string, SqlValue>): Promise<void> {
    const sets = Object.keys(values).map((column) => `${column} = ?, `).join('');
    await this.db.run(`UPDATE classes_session SET ${sets}version = version + 1 WHERE id = ?`, [...Object.values(values), id]);
  }

  async setPeriods(id: number, periods: readonly PeriodTime[]): Promise<void> {
    await this.db.run('DELETE FROM classes_session_period WHERE session_id = ?', [id]);
    await this.addPeriods(id, periods);
  }

  async setLecturers(id: number, lecturerIds: readonly number[]): Promise<void> {
    await this.db.run('DELETE FROM classes_session_lecturer WHERE session_id = ?', [id]);
    await this.addLecturers(id, lecturerIds);
  }

  /** Cancels what has not begun; answers the ids. */
  async cancelScheduled(classId: number, reason: string): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>("SELECT id FROM classes_session WHERE class_id = ? AND state = 'SCHEDULED' ORDER BY id FOR UPDATE", [classId]);
    const ids = rows.map(({ id }) => id);
    await this.db.run("UPDATE classes_session SET state = 'CANCELLED', state_reason = ?, version = version + 1 WHERE id IN (?)", [reason, ids]);
    return ids;
  }

  async countScheduled(classId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM classes_session WHERE class_id = ? AND state = 'SCHEDULED'", [classId]);
    return Number(row?.n ?? 0);
  }

  /** Takes away what has not begun, for a timetable that replaces it. */
  async removeScheduled(classId: number): Promise<void> {
    const scheduled = "SELECT id FROM classes_session WHERE class_id = ? AND state = 'SCHEDULED'";
    await this.db.run(`DELETE FROM classes_session_period WHERE session_id IN (${scheduled})`, [classId]);
    await this.db.run(`DELETE FROM classes_session_lecturer WHERE session_id IN (${scheduled})`, [classId]);
    await this.db.run("DELETE FROM classes_session WHERE class_id = ? AND state = 'SCHEDULED'", [classId]);
  }

  /** Classes with a session that the clock has reached. */
  async classesDue(now: Date, teaching: readonly string[]): Promise<number[]> {
    const rows = await this.db.rows<{ class_id: number }>(
      `SELECT DISTINCT s.class_id FROM classes_session s JOIN classes_class c ON c.id = s.class_id
       WHERE (s.state = 'SCHEDULED' AND s.starts_at <= ? AND c.state IN (?)) OR (s.state = 'LIVE' AND s.ends_at <= ?) ORDER BY s.class_id LIMIT 1000`,
      [now, teaching, now],
    );
    return rows.map(({ class_id }) => class_id);
  }

  /** Running classes whose closing day has come and that have no session left to hold. */
  async classesTaught(today: string): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>(
      `SELECT c.id FROM classes_class c WHERE c.state = 'RUNNING' AND c.closing_date <= ?
         AND EXISTS (SELECT 1 FROM classes_session s WHERE s.class_id = c.id AND s.state IN ('ENDED', 'ATTENDANCE_LOCKED'))
         AND NOT EXISTS (SELECT 1 FROM classes_session s WHERE s.class_id = c.id AND s.state IN ('SCHEDULED', 'LIVE')) ORDER BY c.id LIMIT 1000`,
      [today],
    );
    return rows.map(({ id }) => id);
  }

  async statesOf(classId: number): Promise<SessionState[]> {
    const rows = await this.db.rows<{ state: SessionState }>('SELECT state FROM classes_session WHERE class_id = ? FOR UPDATE', [classId]);
    return rows.map(({ state }) => state);
  }

  /** Of one class, locked, those that the clock may have reached. */
  due(classId: number, now: Date): Promise<{ id: number; state: SessionState; starts_at: Date; ends_at: Date }[]> {
    return this.db.rows("SELECT id, state, starts_at, ends_at FROM classes_session WHERE class_id = ? AND state IN ('SCHEDULED', 'LIVE') AND starts_at <= ? ORDER BY id FOR UPDATE", [
      classId, now,
    ]);
  }

  async topicOfVersion(unitId: number, versionId: number): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM catalogue_programme_unit WHERE id = ? AND version_id = ?', [unitId, versionId])) !== undefined;
  }

  private async addPeriods(id: number, periods: readonly PeriodTime[]): Promise<void> {
    if (periods.length === 0) return;
    await this.db.insertMany('classes_session_period', periods.map(({ periodNo, startsAt, endsAt }) => ({ session_id: id, period_no: periodNo, starts_at: startsAt, ends_at: endsAt })));
  }

  private async addLecturers(id: number, lecturerIds: readonly number[]): Promise<void> {
    if (lecturerIds.length > 0) await this.db.insertMany('classes_session_lecturer', [...new Set(lecturerIds)].map((lecturerId) => ({ session_id: id, lecturer_id: lecturerId })));
  }
}
