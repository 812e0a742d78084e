import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, platformErrors, tidy, type Actor, type Page } from '@halong/platform/contract';
import { Audit, Clock, Database, isDuplicate } from '@halong/platform/server';
import { classesErrors, publicHolidays, type Bell, type Holiday, type Room } from '@halong/classes/contract';
import { mayKeepHolidays, mayWorkFor } from '../training-class/training-class.policy.ts';
import { PlaceRepository, type HolidayRow, type RoomRow } from './place.repository.ts';

/** Rooms, bells and holidays: what a timetable stands on. */
@Injectable()
export class Places {
  constructor(
    private readonly places: PlaceRepository,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async institutions(actor: Actor) {
    const rows = await this.places.institutions(this.clock.today());
    return rows.map(({ id, name_vi, name_en }) => ({ id, nameVi: name_vi, nameEn: name_en, can: { work: mayWorkFor(actor, id) } }));
  }

  async rooms(actor: Actor, query: { search: string; institutionId?: number | undefined; active?: 'true' | 'false' | undefined; page: number; size: number }): Promise<Page<Room>> {
    const active = query.active === undefined ? undefined : query.active === 'true';
    const { rows, total } = await this.places.roomPage({ search: foldVietnamese(query.search), institutionId: query.institutionId, active }, query.page, query.size);
    return { items: rows.map((row) => presentRoom(row, actor)), total, page: query.page, size: query.size };
  }

  createRoom(actor: Actor, { institutionId, name, capacity }: { institutionId: number; name: string; capacity: number | null }): Promise<Room> {
    return this.db.transaction(async () => {
      if (!mayWorkFor(actor, institutionId)) throw new AppError(platformErrors.forbidden);
      await this.assertInstitution(institutionId);
      const id = await this.named(name, () => this.places.addRoom(institutionId, tidy(name), capacity));
      await this.audit.record({ action: 'room.added', subjectType: 'room', subjectId: id, after: { institutionId, name, capacity } });
      return this.room(actor, id);
    });
  }

  editRoom(actor: Actor, id: number, changes: { name?: string | undefined; capacity?: number | null | undefined; active?: boolean | undefined }): Promise<Room> {
    return this.db.transaction(async () => {
      const before = await this.places.room(id);
      if (!before) throw new AppError(platformErrors.not_found);
      if (!mayWorkFor(actor, before.institution_id)) throw new AppError(platformErrors.forbidden);
      const { name = before.name, capacity = before.capacity, active = Boolean(before.active) } = changes;
      await this.named(name, () => this.places.updateRoom(id, { name: tidy(name), capacity, active }));
      await this.audit.record({ action: 'room.edited', subjectType: 'room', subjectId: id, before, after: { name, capacity, active } });
      return this.room(actor, id);
    });
  }

  async bells(actor: Actor, institutionId: number | null) {
    return { institutionId, ...(await this.places.bellsFor(institutionId)), can: { edit: mayWorkFor(actor, institutionId) } };
  }

  /** @throws AppError classes.bells_overlap when a period begins before the one before it has ended */
  setBells(actor: Actor, institutionId: number | null, bells: Bell[]) {
    return this.db.transaction(async () => {
      if (!mayWorkFor(actor, institutionId)) throw new AppError(platformErrors.forbidden);
      if (institutionId !== null) await this.assertInstitution(institutionId);
      const inOrder = [...bells].sort((a, b) => a.periodNo - b.periodNo);
      const wrong = wrongBell(inOrder);
      if (wrong !== null) throw new AppError(classesErrors.bells_overlap, { period: wrong });
      const before = await this.places.bellsFor(institutionId);
      await this.places.setBells(institutionId, inOrder);
      await this.audit.record({ action: 'bells.set', subjectType: 'institution', subjectId: institutionId ?? 0, before, after: inOrder });
      return this.bells(actor, institutionId);
    });
  }

  async holidays(actor: Actor, year: number) {
    const rows = await this.places.holidays(`${year}-01-01`, `${year}-12-31`);
    const known = new Set(rows.map(({ day }) => day));
    const missing = publicHolidays(year)?.days.filter(({ day }) => !known.has(day)).length ?? 0;
    return { items: rows.map(presentHoliday), missing, can: { edit: mayKeepHolidays(actor) } };
  }

  addHoliday(actor: Actor, { day, nameVi, nameEn }: { day: string; nameVi: string; nameEn: string }): Promise<Holiday> {
    return this.db.transaction(async () => {
      if (!mayKeepHolidays(actor)) throw new AppError(platformErrors.forbidden);
      const id = await this.places.addHoliday(day, nameVi, nameEn).catch((error: unknown) => {
        throw isDuplicate(error) ? new AppError(classesErrors.holiday_taken, { day }) : error;
      });
      await this.audit.record({ action: 'holiday.added', subjectType: 'holiday', subjectId: id, after: { day, nameVi, nameEn } });
      return { id, day, nameVi, nameEn };
    });
  }

  /** Adds the certain ones that are not in the list; a second time adds nothing. @throws AppError classes.holidays_unknown */
  addPublicHolidays(actor: Actor, year: number): Promise<{ added: Holiday[]; complete: boolean }> {
    return this.db.transaction(async () => {
      if (!mayKeepHolidays(actor)) throw new AppError(platformErrors.forbidden);
      const law = publicHolidays(year);
      if (!law) throw new AppError(classesErrors.holidays_unknown, { year });
      const known = new Set((await this.places.holidays(`${year}-01-01`, `${year}-12-31`)).map(({ day }) => day));
      const added: Holiday[] = [];
      for (const { day, vi, en } of law.days) if (!known.has(day)) added.push(await this.addHoliday(actor, { day, nameVi: vi, nameEn: en }));
      return { added, complete: law.complete };
    });
  }

  removeHoliday(actor: Actor, id: number): Promise<void> {
    return this.db.transaction(async () => {
      const before = await this.places.holiday(id);
      if (!before) throw new AppError(platformErrors.not_found);
      if (!mayKeepHolidays(actor)) throw new AppError(platformErrors.forbidden);
      await this.places.removeHoliday(id);
      await this.audit.record({ action: 'holiday.removed', subjectType: 'holiday', subjectId: id, before });
    });
  }

  private async room(actor: Actor, id: number): Promise<Room> {
    const row = await this.places.room(id);
    if (!row) throw new AppError(platformErrors.not_found);
    return presentRoom(row, actor);
  }

  private async named<T>(name: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      throw isDuplicate(error) ? new AppError(classesErrors.room_taken, { name }) : error;
    }
  }

  private async assertInstitution(id: number): Promise<void> {
    if (!(await this.places.isInstitution(id, this.clock.today()))) throw new AppError(classesErrors.institution_unknown);
  }
}

/** The first period that begins before the one before it ends, ends before it begins, or comes twice; null when the list is right. */
export function wrongBell(inOrder: readonly Bell[]): number | null {
  const wrong = inOrder.find(({ periodNo, starts, ends }, at) => {
    const before = inOrder[at - 1];
    return ends <= starts || (before !== undefined && (before.periodNo === periodNo || before.ends > starts));
  });
  return wrong?.periodNo ?? null;
}

const presentRoom = (row: RoomRow, actor: Actor): Room => ({
  id: row.id, institution: { id: row.institution_id, nameVi: row.institution_vi, nameEn: row.institution_en }, name: row.name, capacity: row.capacity,
  active: Boolean(row.active), can: { edit: mayWorkFor(actor, row.institution_id) },
});

const presentHoliday = (row: HolidayRow): Holiday => ({ id: row.id, day: row.day, nameVi: row.name_vi, nameEn: row.name_en });
