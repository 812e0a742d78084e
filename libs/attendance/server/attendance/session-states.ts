import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';

/** The one step of a session's life that attendance takes: ended → attendance locked. */
@Injectable()
export class SessionStates {
  constructor(private readonly db: Database) {}

  /** A session that the clock has not ended yet is left alone; the next round finds it. */
  async lock(sessionId: number): Promise<void> {
    await this.db.run("UPDATE classes_session SET state = 'ATTENDANCE_LOCKED', version = version + 1 WHERE id = ? AND state = 'ENDED'", [sessionId]);
  }
}
