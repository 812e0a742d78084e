import { Injectable } from '@nestjs/common';
import { seatedStates } from '@halong/enrolment/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { containing, Database } from '@halong/platform/server';
import type { ReaderRow } from './progress.rows.ts';

interface OfItem {
  id: number;
  classId: number;
}

/** Trainees of the class beside what they did with one item. */
@Injectable()
export class ReaderRepository {
  constructor(private readonly db: Database) {}

  async page({ id, classId }: OfItem, search: string, page: number, size: number): Promise<{ rows: ReaderRow[]; total: number }> {
    const seated = ['e.class_id = ? AND e.state IN (?) AND e.search_key LIKE ?', [classId, seatedStates, containing(search)]] as const;
    const accesses = (kind: string) => `(SELECT COUNT(*) FROM identity_account c JOIN materials_access x ON x.account_id = c.id AND x.item_id = ? AND x.kind = '${kind}' WHERE c.person_id = e.person_id)`;
    const rows = await this.db.rows<ReaderRow>(
      `SELECT e.person_id AS personId, e.full_name AS fullName, ${frozenUnitName('e')} AS unitName, MAX(p.percent) AS percent, MIN(p.done_at) AS doneAt, MAX(p.last_at) AS lastAt,
         ${accesses('OPENED')} AS opened, ${accesses('DOWNLOADED')} AS downloaded
       FROM enrolment_enrolment e LEFT JOIN materials_progress p ON p.enrolment_id = e.id AND p.item_id = ?
       WHERE ${seated[0]} GROUP BY e.id, e.person_id, e.full_name, e.unit_id, e.unit_name, e.sort_name ORDER BY e.sort_name, e.id LIMIT ? OFFSET ?`,
      [id, id, id, ...seated[1], size, (page - 1) * size],
    );
    const count = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM enrolment_enrolment e WHERE ${seated[0]}`, [...seated[1]]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Of those who are in the class now. */
  async counts({ id, classId }: OfItem): Promise<{ opened: number; done: number; downloads: number }> {
    const progress = await this.db.row<{ opened: number; done: number }>(
      `SELECT COUNT(DISTINCT e.id) AS opened, COUNT(DISTINCT IF(p.done_at IS NULL, NULL, e.id)) AS done FROM enrolment_enrolment e JOIN materials_progress p ON p.enrolment_id = e.id AND p.item_id = ?
       WHERE e.class_id = ? AND e.state IN (?)`, [id, classId, seatedStates],
    );
    const downloads = await this.db.row<{ n: number }>(
      `SELECT COUNT(*) AS n FROM materials_access x JOIN identity_account c ON c.id = x.account_id JOIN enrolment_enrolment e ON e.person_id = c.person_id AND e.class_id = ? AND e.state IN (?)
       WHERE x.item_id = ? AND x.kind = 'DOWNLOADED'`, [classId, seatedStates, id],
    );
    return { opened: Number(progress?.opened ?? 0), done: Number(progress?.done ?? 0), downloads: Number(downloads?.n ?? 0) };
  }
}
