import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { BookedRow } from './session.rows.ts';

/** Locks and looks at what sessions occupy. */
@Injectable()
export class BookingRepository {
  constructor(private readonly db: Database) {}

  /** Locks the rooms in order of id and answers the usable ones: whoever books one of them waits here. */
  lockRooms(ids: readonly number[]): Promise<{ id: number; name: string; active: number }[]> {
    return this.db.rows('SELECT id, name, active FROM classes_room WHERE id IN (?) ORDER BY id FOR UPDATE', [ids]);
  }

  async lockLecturers(ids: readonly number[]): Promise<Set<number>> {
    const rows = await this.db.rows<{ id: number }>('SELECT id FROM classes_lecturer WHERE id IN (?) ORDER BY id FOR UPDATE', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  async lecturerName(id: number): Promise<string> {
    const row = await this.db.row<{ full_name: string; title: string }>(
      'SELECT p.full_name, l.title FROM classes_lecturer l JOIN organisation_person p ON p.id = l.person_id WHERE l.id = ?',
      [id],
    );
    return row ? `${row.title} ${row.full_name}`.trim() : '';
  }

  /** Sessions of any class that overlap the span and hold one of these rooms or lecturers, or belong to this class. */
  booked(span: { from: Date; to: Date }, wanted: { classId: number; roomIds: readonly number[]; lecturerIds: readonly number[] }): Promise<BookedRow[]> {
    return this.db.rows(
      `SELECT s.id, s.class_id, c.code AS class_code, s.starts_at, s.ends_at, s.room_id,
         (SELECT GROUP_CONCAT(sl.lecturer_id) FROM classes_session_lecturer sl WHERE sl.session_id = s.id) AS lecturer_ids
       FROM classes_session s JOIN classes_class c ON c.id = s.class_id
       WHERE s.state <> 'CANCELLED' AND s.starts_at < ? AND s.ends_at > ?
         AND (s.class_id = ? OR s.room_id IN (?) OR EXISTS (SELECT 1 FROM classes_session_lecturer x WHERE x.session_id = s.id AND x.lecturer_id IN (?)))`,
      [span.to, span.from, wanted.classId, wanted.roomIds, wanted.lecturerIds],
    );
  }
}
