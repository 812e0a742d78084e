import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import { noAttempts, type CodeAttempts } from '../check-code/wrong-code.rules.ts';

/** Wrong codes of one trainee in one session; read and written under the lock of the enrolment. */
@Injectable()
export class CodeTryRepository {
  constructor(private readonly db: Database) {}

  async of(sessionId: number, enrolmentId: number): Promise<CodeAttempts> {
    const row = await this.db.row<{ wrong: number; paused_until: Date | null }>(
      'SELECT wrong, paused_until FROM attendance_code_try WHERE session_id = ? AND enrolment_id = ?', [sessionId, enrolmentId],
    );
    return row ? { wrong: row.wrong, pausedUntil: row.paused_until?.getTime() ?? null } : noAttempts;
  }

  async save(sessionId: number, enrolmentId: number, { wrong, pausedUntil }: CodeAttempts): Promise<void> {
    await this.db.run(
      `INSERT INTO attendance_code_try (session_id, enrolment_id, wrong, paused_until) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE wrong = VALUES(wrong), paused_until = VALUES(paused_until)`,
      [sessionId, enrolmentId, wrong, pausedUntil === null ? null : new Date(pausedUntil)],
    );
  }
}
