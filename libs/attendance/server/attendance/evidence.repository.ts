import { Injectable } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import { Database } from '@halong/platform/server';
import type { NewEvidence, StoredEvidence } from './evidence.rows.ts';
import type { Evidence } from './evidence.rules.ts';
import { batches } from './grouped.ts';
import { fromJson } from './session-facts.repository.ts';

interface EvidenceRow {
  id: number;
  enrolment_id: number;
  kind: Evidence['kind'];
  at: Date;
  detail: unknown;
}

const columns = 'session_id, enrolment_id, kind, at, detail, once_key, by_account';

/** Evidence is only ever added. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly db: Database) {}

  /** Serialises everything that concerns these enrolments until the transaction ends. Answers those that exist. */
  async lock(enrolmentIds: readonly number[]): Promise<number[]> {
    const one = enrolmentIds.length === 1 ? enrolmentIds[0]! : enrolmentIds;
    const rows = await this.db.rows<{ id: number }>(
      Array.isArray(one) ? 'SELECT id FROM enrolment_enrolment WHERE id IN (?) ORDER BY id FOR UPDATE' : 'SELECT id FROM enrolment_enrolment WHERE id = ? FOR UPDATE',
      [one],
    );
    return rows.map((row) => row.id);
  }

  /** The same for the own enrolment of a person who has a seat in the class; undefined when there is none. */
  async lockOfPerson(classId: number, personId: number): Promise<number | undefined> {
    const row = await this.db.row<{ id: number; state: string }>('SELECT id, state FROM enrolment_enrolment WHERE class_id = ? AND person_id = ? FOR UPDATE', [classId, personId]);
    return row && !(leftStates as readonly string[]).includes(row.state) ? row.id : undefined;
  }

  /** The enrolment alone, without a lock. */
  async enrolmentOfPerson(classId: number, personId: number): Promise<number | undefined> {
    const row = await this.db.row<{ id: number; state: string }>('SELECT id, state FROM enrolment_enrolment WHERE class_id = ? AND person_id = ?', [classId, personId]);
    return row && !(leftStates as readonly string[]).includes(row.state) ? row.id : undefined;
  }

  /** Those of these enrolments whose people still have their seat. */
  async seated(enrolmentIds: readonly number[]): Promise<number[]> {
    if (enrolmentIds.length === 0) return [];
    const rows = await this.db.rows<{ id: number }>('SELECT id FROM enrolment_enrolment WHERE id IN (?) AND state NOT IN (?)', [enrolmentIds, leftStates]);
    return rows.map(({ id }) => id);
  }

  /** In order of their ids. */
  async ofMany(sessionId: number, enrolmentIds: readonly number[]): Promise<StoredEvidence[]> {
    const one = enrolmentIds.length === 1 ? enrolmentIds[0]! : enrolmentIds;
    const rows = await this.db.rows<EvidenceRow>(
      `SELECT id, enrolment_id, kind, at, detail FROM attendance_evidence WHERE session_id = ? AND enrolment_id ${Array.isArray(one) ? 'IN (?)' : '= ?'} ORDER BY id`,
      [sessionId, one],
    );
    return rows.map((row) => evidenceOf(row));
  }

  /** Answers the stored piece, or undefined when this observation was stored before. */
  async add(sessionId: number, piece: NewEvidence): Promise<StoredEvidence | undefined> {
    const { affectedRows, insertId } = await this.db.run(`INSERT IGNORE INTO attendance_evidence (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
      sessionId, piece.enrolmentId, piece.kind, new Date(piece.at), JSON.stringify(piece.detail), piece.onceKey, piece.byAccount,
    ]);
    if (affectedRows === 0) return undefined;
    return evidenceOf({ id: insertId, enrolment_id: piece.enrolmentId, kind: piece.kind, at: new Date(piece.at), detail: piece.detail });
  }

  /** Pieces that were stored before are passed over. */
  async addMany(sessionId: number, pieces: readonly NewEvidence[]): Promise<void> {
    for (const part of batches(pieces)) {
      const values = part.flatMap((one) => [sessionId, one.enrolmentId, one.kind, new Date(one.at), JSON.stringify(one.detail), one.onceKey, one.byAccount]);
      await this.db.run(`INSERT IGNORE INTO attendance_evidence (${columns}) VALUES ${part.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`, values);
    }
  }

  async has(sessionId: number, enrolmentId: number, documentId: number): Promise<boolean> {
    const rows = await this.ofMany(sessionId, [enrolmentId]);
    return rows.some((one) => one.kind === 'EXCUSED' && one.documentId === documentId);
  }
}

function evidenceOf({ id, enrolment_id, kind, at, detail }: EvidenceRow): StoredEvidence {
  const { reason, document, ...rest } = fromJson<Record<string, unknown>>(detail, {});
  const note = { reason, document, by: rest['by'] };
  return { ...rest, id: Number(id), enrolmentId: enrolment_id, kind, at: at.getTime(), note } as StoredEvidence;
}
