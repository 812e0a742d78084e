import { Injectable } from '@nestjs/common';
import type { PlannedTime, TraineeClash } from '@halong/classes/server';
import { seatedStates } from '@halong/enrolment/contract';
import { Database } from '@halong/platform/server';

const studying = ['ADMITTED', 'ACTIVE', 'EXAM_ELIGIBLE', 'EXAM_BARRED'];
/** An instant as the database writes it. */
const stored = (at: Date) => at.toISOString().replace('T', ' ').replace('Z', '');

/** Answers what classes ask of enrolments. */
@Injectable()
export class ClassPortsRepository {
  constructor(private readonly db: Database) {}

  async attendedBy(personId: number): Promise<number[]> {
    const rows = await this.db.rows<{ class_id: number }>('SELECT class_id FROM enrolment_enrolment WHERE person_id = ? AND state IN (?)', [personId, seatedStates]);
    return rows.map(({ class_id }) => class_id);
  }

  /** Classes that people of these subtrees attend, or that their units have a list for. */
  async ofUnits(subtreeIds: readonly number[]): Promise<number[]> {
    const below = 'IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id IN (?))';
    const rows = await this.db.rows<{ class_id: number }>(
      `SELECT class_id FROM enrolment_enrolment WHERE unit_id ${below} UNION SELECT class_id FROM enrolment_nomination_list WHERE unit_id ${below}`,
      [subtreeIds, subtreeIds],
    );
    return rows.map(({ class_id }) => class_id);
  }

  async hasTrainees(classId: number): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM enrolment_enrolment WHERE class_id = ? AND state IN (?) LIMIT 1', [classId, seatedStates])) !== undefined;
  }

  /** Trainees of the planned classes who have a session of another class then; one statement, at most 50 clashes. */
  clashes(planned: readonly PlannedTime[]): Promise<TraineeClash[]> {
    const times = planned.map(({ classId, startsAt, endsAt }) => ({ classId, from: stored(startsAt), to: stored(endsAt) }));
    return this.db.rows<TraineeClash>(
      `SELECT DISTINCT e.person_id AS personId, e.full_name AS fullName, s.id AS otherSessionId, c.code AS otherClassCode, s.starts_at AS \`from\`, s.ends_at AS \`to\`
       FROM JSON_TABLE(?, '$[*]' COLUMNS (class_id INT PATH '$.classId', starts_at DATETIME(3) PATH '$.from', ends_at DATETIME(3) PATH '$.to')) t
       JOIN enrolment_enrolment e ON e.class_id = t.class_id AND e.state IN (?)
       JOIN enrolment_enrolment o ON o.person_id = e.person_id AND o.class_id <> e.class_id AND o.state IN (?)
       JOIN classes_session s ON s.class_id = o.class_id AND s.state <> 'CANCELLED' AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at
       JOIN classes_class c ON c.id = s.class_id AND c.state NOT IN ('POSTPONED', 'CANCELLED')
       ORDER BY s.starts_at, e.sort_name, s.id LIMIT 50`,
      [JSON.stringify(times), studying, studying],
    );
  }
}
