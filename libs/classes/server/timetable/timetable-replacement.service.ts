import { Injectable } from '@nestjs/common';
import { Bookings } from '../session/booking.service.ts';
import { OnlineLimit } from '../session/online-limit.service.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { TrainingClassRepository } from '../training-class/training-class.repository.ts';
import type { ClassRecord } from '../training-class/training-class.service.ts';
import { timetableTotals } from './timetable-file.rules.ts';
import type { ImportRow } from './timetable-import.rows.ts';
import { TimetableSessions } from './timetable-sessions.service.ts';

/** Takes the sessions that are still to come out of a class and puts those of a file in their place. */
@Injectable()
export class TimetableReplacement {
  constructor(
    private readonly drafts: TimetableSessions,
    private readonly sessions: SessionRepository,
    private readonly classes: TrainingClassRepository,
    private readonly bookings: Bookings,
    private readonly onlineLimit: OnlineLimit,
  ) {}

  /** Inside the caller's transaction. @throws AppError …_clash, online_share */
  async replace({ draft, class_id }: ImportRow, record: ClassRecord): Promise<void> {
    const sessions = await this.drafts.of(draft, record);
    await this.sessions.removeScheduled(class_id);
    await this.bookings.assertFree(record, sessions.map(({ startsAt, endsAt, roomId, lecturerIds }, at) => ({ sessionId: -1 - at, startsAt, endsAt, roomId, lecturerIds })));
    await this.sessions.addMany(sessions, await this.sessions.nextNo(class_id));
    if (sessions.some(({ mode }) => mode === 'ONLINE')) await this.onlineLimit.assertKept(record);
    const { firstDay, lastDay } = timetableTotals(draft.file.sessions);
    await this.classes.update(class_id, { opening_date: firstDay, closing_date: lastDay });
  }
}
