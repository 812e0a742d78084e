import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database, FileStore, readSpreadsheet, SpreadsheetError, spreadsheetWords } from '@halong/platform/server';
import { classesErrors, type LecturerChoice, type RoomChoice, type TimetableImport } from '@halong/classes/contract';
import { ClassJournal } from '../journal/class-journal.ts';
import { PlaceRepository } from '../place/place.repository.ts';
import { timetableReplaceable } from '../training-class/training-class.rules.ts';
import { TrainingClasses, type ClassAccess } from '../training-class/training-class.service.ts';
import { readTimetable, type TimetableFile } from './timetable-file.rules.ts';
import { TimetableImportRepository } from './timetable-import.repository.ts';
import type { ImportRow } from './timetable-import.rows.ts';
import { writtenLecturers, writtenRooms } from './timetable-names.rules.ts';
import { TimetableProposals } from './timetable-proposals.service.ts';

export interface Resolutions {
  lecturers: { text: string; choice: LecturerChoice | null }[];
  rooms: { text: string; choice: RoomChoice | null }[];
}

const maxBytes = 10 * 1_048_576;

/** A timetable file until it is confirmed: what it says, whom and which rooms it may mean, what people chose. */
@Injectable()
export class TimetableImports {
  constructor(
    private readonly imports: TimetableImportRepository,
    private readonly classes: TrainingClasses,
    private readonly proposals: TimetableProposals,
    private readonly places: PlaceRepository,
    private readonly files: FileStore,
    private readonly db: Database,
    private readonly journal: ClassJournal,
  ) {}

  /** Keeps and reads the file. @throws AppError file_not_readable, timetable_running, import_other_class */
  async upload(actor: Actor, classId: number, name: string, stream: Readable): Promise<TimetableImport> {
    const { record } = await this.assertWorks(actor, classId);
    if (!timetableReplaceable(record.state)) throw new AppError(classesErrors.timetable_running);
    const stored = await this.files.put(stream, { name, mediaType: 'application/octet-stream', maxBytes, uploadedBy: actor.accountId });
    const file = await this.read(stored.id, record.institutionId);
    if (file.classCode !== null && file.classCode !== record.code) throw new AppError(classesErrors.import_other_class, { inFile: file.classCode, code: record.code });
    const id = await this.db.transaction(async () => {
      await this.classes.lockToWork(actor, classId);
      await this.imports.discardWaiting(classId);
      return this.imports.add(classId, stored.id, { file, lecturers: {}, rooms: {} }, actor.accountId);
    });
    return this.get(actor, id);
  }

  /** @throws AppError platform.not_found when the import or its class is not theirs to see */
  async get(actor: Actor, id: number): Promise<TimetableImport> {
    const row = await this.require(id);
    return this.proposals.present(row, await this.assertWorks(actor, row.class_id));
  }

  async waiting(actor: Actor, classId: number): Promise<TimetableImport | null> {
    const access = await this.assertWorks(actor, classId);
    const row = await this.imports.waiting(classId);
    return row ? this.proposals.present(row, access) : null;
  }

  /** Keeps the choices of people. @throws AppError import_closed, lecturer_unknown, person_unknown, room_unknown */
  resolve(actor: Actor, id: number, { lecturers, rooms }: Resolutions): Promise<TimetableImport> {
    return this.db.transaction(async () => {
      const { row } = await this.lockOpen(actor, id);
      const { draft } = row;
      const people = new Map(writtenLecturers(draft.file.sessions).map(({ text, key }) => [text, key]));
      const places = new Map(writtenRooms(draft.file.sessions).map(({ text, key }) => [text, key]));
      for (const { choice } of lecturers) await this.proposals.assertLecturer(choice);
      for (const { choice } of rooms) await this.proposals.assertRoom(choice);
      await this.imports.setDraft(id, { file: draft.file, lecturers: chosen(draft.lecturers, lecturers, people), rooms: chosen(draft.rooms, rooms, places) });
      return this.get(actor, id);
    });
  }

  discard(actor: Actor, id: number): Promise<void> {
    return this.db.transaction(async () => {
      const { row } = await this.lockOpen(actor, id);
      await this.close(id, 'DISCARDED');
      await this.journal.record({ action: 'timetable.discarded', subjectType: 'class', subjectId: row.class_id, after: { importId: id } });
    });
  }

  /** Inside the caller's transaction, which holds the lock. */
  async close(id: number, state: 'CONFIRMED' | 'DISCARDED'): Promise<void> {
    await this.imports.setState(id, state);
  }

  /** Locks the class, then reads the import again: what was confirmed or discarded meanwhile shows. */
  async lock(actor: Actor, id: number): Promise<{ row: ImportRow; access: ClassAccess }> {
    const access = await this.classes.lockToWork(actor, (await this.require(id)).class_id);
    return { row: await this.require(id), access };
  }

  private async lockOpen(actor: Actor, id: number): Promise<{ row: ImportRow; access: ClassAccess }> {
    const locked = await this.lock(actor, id);
    if (locked.row.state !== 'PROPOSED') throw new AppError(classesErrors.import_closed);
    return locked;
  }

  private async require(id: number): Promise<ImportRow> {
    const row = await this.imports.one(id);
    if (!row) throw new AppError(platformErrors.not_found);
    return row;
  }

  private async assertWorks(actor: Actor, classId: number): Promise<ClassAccess> {
    const access = await this.classes.accessTo(actor, classId);
    if (!access.works) throw new AppError(platformErrors.forbidden);
    return access;
  }

  private async read(fileId: number, institutionId: number): Promise<TimetableFile> {
    const path = await (await this.files.get(fileId)).local();
    const { bells } = await this.places.bellsFor(institutionId);
    try {
      const sheets = await readSpreadsheet(path);
      const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0];
      const { rows = [], mergedRanges = [] } = sheet ?? {};
      return readTimetable({ rows, mergedRanges }, bells.map(({ periodNo, starts, ends }) => ({ period: periodNo, startsAt: starts, endsAt: ends })));
    } catch (error) {
      throw error instanceof SpreadsheetError ? new AppError(classesErrors.file_not_readable, { problem: spreadsheetWords(error) }) : error;
    }
  }
}

/** The choices with the new ones in place; texts that the file does not have are left aside. */
function chosen<C>(before: Record<string, C>, given: readonly { text: string; choice: C | null }[], keys: ReadonlyMap<string, string>): Record<string, C> {
  const after = new Map(Object.entries(before));
  for (const { text, choice } of given) {
    const key = keys.get(text);
    if (key === undefined) continue;
    if (choice === null) after.delete(key);
    else after.set(key, choice);
  }
  return Object.fromEntries(after);
}
