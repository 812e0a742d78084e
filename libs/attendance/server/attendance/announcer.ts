import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { checkInTopic, myAttendanceTopic, sessionAttendanceTopic } from '@halong/attendance/contract';
import { Database, Realtime } from '@halong/platform/server';

const coalesceMs = 200;

/** Tells watchers of a session at most five times a second that something changed; three hundred scans are not three hundred refetches. */
@Injectable()
export class Announcer implements OnModuleDestroy {
  private readonly waiting = new Map<number, NodeJS.Timeout>();

  constructor(
    private readonly db: Database,
    private readonly realtime: Realtime,
  ) {}

  /** After the commit. */
  changed(sessionId: number, enrolmentIds: readonly number[]): void {
    for (const enrolmentId of enrolmentIds) this.realtime.changed(myAttendanceTopic.name, enrolmentId);
    this.db.afterCommit(() => {
      if (!this.waiting.has(sessionId)) this.waiting.set(sessionId, setTimeout(() => this.tell(sessionId), coalesceMs));
    });
  }

  onModuleDestroy(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private tell(sessionId: number): void {
    this.waiting.delete(sessionId);
    this.realtime.changed(sessionAttendanceTopic.name, sessionId);
    this.realtime.changed(checkInTopic.name, sessionId);
  }
}
