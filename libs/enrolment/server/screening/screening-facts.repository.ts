import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { ClassRow } from '../training-class/class.rows.ts';

export interface PersonFact {
  id: number;
  fullName: string;
  sortName: string;
  searchKey: string;
  birthDate: string | null;
  birthYear: number | null;
  unitId: number | null;
  unitName: string;
  position: string | null;
  rank: string | null;
}

const liveClasses = ['NOMINATING', 'LIST_FINALISED', 'DECIDED', 'RUNNING', 'EXAM'];
const studying = ['ADMITTED', 'ACTIVE', 'EXAM_ELIGIBLE', 'EXAM_BARRED'];
/** The post held on the day; the newest one if the source gave two. */
export const currentPost = `LEFT JOIN organisation_employment e ON e.id = (SELECT MAX(x.id) FROM organisation_employment x
    WHERE x.person_id = p.id AND (x.valid_from IS NULL OR x.valid_from <= ?) AND (x.valid_to IS NULL OR x.valid_to >= ?))
  LEFT JOIN organisation_unit u ON u.id = e.unit_id`;

/** What the screening asks the records. Each question is one statement for a list of any length. */
@Injectable()
export class ScreeningFacts {
  constructor(private readonly db: Database) {}

  people(personIds: readonly number[], today: string): Promise<PersonFact[]> {
    return this.db.rows(
      `SELECT p.id, p.full_name AS fullName, p.sort_name AS sortName, p.search_key AS searchKey, p.birth_date AS birthDate, p.birth_year AS birthYear,
         e.unit_id AS unitId, COALESCE(u.name_vi, e.unit_text, '') AS unitName, e.position, e.rank
       FROM organisation_person p ${currentPost} WHERE p.id IN (?)`,
      [today, today, personIds],
    );
  }

  /** For each unit, itself and the units above it, from below. */
  async lineages(unitIds: readonly number[]): Promise<Map<number, { unitId: number; type: string }[]>> {
    const rows = await this.db.rows<{ unit_id: number; ancestor_id: number; type: string }>(
      `SELECT a.unit_id, a.ancestor_id, u.type FROM organisation_unit_ancestor a JOIN organisation_unit u ON u.id = a.ancestor_id
       WHERE a.unit_id IN (?) ORDER BY a.unit_id, a.depth`,
      [unitIds],
    );
    const lineages = new Map<number, { unitId: number; type: string }[]>();
    for (const { unit_id, ancestor_id, type } of rows) lineages.set(unit_id, [...(lineages.get(unit_id) ?? []), { unitId: ancestor_id, type }]);
    return lineages;
  }

  async enrolled(personIds: readonly number[], classId: number, seated: readonly string[]): Promise<Set<number>> {
    const rows = await this.db.rows<{ person_id: number }>('SELECT person_id FROM enrolment_enrolment WHERE class_id = ? AND person_id IN (?) AND state IN (?)', [classId, personIds, seated]);
    return new Set(rows.map(({ person_id }) => person_id));
  }

  /** Submitted lines of this class that still count. */
  otherLines(personIds: readonly number[], classId: number): Promise<{ id: number; personId: number; unitId: number; submittedAt: Date }[]> {
    return this.db.rows(
      `SELECT n.id, n.person_id AS personId, l.unit_id AS unitId, n.submitted_at AS submittedAt FROM enrolment_nomination n
       JOIN enrolment_nomination_list l ON l.id = n.list_id
       WHERE n.person_id IN (?) AND n.class_id = ? AND n.state IN ('SUBMITTED', 'WAITLISTED', 'APPROVED') AND n.submitted_at IS NOT NULL ORDER BY n.submitted_at, n.id`,
      [personIds, classId],
    );
  }

  /**
   * Other classes of these people that meet when this one does: sessions that overlap, or overlapping dates while one
   * of the two has no timetable yet.
   */
  async clashes(personIds: readonly number[], { id, openingDate, closingDate }: ClassRow): Promise<Map<number, string[]>> {
    const rows = await this.db.rows<{ personId: number; code: string }>(
      `SELECT e.person_id AS personId, c.code FROM enrolment_enrolment e JOIN classes_class c ON c.id = e.class_id
       WHERE e.person_id IN (?) AND e.class_id <> ? AND e.state IN (?) AND c.state IN (?) AND (
         EXISTS (SELECT 1 FROM classes_session mine JOIN classes_session other ON other.starts_at < mine.ends_at AND mine.starts_at < other.ends_at
           WHERE mine.class_id = ? AND other.class_id = c.id AND mine.state <> 'CANCELLED' AND other.state <> 'CANCELLED')
         OR (c.opening_date <= ? AND c.closing_date >= ? AND NOT (
           EXISTS (SELECT 1 FROM classes_session s WHERE s.class_id = ?) AND EXISTS (SELECT 1 FROM classes_session s WHERE s.class_id = c.id))))
       ORDER BY c.code`,
      [personIds, id, studying, liveClasses, id, closingDate, openingDate, id],
    );
    const clashes = new Map<number, string[]>();
    for (const { personId, code } of rows) clashes.set(personId, [...(clashes.get(personId) ?? []), code]);
    return clashes;
  }

  async unitNames(unitIds: readonly number[]): Promise<Map<number, string>> {
    if (unitIds.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; name: string }>('SELECT id, name_vi AS name FROM organisation_unit WHERE id IN (?)', [unitIds]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
