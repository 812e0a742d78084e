import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@halong/platform/contract';
import { containing, Database, type SqlValue } from '@halong/platform/server';
import type { BellTime } from '../session/session.rules.ts';

export interface RoomRow {
  id: number;
  institution_id: number;
  institution_vi: string;
  institution_en: string;
  name: string;
  capacity: number | null;
  active: number;
}

export interface HolidayRow {
  id: number;
  day: string;
  name_vi: string;
  name_en: string;
}

export interface InstitutionRow {
  id: number;
  name_vi: string;
  name_en: string;
}

const room = `SELECT r.id, r.institution_id, i.name_vi AS institution_vi, i.name_en AS institution_en, r.name, r.capacity, r.active
  FROM classes_room r JOIN organisation_unit i ON i.id = r.institution_id`;

@Injectable()
export class PlaceRepository {
  constructor(private readonly db: Database) {}

  institutions(day: string): Promise<InstitutionRow[]> {
    return this.db.rows(
      `SELECT id, name_vi, name_en FROM organisation_unit WHERE type = 'TRAINING_INSTITUTION'
       AND (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?) ORDER BY name_vi, id`,
      [day, day],
    );
  }

  async isInstitution(id: number, day: string): Promise<boolean> {
    return (await this.institutions(day)).some((institution) => institution.id === id);
  }

  async roomPage(filter: { search: string; institutionId?: number | undefined; active?: boolean | undefined }, page: number, size: number): Promise<{ rows: RoomRow[]; total: number }> {
    const parts: [string, SqlValue[]][] = [['1 = 1', []]];
    if (filter.institutionId) parts.push(['r.institution_id = ?', [filter.institutionId]]);
    if (filter.active !== undefined) parts.push(['r.active = ?', [filter.active]]);
    if (filter.search) parts.push(['r.search_key LIKE ?', [containing(filter.search)]]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    const params = parts.flatMap(([, values]) => values);
    const rows = await this.db.rows<RoomRow>(`${room} WHERE ${where} ORDER BY i.name_vi, r.name, r.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]);
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM classes_room r WHERE ${where}`, params);
    return { rows, total: Number(count?.n ?? 0) };
  }

  room(id: number): Promise<RoomRow | undefined> {
    return this.db.row(`${room} WHERE r.id = ?`, [id]);
  }

  roomsOf(institutionId: number): Promise<RoomRow[]> {
    return this.db.rows(`${room} WHERE r.institution_id = ? AND r.active = 1 ORDER BY r.name, r.id`, [institutionId]);
  }

  addRoom(institutionId: number, name: string, capacity: number | null): Promise<number> {
    return this.db.insert('classes_room', { institution_id: institutionId, name, search_key: foldVietnamese(name), capacity, active: true });
  }

  async updateRoom(id: number, { name, capacity, active }: { name: string; capacity: number | null; active: boolean }): Promise<void> {
    await this.db.run('UPDATE classes_room SET name = ?, search_key = ?, capacity = ?, active = ? WHERE id = ?', [name, foldVietnamese(name), capacity, active, id]);
  }

  /** The institution's own bells, or the province's when it has none. */
  async bellsFor(institutionId: number | null): Promise<{ own: boolean; bells: BellTime[] }> {
    const rows = await this.db.rows<{ institution_id: number | null; period_no: number; starts: string; ends: string }>(
      'SELECT institution_id, period_no, starts, ends FROM classes_bell WHERE institution_id IS NULL OR institution_id = ? ORDER BY period_no',
      [institutionId],
    );
    const own = institutionId !== null && rows.some((row) => row.institution_id === institutionId);
    const bells = rows.filter((row) => row.institution_id === (own ? institutionId : null));
    return { own, bells: bells.map(({ period_no, starts, ends }) => ({ periodNo: period_no, starts, ends })) };
  }

  async setBells(institutionId: number | null, bells: readonly BellTime[]): Promise<void> {
    await this.db.run('DELETE FROM classes_bell WHERE institution_id <=> ?', [institutionId]);
    if (bells.length > 0) await this.db.insertMany('classes_bell', bells.map(({ periodNo, starts, ends }) => ({ institution_id: institutionId, period_no: periodNo, starts, ends })));
  }

  holidays(from: string, to: string): Promise<HolidayRow[]> {
    return this.db.rows('SELECT id, day, name_vi, name_en FROM classes_holiday WHERE day BETWEEN ? AND ? ORDER BY day', [from, to]);
  }

  addHoliday(day: string, nameVi: string, nameEn: string): Promise<number> {
    return this.db.insert('classes_holiday', { day, name_vi: nameVi, name_en: nameEn });
  }

  holiday(id: number): Promise<HolidayRow | undefined> {
    return this.db.row('SELECT id, day, name_vi, name_en FROM classes_holiday WHERE id = ?', [id]);
  }

  async removeHoliday(id: number): Promise<void> {
    await this.db.run('DELETE FROM classes_holiday WHERE id = ?', [id]);
  }
}
