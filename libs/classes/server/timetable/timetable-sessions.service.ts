import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, tidy } from '@halong/platform/contract';
import { classesErrors, type LecturerChoice, type RoomChoice } from '@halong/classes/contract';
import { LecturerRepository } from '../lecturer/lecturer.repository.ts';
import { Lecturers } from '../lecturer/lecturer.service.ts';
import { PlaceRepository } from '../place/place.repository.ts';
import type { NewSession } from '../session/session.repository.ts';
import { timesOf, type BellTime } from '../session/session.rules.ts';
import type { ClassRecord } from '../training-class/training-class.service.ts';
import type { SessionDraft } from './timetable-file.rules.ts';
import type { StoredDraft } from './timetable-import.rows.ts';
import { lecturerKey, roomKey, writtenLecturers, writtenRooms } from './timetable-names.rules.ts';

/** Makes sessions of a resolved file: the chosen lecturers and rooms are looked up, or created, inside the caller's transaction. */
@Injectable()
export class TimetableSessions {
  constructor(
    private readonly lecturers: Lecturers,
    private readonly lecturerRows: LecturerRepository,
    private readonly places: PlaceRepository,
  ) {}

  /** @throws AppError no_bells when the bells have changed since the file was read */
  async of(draft: StoredDraft, record: ClassRecord): Promise<NewSession[]> {
    const lecturerIds = await this.lecturerIds(draft, record);
    const roomIds = await this.roomIds(draft, record);
    const { bells } = await this.places.bellsFor(record.institutionId);
    return draft.file.sessions.map((one) => sessionOf(one, record, bells, lecturerIds, roomIds));
  }

  private async lecturerIds(draft: StoredDraft, record: ClassRecord): Promise<Map<string, number>> {
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

  private async roomIds(draft: StoredDraft, record: ClassRecord): Promise<Map<string, number>> {
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
