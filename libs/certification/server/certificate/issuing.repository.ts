import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '@halong/certification/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { Database } from '@halong/platform/server';
import type { BatchRow, HolderRow, IssuingClass } from './certificate.rows.ts';
import type { StoredPaper } from './certificate-content.rules.ts';

export interface NumberedRow {
  enrolmentId: number;
  seq: number;
  registerNo: string;
  verifyCode: string;
  paper: StoredPaper;
}

const batchColumns = 'id, class_id AS classId, total, done, state, created_at AS createdAt';

/** What is read and written to number the certificates of a class. */
@Injectable()
export class IssuingRepository {
  constructor(private readonly db: Database) {}

  classOf(classId: number): Promise<IssuingClass | undefined> {
    return this.db.row(
      `SELECT c.id, c.code, c.name_vi AS nameVi, c.name_en AS nameEn, c.state, c.intake_no AS intakeNo, c.year, c.opening_date AS openingDate, c.closing_date AS closingDate,
         c.rules, p.name_vi AS programme, v.periods, v.credential, c.institution_id AS institutionId, u.code AS institutionCode, u.name_vi AS institutionName,
         o.name_vi AS parentName, r.decision_no AS decisionNo, r.decision_date AS decisionDate, r.signer,
         (SELECT t.name_vi FROM organisation_unit_ancestor a JOIN organisation_unit t ON t.id = a.ancestor_id WHERE a.unit_id = u.id ORDER BY a.depth DESC LIMIT 1) AS provinceName
       FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id JOIN catalogue_programme p ON p.id = v.programme_id
       JOIN organisation_unit u ON u.id = c.institution_id LEFT JOIN organisation_unit o ON o.id = u.parent_id LEFT JOIN assessment_recognition r ON r.class_id = c.id
       WHERE c.id = ?`,
      [classId],
    );
  }

  /** Complete and without a certificate, by given name. */
  ready(classId: number): Promise<(HolderRow & { unitShown: string })[]> {
    return this.db.rows(
      `SELECT e.id AS enrolmentId, e.person_id AS personId, e.full_name AS fullName, e.unit_name AS unitName, ${frozenUnitName('e')} AS unitShown, e.position, p.gender, p.birth_date AS birthDate,
         p.birth_year AS birthYear, x.average, x.band
       FROM enrolment_enrolment e JOIN organisation_person p ON p.id = e.person_id JOIN completion_result d ON d.enrolment_id = e.id AND d.complete = 1
       LEFT JOIN assessment_result x ON x.enrolment_id = e.id LEFT JOIN certification_certificate k ON k.enrolment_id = e.id
       WHERE e.class_id = ? AND e.state IN ('PASSED', 'COMPLETED') AND k.id IS NULL ORDER BY e.sort_name, e.full_name, e.id`,
      [classId],
    );
  }

  /** Enrolled, not gone, and neither complete nor certified. */
  async notComplete(classId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      `SELECT COUNT(*) AS n FROM enrolment_enrolment e LEFT JOIN completion_result d ON d.enrolment_id = e.id LEFT JOIN certification_certificate k ON k.enrolment_id = e.id
       WHERE e.class_id = ? AND e.state NOT IN ('DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED') AND k.id IS NULL
         AND NOT (COALESCE(d.complete, 0) = 1 AND e.state IN ('PASSED', 'COMPLETED'))`,
      [classId],
    );
    return Number(row?.n ?? 0);
  }

  /**
   * Locks the register until the end of the transaction and makes it when it is the first number of the year.
   * One statement: two first callers cannot lock each other out.
   */
  async lockRegister(institutionId: number, year: number, kind: CertificateKind): Promise<void> {
    await this.db.run(
      'INSERT INTO certification_register (institution_id, year, kind, last_seq) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE last_seq = last_seq',
      [institutionId, year, kind],
    );
  }

  /** Takes so many numbers from the locked register; answers the first. */
  async takeNumbers(institutionId: number, year: number, kind: CertificateKind, count: number): Promise<number> {
    const key = [institutionId, year, kind];
    await this.db.run('UPDATE certification_register SET last_seq = last_seq + ? WHERE institution_id = ? AND year = ? AND kind = ?', [count, ...key]);
    const row = await this.db.row<{ last: number }>('SELECT last_seq AS last FROM certification_register WHERE institution_id = ? AND year = ? AND kind = ? FOR UPDATE', key);
    return Number(row?.last ?? 0) - count + 1;
  }

  addBatch(classId: number, total: number, createdBy: number, createdAt: Date): Promise<number> {
    return this.db.insert('certification_batch', { class_id: classId, total, state: 'RUNNING', created_by: createdBy, created_at: createdAt });
  }

  async addCertificates(rows: readonly NumberedRow[], of: { classId: number; institutionId: number; year: number; kind: CertificateKind; issuedOn: string; batchId: number }): Promise<void> {
    await this.db.insertMany('certification_certificate', rows.map(({ enrolmentId, seq, registerNo, verifyCode, paper }) => ({
      enrolment_id: enrolmentId, class_id: of.classId, institution_id: of.institutionId, year: of.year, kind: of.kind, seq, register_no: registerNo,
      verify_code: verifyCode, state: 'NUMBERED', content: JSON.stringify(paper), issued_on: of.issuedOn, batch_id: of.batchId,
    })));
  }

  batch(id: number): Promise<BatchRow | undefined> {
    return this.db.row(`SELECT ${batchColumns} FROM certification_batch WHERE id = ?`, [id]);
  }

  lastBatch(classId: number): Promise<BatchRow | undefined> {
    return this.db.row(`SELECT ${batchColumns} FROM certification_batch WHERE class_id = ? ORDER BY id DESC LIMIT 1`, [classId]);
  }
}
