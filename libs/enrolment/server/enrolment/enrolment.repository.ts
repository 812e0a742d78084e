import { Injectable } from '@nestjs/common';
import { seatedStates, type EnrolmentState } from '@halong/enrolment/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';
import type { TraineeScope } from '../training-class/class.policy.ts';
import type { EnrolmentRow, PersonEnrolmentRow, Snapshot } from './enrolment.rows.ts';

const columns = () => `e.id, e.class_id AS classId, e.person_id AS personId, e.nomination_id AS nominationId, e.state, e.full_name AS fullName, e.sort_name AS sortName,
  e.unit_id AS unitId, ${frozenUnitName('e')} AS unitName, e.position, e.rank, e.discipline_note AS disciplineNote, e.version, e.created_at AS createdAt`;
const withClass = () => `${columns()}, c.code AS classCode, c.name_vi AS classNameVi, c.name_en AS classNameEn, c.state AS classState, c.opening_date AS openingDate, c.closing_date AS closingDate`;
/** A class is at most a few hundred people; a person a few dozen classes. */
const most = 3_000;

export interface ClassListFilter {
  scope: TraineeScope;
  /** Folded. */
  search: string;
  state?: EnrolmentState;
  seated?: boolean;
}

@Injectable()
export class EnrolmentRepository {
  constructor(private readonly db: Database) {}

  find(id: number): Promise<EnrolmentRow | undefined> {
    return this.db.row(`SELECT ${columns()} FROM enrolment_enrolment e WHERE e.id = ?`, [id]);
  }

  lock(id: number): Promise<EnrolmentRow | undefined> {
    return this.db.row(`SELECT ${columns()} FROM enrolment_enrolment e WHERE e.id = ? FOR UPDATE`, [id]);
  }

  ofPersonInClass(classId: number, personId: number): Promise<EnrolmentRow | undefined> {
    return this.db.row(`SELECT ${columns()} FROM enrolment_enrolment e WHERE e.class_id = ? AND e.person_id = ?`, [classId, personId]);
  }

  /** The class of an enrolment; a locking read, so that the transaction does not begin to look at the past. */
  async classOf(id: number): Promise<number | undefined> {
    return (await this.db.row<{ class_id: number }>('SELECT class_id FROM enrolment_enrolment WHERE id = ? LOCK IN SHARE MODE', [id]))?.class_id;
  }

  ofClass(classId: number, states: readonly EnrolmentState[]): Promise<EnrolmentRow[]> {
    return this.db.rows(`SELECT ${columns()} FROM enrolment_enrolment e WHERE e.class_id = ? AND e.state IN (?) ORDER BY e.sort_name, e.id LIMIT ${most}`, [classId, states]);
  }

  async pageOfClass(classId: number, { scope, search, state, seated }: ClassListFilter, page: number, size: number): Promise<{ rows: EnrolmentRow[]; total: number }> {
    const parts: [string, SqlValue[]][] = [['e.class_id = ?', [classId]]];
    if (!scope.everyone) parts.push(['e.unit_id IN (SELECT unit_id FROM organisation_unit_ancestor WHERE ancestor_id IN (?))', [scope.subtreeIds]]);
    if (state) parts.push(['e.state = ?', [state]]);
    if (seated !== undefined) parts.push([`e.state ${seated ? 'IN' : 'NOT IN'} (?)`, [seatedStates]]);
    for (const word of searchWords(search)) parts.push(['e.search_key LIKE ?', [containing(word)]]);
    const where = parts.map(([sql]) => sql).join(' AND ');
    const params = parts.flatMap(([, values]) => values);
    const [rows, count] = await Promise.all([
      this.db.rows<EnrolmentRow>(`SELECT ${columns()} FROM enrolment_enrolment e WHERE ${where} ORDER BY e.sort_name, e.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM enrolment_enrolment e WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Newest class first; `search` finds in the class. */
  async pageOfPerson(personId: number, search: string, page: number, size: number): Promise<{ rows: PersonEnrolmentRow[]; total: number }> {
    const where = 'e.person_id = ? AND c.search_key LIKE ?';
    const params = [personId, containing(search)];
    const [rows, count] = await Promise.all([
      this.db.rows<PersonEnrolmentRow>(
        `SELECT ${withClass()} FROM enrolment_enrolment e JOIN classes_class c ON c.id = e.class_id WHERE ${where} ORDER BY c.opening_date DESC, e.id DESC LIMIT ? OFFSET ?`,
        [...params, size, (page - 1) * size],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM enrolment_enrolment e JOIN classes_class c ON c.id = e.class_id WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  ofPerson(personId: number): Promise<EnrolmentRow[]> {
    return this.db.rows(`SELECT ${columns()} FROM enrolment_enrolment e WHERE e.person_id = ? ORDER BY e.id DESC LIMIT ${most}`, [personId]);
  }

  /**
   * Seats these people. Whoever had left this class before comes back to the same row with a new snapshot.
   * @returns enrolment id by person
   */
  async seat(classId: number, people: readonly Snapshot[], at: Date): Promise<Map<number, number>> {
    if (people.length === 0) return new Map();
    const ids = people.map(({ personId }) => personId);
    const known = await this.db.rows<{ person_id: number }>('SELECT person_id FROM enrolment_enrolment WHERE class_id = ? AND person_id IN (?) FOR UPDATE', [classId, ids]);
    const returning = new Set(known.map(({ person_id }) => person_id));
    for (const person of people.filter(({ personId }) => returning.has(personId))) {
      await this.db.run(
        `UPDATE enrolment_enrolment SET state = 'ADMITTED', nomination_id = ?, full_name = ?, sort_name = ?, search_key = ?, unit_id = ?, unit_name = ?,
           position = ?, \`rank\` = ?, version = version + 1, created_at = ? WHERE class_id = ? AND person_id = ?`,
        [person.nominationId, person.fullName, person.sortName, person.searchKey, person.unitId, person.unitName, person.position, person.rank, at, classId, person.personId],
      );
    }
    await this.db.insertMany('enrolment_enrolment', people.filter(({ personId }) => !returning.has(personId)).map((person) => ({
      class_id: classId, person_id: person.personId, nomination_id: person.nominationId, state: 'ADMITTED', full_name: person.fullName, sort_name: person.sortName,
      search_key: person.searchKey, unit_id: person.unitId, unit_name: person.unitName, position: person.position, '`rank`': person.rank, created_at: at,
    })));
    const rows = await this.db.rows<{ id: number; person_id: number }>('SELECT id, person_id FROM enrolment_enrolment WHERE class_id = ? AND person_id IN (?) LOCK IN SHARE MODE', [classId, ids]);
    return new Map(rows.map(({ id, person_id }) => [person_id, id]));
  }

  async setState(id: number, to: EnrolmentState): Promise<void> {
    await this.db.run('UPDATE enrolment_enrolment SET state = ?, version = version + 1 WHERE id = ?', [to, id]);
  }

  async setDisciplineNote(id: number, note: string | null): Promise<void> {
    await this.db.run('UPDATE enrolment_enrolment SET discipline_note = ?, version = version + 1 WHERE id = ?', [note, id]);
  }
}
