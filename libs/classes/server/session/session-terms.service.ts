import { Injectable } from '@nestjs/common';
import { AppError, formatDay } from '@halong/platform/contract';
import { Clock, currentRequest } from '@halong/platform/server';
import { classesErrors, type SessionMode } from '@halong/classes/contract';
import { PlaceRepository } from '../place/place.repository.ts';
import type { ClassRecord } from '../training-class/training-class.service.ts';
import { OnlineLimit } from './online-limit.service.ts';
import { SessionRepository } from './session.repository.ts';
import { timesOf, whereOf, type PeriodTime } from './session.rules.ts';

export interface When {
  day: string;
  periods: number[];
  evenOnHoliday: boolean;
}

/** Turns what a person asks for into what a session needs, or says why it cannot be. */
@Injectable()
export class SessionTerms {
  constructor(
    private readonly places: PlaceRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    readonly online: OnlineLimit,
  ) {}

  /** The instants by the bells of the host. @throws AppError periods_not_a_run, no_bells, in_the_past, holiday */
  async times(record: ClassRecord, { day, periods, evenOnHoliday }: When): Promise<{ startsAt: Date; endsAt: Date; periods: PeriodTime[] }> {
    const times = timesOf(day, periods, (await this.places.bellsFor(record.institutionId)).bells);
    if (!times.ok && times.why === 'not_a_run') throw new AppError(classesErrors.periods_not_a_run);
    if (!times.ok) throw new AppError(classesErrors.no_bells, { periods: times.missing.join(', ') });
    if (times.startsAt <= this.clock.now()) throw new AppError(classesErrors.in_the_past);
    const [holiday] = evenOnHoliday ? [] : await this.places.holidays(day, day);
    const name = currentRequest()?.language === 'en' ? holiday?.name_en : holiday?.name_vi;
    if (holiday) throw new AppError(classesErrors.holiday, { day: formatDay(day), name: name ?? '' });
    return { startsAt: times.startsAt, endsAt: times.endsAt, periods: times.periods };
  }

  /** What the mode occupies. @throws AppError room_needed, place_needed */
  where(mode: SessionMode, roomId: number | null, place: string | null): { roomId: number | null; place: string | null } {
    const where = whereOf(mode, roomId, place);
    if (!where.ok) throw new AppError(where.missing === 'room' ? classesErrors.room_needed : classesErrors.place_needed);
    return { roomId: where.roomId, place: where.place };
  }

  /** The topic belongs to the programme version of the class. @throws AppError programme_unknown */
  async assertTopic(record: ClassRecord, programmeUnitId: number | null): Promise<void> {
    if (programmeUnitId === null) return;
    if (!(await this.sessions.topicOfVersion(programmeUnitId, record.programmeVersionId))) throw new AppError(classesErrors.programme_unknown);
  }
}
