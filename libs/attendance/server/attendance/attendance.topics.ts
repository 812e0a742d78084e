import { Injectable } from '@nestjs/common';
import { myAttendanceTopic, sessionAttendanceTopic } from '@halong/attendance/contract';
import type { Actor } from '@halong/platform/contract';
import { Watch } from '@halong/platform/server';
import { AttendanceSessions } from './attendance-sessions.ts';
import { maySeeAttendance } from './attendance.policy.ts';
import { RecordRepository } from './record.repository.ts';

@Injectable()
export class AttendanceTopics {
  constructor(
    private readonly sessions: AttendanceSessions,
    private readonly records: RecordRepository,
  ) {}

  @Watch(sessionAttendanceTopic)
  async mayWatchSession(actor: Actor, sessionId: number): Promise<boolean> {
    return maySeeAttendance(actor, await this.sessions.get(sessionId));
  }

  @Watch(myAttendanceTopic)
  async mayWatchMine(actor: Actor, enrolmentId: number): Promise<boolean> {
    return actor.personId !== null && (await this.records.personOf(enrolmentId)) === actor.personId;
  }
}
