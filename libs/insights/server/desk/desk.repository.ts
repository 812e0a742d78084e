import { Injectable } from '@nestjs/common';
import type { AdminDesk, CertificateDesk } from '@halong/insights/contract';
import { Database } from '@halong/platform/server';
import type { IssuingScope } from './desk.policy.ts';

type ImportRow = Omit<AdminDesk['imports'][number], 'createdAt'> & { createdAt: Date };

/** What waits for administrators and certificate officers. The statements do not grow with it. */
@Injectable()
export class DeskRepository {
  constructor(private readonly db: Database) {}

  async waitingImports(): Promise<AdminDesk['imports']> {
    const rows = await this.db.rows<ImportRow>(
      `SELECT i.id, i.file_name AS fileName, i.state, i.created_at AS createdAt, i.created_by_name AS createdByName,
         (SELECT COUNT(*) FROM organisation_import_row r WHERE r.import_id = i.id AND r.bucket = 'REVIEW' AND r.decision IS NULL) AS toReview
       FROM organisation_import i WHERE i.state IN ('MAPPING', 'CHECKED', 'FAILED') ORDER BY i.id LIMIT 20`,
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), toReview: Number(row.toReview) }));
  }

  async notActivated(): Promise<number> {
    const row = await this.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM identity_account WHERE password_hash IS NULL AND disabled_at IS NULL');
    return Number(row?.n ?? 0);
  }

  /** Work that was asked for, and could have begun, so many minutes ago and is not done: it failed again and again, or nobody does it. */
  async stuck(before: Date, minutes: number): Promise<AdminDesk['stuck']> {
    // The database itself writes when a row was made, whatever the product's clock shows.
    const row = await this.db.row<{ n: number; since: Date | null }>(
      'SELECT COUNT(*) AS n, MIN(GREATEST(available_at, created_at)) AS since FROM platform_outbox WHERE done_at IS NULL AND available_at < ? AND created_at < NOW(3) - INTERVAL ? MINUTE',
      [before, minutes],
    );
    return { jobs: Number(row?.n ?? 0), since: row?.since?.toISOString() ?? null };
  }

  async mailsWaiting(before: Date): Promise<number> {
    return Number((await this.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_mail WHERE state = 'WAITING' AND created_at < ?", [before]))?.n ?? 0);
  }

  /** The same people as `ready` of a class in the certificates' own list, counted over all classes of the officer. */
  async toIssue(scope: IssuingScope): Promise<CertificateDesk['toIssue']> {
    const rows = await this.db.rows<CertificateDesk['toIssue'][number]>(
      `SELECT c.id AS classId, c.code AS classCode, c.name_vi AS classNameVi, c.name_en AS classNameEn, COUNT(*) AS ready, r.decision_date AS recognisedOn
       FROM assessment_recognition r JOIN classes_class c ON c.id = r.class_id JOIN catalogue_programme_version v ON v.id = c.programme_version_id AND v.credential IN ('CERTIFICATE', 'ATTESTATION')
       JOIN completion_result d ON d.class_id = c.id AND d.complete = 1 JOIN enrolment_enrolment e ON e.id = d.enrolment_id AND e.state IN ('PASSED', 'COMPLETED')
       LEFT JOIN certification_certificate k ON k.enrolment_id = e.id
       WHERE k.id IS NULL AND ${where(scope)} GROUP BY c.id, c.code, c.name_vi, c.name_en, r.decision_date ORDER BY r.decision_date, c.id LIMIT 50`,
      params(scope),
    );
    return rows.map((row) => ({ ...row, ready: Number(row.ready) }));
  }

  async making(scope: IssuingScope): Promise<CertificateDesk['making']> {
    return this.db.rows(
      `SELECT c.id AS classId, c.code AS classCode, c.name_vi AS classNameVi, c.name_en AS classNameEn, b.done, b.total
       FROM certification_batch b JOIN classes_class c ON c.id = b.class_id WHERE b.state = 'RUNNING' AND ${where(scope)} ORDER BY b.id LIMIT 50`,
      params(scope),
    );
  }
}

const where = ({ everything }: IssuingScope): string =>
  everything ? '1 = 1' : '(c.id IN (?) OR c.institution_id IN (?) OR EXISTS (SELECT 1 FROM organisation_unit_ancestor a WHERE a.unit_id IN (c.institution_id, c.organising_unit_id) AND a.ancestor_id IN (?)))';
const params = ({ everything, classIds, institutionIds, subtreeIds }: IssuingScope) => (everything ? [] : [[0, ...classIds], [0, ...institutionIds], [0, ...subtreeIds]]);
