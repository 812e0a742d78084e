import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';

/** The lock of a session's attendance, and what the clock asks for. */
@Injectable()
export class LockRepository {
  constructor(private readonly db: Database) {}

  /** When the attendance was locked, read under the lock of its row; null when it is open. */
  async lockedAt(sessionId: number): Promise<Date | null> {
    const row = await this.db.row<{ locked_at: Date | null }>('SELECT locked_at FROM attendance_session WHERE session_id = ? FOR UPDATE', [sessionId]);
    return row?.locked_at ?? null;
  }

  async setLocked(sessionId: number, at: Date, by: number | null): Promise<void> {
    await this.db.run('UPDATE attendance_session SET locked_at = ?, locked_by = ?, version = version + 1 WHERE session_id = ?', [at, by, sessionId]);
  }

  async toReview(sessionId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM attendance_record WHERE session_id = ? AND to_review = 1', [sessionId]);
    return Number(row?.n ?? 0);
  }

  /** Sessions that have ended and are not locked yet, oldest first: the rules of each say whether its time has come. */
  async ended(now: Date): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>("SELECT id FROM classes_session WHERE state = 'ENDED' AND ends_at <= ? ORDER BY ends_at LIMIT 1000", [now]);
    return rows.map((row) => row.id);
  }

  /** Sessions of which a period has ended since everybody was judged, with the end of the latest such period. */
  async toJudge(now: Date): Promise<{ sessionId: number; until: Date }[]> {
    return this.db.rows(
      `SELECT s.id AS sessionId, MAX(p.ends_at) AS until FROM classes_session s JOIN classes_session_period p ON p.session_id = s.id
       LEFT JOIN attendance_session a ON a.session_id = s.id
       WHERE s.state IN ('SCHEDULED', 'LIVE', 'ENDED') AND s.starts_at <= ? AND p.ends_at <= ? AND (a.judged_until IS NULL OR a.judged_until < p.ends_at)
       GROUP BY s.id ORDER BY s.id LIMIT 200`,
      [now, now],
    );
  }

  async hasRecords(sessionId: number): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM attendance_record WHERE session_id = ? LIMIT 1', [sessionId])) !== undefined;
  }

  async setJudged(sessionId: number, until: Date): Promise<void> {
    await this.db.run('UPDATE attendance_session SET judged_until = ? WHERE session_id = ?', [until, sessionId]);
  }

  /** The sessions with a record, of one class or of all. */
  async judged(classId: number | null): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>(
      'SELECT DISTINCT s.id FROM classes_session s JOIN attendance_record r ON r.session_id = s.id WHERE s.class_id = COALESCE(?, s.class_id) ORDER BY s.id', [classId],
    );
    return rows.map((row) => row.id);
  }
}
