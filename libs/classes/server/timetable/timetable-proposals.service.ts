import { Injectable } from '@nestjs/common';
import { AppError } from '@halong/platform/contract';
import { Clock, currentRequest } from '@halong/platform/server';
import { classesErrors, type LecturerChoice, type RoomChoice, type TimetableImport } from '@halong/classes/contract';
import { LecturerRepository } from '../lecturer/lecturer.repository.ts';
import { PlaceRepository } from '../place/place.repository.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { timetableReplaceable } from '../training-class/training-class.rules.ts';
import type { ClassAccess } from '../training-class/training-class.service.ts';
import { timetableTotals } from './timetable-file.rules.ts';
import { presentImport } from './timetable-import.presenter.ts';
import type { ImportRow } from './timetable-import.rows.ts';

/** Whom and which rooms of the host institution a file may mean, as they are today; and whether a choice exists. */
@Injectable()
export class TimetableProposals {
  constructor(
    private readonly lecturers: LecturerRepository,
    private readonly places: PlaceRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async present(row: ImportRow, { record, row: cls, works }: ClassAccess): Promise<TimetableImport> {
    const { firstDay, lastDay } = timetableTotals(row.draft.file.sessions);
    const language = currentRequest()?.language ?? 'vi';
    const holidays = firstDay && lastDay ? await this.places.holidays(firstDay, lastDay) : [];
    const colleagues = await this.lecturers.colleagues(record.institutionId, this.clock.today());
    return presentImport(row, {
      colleagues: colleagues.map((one) => ({ personId: one.person_id, lecturerId: one.lecturer_id, fullName: one.full_name, title: one.title ?? '', unitName: one.unit_name })),
      rooms: await this.places.roomsOf(record.institutionId),
      holidays: new Map(holidays.map(({ day, name_vi, name_en }) => [day, language === 'vi' ? name_vi : name_en])),
      programmePeriods: cls.programme_periods,
      replaces: await this.sessions.countScheduled(row.class_id),
      mayConfirm: works && timetableReplaceable(record.state),
    });
  }

  /** @throws AppError lecturer_unknown, person_unknown */
  async assertLecturer(choice: LecturerChoice | null): Promise<void> {
    if (choice?.kind === 'LECTURER' && !(await this.lecturers.one(choice.lecturerId))) throw new AppError(classesErrors.lecturer_unknown);
    if (choice?.kind === 'PERSON' && !(await this.lecturers.personExists(choice.personId))) throw new AppError(classesErrors.person_unknown);
  }

  /** @throws AppError room_unknown */
  async assertRoom(choice: RoomChoice | null): Promise<void> {
    if (choice?.kind === 'ROOM' && !(await this.places.room(choice.roomId))?.active) throw new AppError(classesErrors.room_unknown);
  }
}
