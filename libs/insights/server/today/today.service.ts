import { Injectable } from '@nestjs/common';
import { addDays, AppError, instantOf, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import type { Desk, Today } from '@halong/insights/contract';
import { ledBy } from './today.policy.ts';
import { presentDeskSession, presentMySession } from './today.presenter.ts';
import { TodayRepository } from './today.repository.ts';

const aheadDays = 14;

/** *Hôm nay*: what needs me now, for trainees and for those who lead sessions. */
@Injectable()
export class TodayService {
  constructor(
    private readonly today: TodayRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for accounts without a personnel record */
  async ofTrainee(actor: Actor): Promise<Today> {
    if (actor.personId === null) throw new AppError(platformErrors.not_found);
    const day = this.clock.today();
    const midnight = instantOf(day);
    const tomorrow = instantOf(addDays(day, 1));
    const [rows, year] = await Promise.all([
      this.today.mySessions(actor.personId, midnight, instantOf(addDays(day, aheadDays))),
      this.today.personYear(actor.personId, Number(day.slice(0, 4)), day),
    ]);
    if (!year) throw new AppError(platformErrors.not_found);
    return {
      day,
      now: this.clock.now().toISOString(),
      fullName: year.full_name,
      gender: year.gender,
      sessions: rows.filter((row) => row.starts_at < tomorrow).map(presentMySession),
      upcoming: rows.filter((row) => row.starts_at >= tomorrow).slice(0, 5).map(presentMySession),
      ledger: { counted: Number(year.counted), onTheWay: Number(year.on_the_way), expected: Number(year.expected), needed: Number(year.needed) },
    };
  }

  async ofDesk(actor: Actor): Promise<Desk> {
    const day = this.clock.today();
    const scope = ledBy(actor);
    const tomorrow = instantOf(addDays(day, 1));
    const [sessions, toLock, nominations, sheets, barred] = await Promise.all([
      this.today.ledSessions(scope, instantOf(day), tomorrow, ['SCHEDULED', 'LIVE', 'ENDED', 'ATTENDANCE_LOCKED']),
      this.today.ledSessions(scope, instantOf(addDays(day, -aheadDays)), tomorrow, ['ENDED']),
      this.today.waitingNominations(scope),
      this.today.lateSheets(scope, day),
      this.today.barredPeople(scope),
    ]);
    return {
      day,
      sessions: sessions.map(presentDeskSession),
      toLock: toLock.map(presentDeskSession),
      nominations: nominations.map((row) => ({ classId: row.id, classCode: row.code, waiting: Number(row.waiting), deadline: row.nomination_deadline })),
      sheets: sheets.map((row) => ({ classId: row.id, classCode: row.code, closedOn: row.closing_date, daysSince: Number(row.days), trainees: Number(row.trainees), blank: Number(row.blank) })),
      barred: barred.map((row) => ({ classId: row.id, classCode: row.code, people: Number(row.people) })),
    };
  }
}
