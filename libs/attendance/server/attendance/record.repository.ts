import { Injectable } from '@nestjs/common';
import type { AttendanceFilter } from '@halong/attendance/contract';
import { leftStates } from '@halong/enrolment/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { foldVietnamese, type PageQuery } from '@halong/platform/contract';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';
import { batches } from './grouped.ts';
import type { Presence } from './presence.rules.ts';
import type { StoredPresence, TraineeRow } from './record.rows.ts';
import { fromJson } from './session-facts.repository.ts';

interface JoinedRow {
  id: number;
  full_name: string;
  unit_name: string;
  judgement: unknown;
}

export type Counts = Record<AttendanceFilter, number>;

const left = leftStates.map((state) => `'${state}'`).join(', ');
/** Those in the class, and those who left it but have a record of this session. */
const withRecord = 'FROM enrolment_enrolment e LEFT JOIN attendance_record r ON r.session_id = ? AND r.enrolment_id = e.id';
const counts = `(e.state NOT IN (${left}) OR r.session_id IS NOT NULL)`;
const of = `${withRecord} WHERE e.class_id = ? AND ${counts}`;
const absent = "COALESCE(r.status, 'PENDING') IN ('PENDING', 'EXCUSED', 'UNEXCUSED')";
const filters: Record<AttendanceFilter, string> = {
  all: '1 = 1',
  'to-review': 'r.to_review = 1',
  room: "r.way IN ('ROOM', 'BOTH')",
  online: "r.way IN ('ONLINE', 'BOTH')",
  absent,
};
const recordColumns = [
  'session_id', 'enrolment_id', 'status', 'way', 'arrived_at', 'left_at', 'periods_credited', 'periods_total', 'periods_to_decide', 'periods_upcoming',
  'minutes', 'to_review', 'judgement',
];
const update = recordColumns.slice(2).map((column) => `${column} = VALUES(${column})`).join(', ');

@Injectable()
export class RecordRepository {
  constructor(private readonly db: Database) {}

  async ofMany(sessionId: number, enrolmentIds: readonly number[]): Promise<Map<number, StoredPresence>> {
    const one = enrolmentIds.length === 1 ? enrolmentIds[0]! : enrolmentIds;
    const rows = await this.db.rows<{ enrolment_id: number; judgement: unknown }>(
      `SELECT enrolment_id, judgement FROM attendance_record WHERE session_id = ? AND enrolment_id ${Array.isArray(one) ? 'IN (?)' : '= ?'}`, [sessionId, one],
    );
    return new Map(rows.flatMap((row) => {
      const record = judgementOf(row.judgement);
      return record ? [[row.enrolment_id, record] as const] : [];
    }));
  }

  async save(sessionId: number, records: ReadonlyMap<number, StoredPresence>): Promise<void> {
    for (const part of batches([...records])) {
      const values = part.flatMap(([enrolmentId, record]) => rowOf(sessionId, enrolmentId, record));
      const places = part.map(() => `(${recordColumns.map(() => '?').join(', ')})`).join(', ');
      await this.db.run(`INSERT INTO attendance_record (${recordColumns.join(', ')}) VALUES ${places} ON DUPLICATE KEY UPDATE version = version + 1, ${update}`, values);
    }
  }

