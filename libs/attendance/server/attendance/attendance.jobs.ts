import { Injectable } from '@nestjs/common';
import { Clock, Database, Every } from '@halong/platform/server';
import { judgeDue, lockDue } from '../attendance.messages.ts';
import { AttendanceLocks } from './attendance-locks.ts';
import { AttendanceSessions } from './attendance-sessions.ts';
import { LockRepository } from './lock.repository.ts';
import { Recorder } from './recorder.ts';

/** What the clock asks of attendance. Both jobs look at what is due now, so a worker that was away catches up. */
@Injectable()
export class AttendanceJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: AttendanceSessions,
    private readonly due: LockRepository,
    private readonly recorder: Recorder,
    private readonly locks: AttendanceLocks,
  ) {}

  /** A period that has ended is credited or not without anybody doing anything; absent people get their record. */
  @Every(15, judgeDue)
  async judge(): Promise<void> {
    for (const { sessionId, until } of await this.due.toJudge(this.clock.now())) {
      await this.db.transaction(async () => {
        const session = await this.sessions.ensure(await this.sessions.get(sessionId));
        await this.recorder.judgeAll(session);
        await this.due.setJudged(sessionId, until);
      });
    }
  }

  @Every(30, lockDue)
  async lock(): Promise<void> {
    await this.locks.lockDue();
  }

  /** Judges everything again from the evidence, of one class or of all. Answers sessions and how many outcomes changed. */
  async judgeEverything(classId: number | null): Promise<{ sessions: number; changed: number }> {
    const sessionIds = await this.due.judged(classId);
    let changed = 0;
    for (const sessionId of sessionIds) changed += await this.recorder.judgeAll(await this.sessions.get(sessionId));
    return { sessions: sessionIds.length, changed };
  }
}
