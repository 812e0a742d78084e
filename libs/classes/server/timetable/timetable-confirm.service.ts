import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, tidy, type Actor } from '@halong/platform/contract';
import { Audit, Database, Outbox, Realtime } from '@halong/platform/server';
import { classesErrors, classTopic, type LecturerChoice, type RoomChoice } from '@halong/classes/contract';
import { classesMessages } from '../events.ts';
import { LecturerRepository } from '../lecturer/lecturer.repository.ts';
import { Lecturers } from '../lecturer/lecturer.service.ts';
import { PlaceRepository } from '../place/place.repository.ts';
import { Bookings } from '../session/booking.service.ts';
import { SessionRepository, type NewSession } from '../session/session.repository.ts';
import { timesOf, type BellTime } from '../session/session.rules.ts';
import { TrainingClassRepository } from '../training-class/training-class.repository.ts';
import { timetableReplaceable } from '../training-class/training-class.rules.ts';
import type { ClassRecord } from '../training-class/training-class.service.ts';
import { timetableTotals, type SessionDraft } from './timetable-file.rules.ts';
import { openChoices } from './timetable-import.presenter.ts';
import { TimetableImportRepository } from './timetable-import.repository.ts';
import type { ImportRow } from './timetable-import.rows.ts';
import { TimetableImports } from './timetable-import.service.ts';
import { lecturerKey, roomKey, writtenLecturers, writtenRooms } from './timetable-names.rules.ts';

export interface Confirmed {
  importId: number;
  classId: number;
  sessions: number;
  periods: number;
}

/** Puts a resolved file into the timetable: all sessions or none. */
@Injectable()
export class TimetableConfirmation {
  constructor(
    private readonly waiting: TimetableImports,
    private readonly imports: TimetableImportRepository,
    private readonly sessions: SessionRepository,
    private readonly classes: TrainingClassRepository,
    private readonly lecturers: Lecturers,
    private readonly lecturerRows: LecturerRepository,
    private readonly places: PlaceRepository,
    private readonly bookings: Bookings,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
  ) {}

  /** A second time answers the same and changes nothing. @throws AppError import_…, timetable_running, …_clash */
  confirm(actor: Actor, id: number, leaveOutErrors: boolean): Promise<Confirmed> {
    return this.db.transaction(async () => {
      const { row, access } = await this.waiting.lock(actor, id);
      const { sessions, periods } = timetableTotals(row.draft.file.sessions);
      const answer = { importId: id, classId: row.class_id, sessions, periods };
      if (row.state === 'CONFIRMED') return answer;
      this.assertReady(row, access.record, leaveOutErrors);
      await this.replace(row, access.record);
      await this.imports.setState(id, 'CONFIRMED');
      await this.audit.record({ action: 'timetable.confirmed', subjectType: 'class', subjectId: row.class_id, after: answer });
      await this.outbox.publish(classesMessages.timetableConfirmed, { classId: row.class_id, importId: id });
      this.realtime.changed(classTopic.name, row.class_id);
      return answer;
    });
  }

  private assertReady(row: ImportRow, record: ClassRecord, leaveOutErrors: boolean): void {
    if (row.state !== 'PROPOSED') throw new AppError(classesErrors.import_closed);
    if (!timetableReplaceable(record.state)) throw new AppError(classesErrors.timetable_running);
    const { sessions, problems } = row.draft.file;
    if (sessions.length === 0) throw new AppError(classesErrors.import_empty);
    const errors = new Set(problems.filter(({ severity }) => severity === 'ERROR').map((problem) => problem.row)).size;
    if (errors > 0 && !leaveOutErrors) throw new AppError(classesErrors.import_has_errors, { errors });
    const open = openChoices(row);
    if (open > 0) throw new AppError(classesErrors.import_not_ready, { open });
  }

  private async replace({ draft, class_id }: ImportRow, record: ClassRecord): Promise<void> {
    const lecturerIds = await this.lecturerIds(draft, record);
    const roomIds = await this.roomIds(draft, record);
    const { bells } = await this.places.bellsFor(record.institutionId);
    const sessions = draft.file.sessions.map((one) => sessionOf(one, record, bells, lecturerIds, roomIds));
    await this.sessions.removeScheduled(class_id);
    await this.bookings.assertFree(record, sessions.map(({ startsAt, endsAt, roomId, lecturerIds: teachers }, at) => ({ sessionId: -1 - at, startsAt, endsAt, roomId, lecturerIds: teachers })));
    await this.sessions.addMany(sessions, await this.sessions.nextNo(class_id));
    const { firstDay, lastDay } = timetableTotals(draft.file.sessions);
    await this.classes.update(class_id, { opening_date: firstDay, closing_date: lastDay });
  }

  private async lecturerIds(draft: ImportRow['draft'], record: ClassRecord): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const { key, title } of writtenLecturers(draft.file.sessions)) {
      const choice = draft.lecturers[key];
      if (choice) ids.set(key, await this.lecturerId(choice, title, record));
    }
    return ids;
  }

  /** A person who does not teach yet becomes a lecturer of the host: permanent when they work there, visiting otherwise. */
  private async lecturerId(choice: LecturerChoice, title: string, { institutionId }: ClassRecord): Promise<number> {
    if (choice.kind === 'LECTURER') return choice.lecturerId;
    if (choice.kind === 'NEW_VISITING') return this.lecturers.add({ name: choice.name, title: choice.title, kind: 'VISITING', institutionId });
    const known = await this.lecturerRows.ofPerson(choice.personId);
    if (known) return known.id;
    const kind = (await this.lecturerRows.worksAt(choice.personId, institutionId)) ? 'INTERNAL' : 'VISITING';
    return this.lecturers.add({ personId: choice.personId, title, kind, institutionId });
  }

  private async roomIds(draft: ImportRow['draft'], record: ClassRecord): Promise<Map<string, number>> {
    const known = new Map((await this.places.roomsOf(record.institutionId)).map(({ id, name }) => [foldVietnamese(name), id]));
    const ids = new Map<string, number>();
    for (const { key } of writtenRooms(draft.file.sessions)) {
      const choice = draft.rooms[key];
      if (choice) ids.set(key, await this.roomId(choice, record, known));
    }
    return ids;
  }

  /** Two texts may stand for one new room, and somebody may have added it meanwhile. */
  private async roomId(choice: RoomChoice, { institutionId }: ClassRecord, known: Map<string, number>): Promise<number> {
    if (choice.kind === 'ROOM') return choice.roomId;
    const name = tidy(choice.name);
    const id = known.get(foldVietnamese(name)) ?? (await this.places.addRoom(institutionId, name, choice.capacity));
    known.set(foldVietnamese(name), id);
    return id;
  }
}

function sessionOf(one: SessionDraft, record: ClassRecord, bells: readonly BellTime[], lecturerIds: ReadonlyMap<string, number>, roomIds: ReadonlyMap<string, number>): NewSession {
  const times = timesOf(one.date, one.periods, bells);
  if (!times.ok) throw new AppError(classesErrors.no_bells, { periods: one.periods.join(', ') });
  const lecturer = lecturerIds.get(lecturerKey(one) ?? '');
  return {
    classId: record.id, day: one.date, startsAt: times.startsAt, endsAt: times.endsAt, periods: times.periods, mode: one.mode,
    roomId: roomIds.get(roomKey(one) ?? '') ?? null, place: one.mode === 'FIELD' ? one.placeText : null, topic: one.topicText.slice(0, 300), programmeUnitId: null,
    lecturerIds: lecturer === undefined ? [] : [lecturer],
  };
}
