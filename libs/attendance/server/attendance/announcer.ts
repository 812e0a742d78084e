import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { checkInTopic, myAttendanceTopic, sessionAttendanceTopic } from '@halong/attendance/contract';
import { Database, Realtime } from '@halong/platform/server';

const coalesceMs = 200;

interface News {
  timer: NodeJS.Timeout;
  enrolmentIds: Set<number>;
}

/**
 * Tells watchers of a session and of a person in it at most five times a second that something changed: three hundred
 * scans are not three hundred refetches, and what is told together costs the other processes one reading.
 */
@Injectable()
export class Announcer implements OnModuleDestroy {
  private readonly waiting = new Map<number, News>();

  constructor(
    private readonly db: Database,
    private readonly realtime: Realtime,
  ) {}

  /** After the commit. */
  changed(sessionId: number, enrolmentIds: readonly number[]): void {
    this.db.afterCommit(() => {
      const news = this.waiting.get(sessionId) ?? { timer: setTimeout(() => this.tell(sessionId), coalesceMs), enrolmentIds: new Set() };
      for (const enrolmentId of enrolmentIds) news.enrolmentIds.add(enrolmentId);
      this.waiting.set(sessionId, news);
    });
  }

  onModuleDestroy(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private tell(sessionId: number): void {
    const news = this.waiting.get(sessionId);
    this.waiting.delete(sessionId);
    for (const enrolmentId of news?.enrolmentIds ?? []) this.realtime.changed(myAttendanceTopic.name, enrolmentId);
    this.realtime.changed(sessionAttendanceTopic.name, sessionId);
    this.realtime.changed(checkInTopic.name, sessionId);
  }
}