  async page(session: { id: number; classId: number }, filter: AttendanceFilter, query: PageQuery): Promise<{ rows: TraineeRow[]; total: number }> {
    const words = searchWords(foldVietnamese(query.search));
    const where = `${of} AND ${filters[filter]}${words.map(() => ' AND e.search_key LIKE ?').join('')}`;
    const params: SqlValue[] = [session.id, session.classId, ...words.map(containing)];
    const rows = await this.db.rows<JoinedRow>(
      `SELECT e.id, e.full_name, ${frozenUnitName('e')} AS unit_name, r.judgement ${where} ORDER BY e.sort_name, e.id LIMIT ? OFFSET ?`, [...params, query.size, (query.page - 1) * query.size],
    );
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n ${where}`, params);
    return { rows: rows.map(traineeOf), total: Number(count?.n ?? 0) };
  }

  async counts(session: { id: number; classId: number }): Promise<Counts> {
    const sums = Object.entries(filters).map(([name, condition]) => `COALESCE(SUM(${condition}), 0) AS \`${name}\``).join(', ');
    const row = await this.db.row<Counts>(`SELECT ${sums} ${of}`, [session.id, session.classId]);
    return Object.fromEntries(Object.keys(filters).map((name) => [name, Number(row?.[name as AttendanceFilter] ?? 0)])) as Counts;
  }

  /** For the projector: everybody in exactly one place. */
  async presence(session: { id: number; classId: number }): Promise<{ expected: number; room: number; online: number; pending: number }> {
    const row = await this.db.row<Record<'expected' | 'room' | 'online' | 'pending', number>>(
      `SELECT COUNT(*) AS expected, COALESCE(SUM(r.way IN ('ROOM', 'BOTH')), 0) AS room, COALESCE(SUM(r.way = 'ONLINE'), 0) AS online,
         COALESCE(SUM(COALESCE(r.status, 'PENDING') = 'PENDING'), 0) AS pending ${of}`,
      [session.id, session.classId],
    );
    return { expected: Number(row?.expected ?? 0), room: Number(row?.room ?? 0), online: Number(row?.online ?? 0), pending: Number(row?.pending ?? 0) };
  }

  async one(session: { id: number; classId: number }, enrolmentId: number): Promise<TraineeRow | undefined> {
    const row = await this.db.row<JoinedRow>(`SELECT e.id, e.full_name, ${frozenUnitName('e')} AS unit_name, r.judgement ${of} AND e.id = ?`, [session.id, session.classId, enrolmentId]);
    return row && traineeOf(row);
  }

  /**
   * One of the session, read under the lock that `EvidenceRepository.lock` takes too: whatever concerns this
   * enrolment waits until the transaction ends. Undefined when there is nobody of that number in the session.
   */
  async lockOne(sessionId: number, enrolmentId: number): Promise<TraineeRow | undefined> {
    const row = await this.db.row<JoinedRow>(
      `SELECT e.id, e.full_name, ${frozenUnitName('e')} AS unit_name, r.judgement ${withRecord}
       WHERE e.id = ? AND e.class_id = (SELECT class_id FROM classes_session WHERE id = ?) AND ${counts} FOR UPDATE`,
      [sessionId, enrolmentId, sessionId],
    );
    return row && traineeOf(row);
  }

  /** The person's own enrolment in the class, whatever its state. */
  async enrolmentOf(classId: number, personId: number): Promise<number | undefined> {
    return (await this.db.row<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE class_id = ? AND person_id = ?', [classId, personId]))?.id;
  }

  async personOf(enrolmentId: number): Promise<number | undefined> {
    return (await this.db.row<{ id: number }>('SELECT person_id AS id FROM enrolment_enrolment WHERE id = ?', [enrolmentId]))?.id;
  }

  /** All in the session, by id: for judging and for checking what was sent. */
  async enrolmentIds(session: { id: number; classId: number }): Promise<number[]> {
    return (await this.db.rows<{ id: number }>(`SELECT e.id ${of} ORDER BY e.id`, [session.id, session.classId])).map((row) => row.id);
  }

  /** Who arrived since these instants, newest first: batches of online presence come a little later than scans. */
  async arrivals(sessionId: number, roomSince: Date, onlineSince: Date): Promise<{ fullName: string; way: Presence['way'] }[]> {
    return this.db.rows(
      `SELECT e.full_name AS fullName, r.way FROM attendance_record r JOIN enrolment_enrolment e ON e.id = r.enrolment_id
       WHERE r.session_id = ? AND r.arrived_at >= IF(r.way = 'ONLINE', ?, ?) ORDER BY r.arrived_at DESC LIMIT 12`,
      [sessionId, onlineSince, roomSince],
    );
  }
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

function rowOf(sessionId: number, enrolmentId: number, record: StoredPresence): SqlValue[] {
  const having = (state: StoredPresence['periods'][number]['state']): number => record.periods.filter((one) => one.state === state).length;
  return [
    sessionId, enrolmentId, record.status, record.way, dateOf(record.arrivedAt), dateOf(record.leftAt), record.periodsCredited, record.periods.length,
    having('TO_DECIDE'), having('UPCOMING'), record.minutesPresent, record.toReview, JSON.stringify(record),
  ];
}

function traineeOf(row: JoinedRow): TraineeRow {
  return { enrolmentId: row.id, fullName: row.full_name, unitName: row.unit_name, record: judgementOf(row.judgement) };
}

/** What was judged; null when nothing was yet: a row may have been made before its first judgement. */
function judgementOf(stored: unknown): StoredPresence | null {
  const record = fromJson<Partial<StoredPresence> | null>(stored, null);
  return record && Array.isArray(record.periods) ? (record as StoredPresence) : null;
}
