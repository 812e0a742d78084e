import { Injectable } from '@nestjs/common';
import { seatedStates } from '@halong/enrolment/contract';
import { Database } from '@halong/platform/server';
import type { TargetGroup } from '../nomination/screening.rules.ts';
import type { ClassPlace } from './class.policy.ts';
import type { ClassRow } from './class.rows.ts';

type Stored = Omit<ClassRow, 'targetGroup'> & { targetGroup: string | TargetGroup | null };

const columns = `c.id, c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.state, c.capacity, c.opening_date AS openingDate, c.closing_date AS closingDate,
  c.nomination_deadline AS nominationDeadline, c.institution_id AS institutionId, c.organising_unit_id AS organisingUnitId,
  v.programme_id AS programmeId, v.target_group AS targetGroup, v.target_group_text AS targetGroupText`;
/** As long as nobody has entered a target group, the programme asks nothing. */
const anybody: TargetGroup = { unitTypes: [], positionPatterns: [] };

function opened({ targetGroup, ...row }: Stored): ClassRow {
  const group = typeof targetGroup === 'string' ? (JSON.parse(targetGroup) as TargetGroup | null) : targetGroup;
  return { ...row, targetGroup: group ?? anybody };
}

/** Reads the class that people are sent to and counts its seats. */
@Injectable()
export class ClassRepository {
  constructor(private readonly db: Database) {}

  async find(id: number): Promise<ClassRow | undefined> {
    const row = await this.db.row<Stored>(`SELECT ${columns} FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id WHERE c.id = ?`, [id]);
    return row && opened(row);
  }

  /** Everything that gives or frees a seat queues up at this row. Call it before any other read of the transaction. */
  async lock(id: number): Promise<ClassRow | undefined> {
    const locked = await this.db.row('SELECT id FROM classes_class WHERE id = ? FOR UPDATE', [id]);
    if (!locked) return undefined;
    const row = await this.db.row<Stored>(`SELECT ${columns} FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id WHERE c.id = ? LOCK IN SHARE MODE`, [id]);
    return row && opened(row);
  }

  /** Enrolments that hold a seat; with `locking` the newest committed ones, whatever this transaction saw before. */
  async seatsTaken(classId: number, locking = false): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      `SELECT COUNT(*) AS n FROM enrolment_enrolment WHERE class_id = ? AND state IN (?)${locking ? ' LOCK IN SHARE MODE' : ''}`,
      [classId, seatedStates],
    );
    return Number(row?.n ?? 0);
  }

  /** Where the class stands, and whether this person is on its staff by name. */
  async place({ id, institutionId, organisingUnitId }: ClassRow, personId: number | null): Promise<ClassPlace> {
    const units = [institutionId, ...(organisingUnitId === null ? [] : [organisingUnitId])];
    const rows = await this.db.rows<{ ancestor_id: number }>('SELECT DISTINCT ancestor_id FROM organisation_unit_ancestor WHERE unit_id IN (?)', [units]);
    const staff = await this.db.row('SELECT 1 FROM classes_staff WHERE class_id = ? AND person_id = ? LIMIT 1', [id, personId]);
    return { id, institutionId, unitIds: rows.map(({ ancestor_id }) => ancestor_id), isStaff: staff !== undefined };
  }

  /** The unit with all units above it. */
  async lineage(unitId: number): Promise<number[]> {
    const rows = await this.db.rows<{ ancestor_id: number }>('SELECT ancestor_id FROM organisation_unit_ancestor WHERE unit_id = ?', [unitId]);
    return rows.map(({ ancestor_id }) => ancestor_id);
  }

  /** Teaches one of its sessions. */
  async isTaughtBy(classId: number, personId: number | null): Promise<boolean> {
    const row = await this.db.row(
      `SELECT 1 FROM classes_session s JOIN classes_session_lecturer t ON t.session_id = s.id JOIN classes_lecturer l ON l.id = t.lecturer_id
       WHERE s.class_id = ? AND l.person_id = ? LIMIT 1`,
      [classId, personId],
    );
    return row !== undefined;
  }

  async papers(classId: number): Promise<{ decisionNo: string | null; stateReason: string | null }> {
    const row = await this.db.row<{ decisionNo: string | null; stateReason: string | null }>('SELECT decision_no AS decisionNo, state_reason AS stateReason FROM classes_class WHERE id = ?', [classId]);
    return row ?? { decisionNo: null, stateReason: null };
  }

  /** Supervisors, coordinators by name, and whoever teaches one of its sessions. */
  async staffAndLecturers(classId: number): Promise<number[]> {
    const rows = await this.db.rows<{ person_id: number }>(
      `SELECT person_id FROM classes_staff WHERE class_id = ?
       UNION SELECT l.person_id FROM classes_session s JOIN classes_session_lecturer t ON t.session_id = s.id JOIN classes_lecturer l ON l.id = t.lecturer_id WHERE s.class_id = ?`,
      [classId, classId],
    );
    return rows.map(({ person_id }) => person_id);
  }

  /** Accounts that sent the lists by which somebody holds a seat. */
  async senders(classId: number): Promise<number[]> {
    const rows = await this.db.rows<{ submitted_by: number }>(
      `SELECT DISTINCT l.submitted_by FROM enrolment_enrolment e JOIN enrolment_nomination n ON n.id = e.nomination_id JOIN enrolment_nomination_list l ON l.id = n.list_id
       WHERE e.class_id = ? AND e.state IN (?) AND l.submitted_by IS NOT NULL`,
      [classId, seatedStates],
    );
    return rows.map(({ submitted_by }) => submitted_by);
  }

  /** The class's own people and these lecturers: who cares about one session. */
  async staffAnd(classId: number, lecturerIds: readonly number[]): Promise<number[]> {
    const rows = await this.db.rows<{ person_id: number }>('SELECT person_id FROM classes_staff WHERE class_id = ? UNION SELECT person_id FROM classes_lecturer WHERE id IN (?)', [classId, lecturerIds]);
    return rows.map(({ person_id }) => person_id);
  }
}
