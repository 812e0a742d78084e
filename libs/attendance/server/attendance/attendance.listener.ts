import { Injectable } from '@nestjs/common';
import { classesMessages } from '@halong/classes/server';
import { On } from '@halong/platform/server';
import type { z } from 'zod';
import { AttendanceSessions } from './attendance-sessions.ts';
import { LockRepository } from './lock.repository.ts';
import { Recorder } from './recorder.ts';

/** What happens to a session changes what follows from its evidence. */
@Injectable()
export class AttendanceListener {
  constructor(
    private readonly sessions: AttendanceSessions,
    private readonly due: LockRepository,
    private readonly recorder: Recorder,
  ) {}

  /** Everybody gets a record, absent people too. */
  @On(classesMessages.sessionEnded)
  async ended({ sessionId }: z.output<typeof classesMessages.sessionEnded.payload>): Promise<void> {
    const session = await this.sessions.ensure(await this.sessions.get(sessionId));
    await this.recorder.judgeAll(session);
    await this.due.setJudged(sessionId, new Date(session.endsAt));
  }

  /** Moved, or switched between room and online while it runs: the same evidence is judged by the new plan. */
  @On(classesMessages.sessionChanged)
  async changed({ sessionId, changes }: z.output<typeof classesMessages.sessionChanged.payload>): Promise<void> {
    if (!changes.includes('TIME') && !changes.includes('MODE')) return;
    if (await this.due.hasRecords(sessionId)) await this.recorder.judgeAll(await this.sessions.get(sessionId));
  }
}
