import { Injectable } from '@nestjs/common';
import type { CertificateKind, CertificateState, RevocationGround } from '@halong/certification/contract';
import { frozenUnitName } from '@halong/organisation/server';
import { containing, Database, literally, type SqlValue } from '@halong/platform/server';
import type { RegisterScope } from './certificate.policy.ts';
import type { CertificateRow, WholeCertificateRow } from './certificate.rows.ts';

const columns = () => `k.id, k.enrolment_id AS enrolmentId, e.person_id AS personId, e.unit_id AS unitId, e.full_name AS holderName, ${frozenUnitName('e')} AS unitName, k.kind,
  k.register_no AS registerNo, k.verify_code AS verifyCode, k.year, k.state, k.issued_on AS issuedOn, k.file_id AS fileId, k.version,
  k.revoked_at AS revokedAt, k.revocation_ground AS revocationGround, k.revocation_decision AS revocationDecision, c.id AS classId, c.code AS classCode,
  c.name_vi AS classNameVi, c.name_en AS classNameEn, u.id AS institutionId, u.name_vi AS institutionVi, u.name_en AS institutionEn,
  r.decision_no AS decisionNo, r.decision_date AS decisionDate`;
const joined = `FROM certification_certificate k JOIN enrolment_enrolment e ON e.id = k.enrolment_id JOIN classes_class c ON c.id = k.class_id
  JOIN organisation_unit u ON u.id = k.institution_id JOIN assessment_recognition r ON r.class_id = k.class_id`;
const inEnglish = 'c.rules, (SELECT p.name_en FROM catalogue_programme_version v JOIN catalogue_programme p ON p.id = v.programme_id WHERE v.id = c.programme_version_id) AS programmeEn';

export interface RegisterFilter {
  scope: RegisterScope;
  year?: number | undefined;
  institutionId?: number | undefined;
  kind?: CertificateKind | undefined;
  state?: CertificateState | undefined;
  /** Folded words of a name. */
  words: readonly string[];
  /** A register number as typed. */
  number: string;
}

export interface Revocation {
  ground: RevocationGround;
  decision: string;
  at: Date;
}

@Injectable()
export class CertificateRepository {
  constructor(private readonly db: Database) {}

  find(id: number): Promise<WholeCertificateRow | undefined> {
    return this.db.row(`SELECT ${columns()}, ${inEnglish}, k.content ${joined} WHERE k.id = ?`, [id]);
  }

  async lock(id: number): Promise<WholeCertificateRow | undefined> {
    await this.db.row('SELECT id FROM certification_certificate WHERE id = ? FOR UPDATE', [id]);
    return this.find(id);
  }

  byCode(code: string): Promise<(WholeCertificateRow & { birthYear: number | null }) | undefined> {
    return this.db.row(`SELECT ${columns()}, ${inEnglish}, k.content, COALESCE(p.birth_year, YEAR(p.birth_date)) AS birthYear ${joined} JOIN organisation_person p ON p.id = e.person_id WHERE k.verify_code = ?`, [code]);
  }

  /** In the order of the register. */
  ofClass(classId: number): Promise<CertificateRow[]> {
    return this.db.rows(`SELECT ${columns()} ${joined} WHERE k.class_id = ? ORDER BY k.id`, [classId]);
  }

  ofPerson(personId: number): Promise<CertificateRow[]> {
    return this.db.rows(`SELECT ${columns()} ${joined} WHERE e.person_id = ? ORDER BY k.issued_on DESC, k.id DESC LIMIT 500`, [personId]);
  }

  async page(filter: RegisterFilter, page: number, size: number): Promise<{ rows: CertificateRow[]; total: number }> {
    const { where, params } = whereOf(filter);
    const [rows, count] = await Promise.all([
      this.db.rows<CertificateRow>(`SELECT ${columns()} ${joined} WHERE ${where} ORDER BY k.id DESC LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM certification_certificate k JOIN enrolment_enrolment e ON e.id = k.enrolment_id WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Whether the person was sent by, or works today in, one of these units or below. */
  async isFollowed(personId: number, sentBy: number | null, unitIds: readonly number[], today: string): Promise<boolean> {
    if (unitIds.length === 0) return false;
    const row = await this.db.row(
      `SELECT 1 AS one FROM organisation_unit_ancestor a WHERE a.ancestor_id IN (?) AND (a.unit_id = ? OR a.unit_id IN
         (SELECT m.unit_id FROM organisation_employment m WHERE m.person_id = ? AND (m.valid_from IS NULL OR m.valid_from <= ?) AND (m.valid_to IS NULL OR m.valid_to >= ?))) LIMIT 1`,
      [[...unitIds], sentBy, personId, today, today],
    );
    return row !== undefined;
  }

  /** Register numbers of these enrolments that have not been revoked. */
  async standingOf(enrolmentIds: readonly number[]): Promise<Map<number, string>> {
    if (enrolmentIds.length === 0) return new Map();
    const rows = await this.db.rows<{ enrolmentId: number; registerNo: string }>(
      "SELECT enrolment_id AS enrolmentId, register_no AS registerNo FROM certification_certificate WHERE enrolment_id IN (?) AND state <> 'REVOKED'", [[...enrolmentIds]],
    );
    return new Map(rows.map(({ enrolmentId, registerNo }) => [enrolmentId, registerNo]));
  }

  /** Person → register number of a valid certificate of the programme. */
  async heldOf(personIds: readonly number[], programmeId: number): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.db.rows<{ personId: number; registerNo: string }>(
      `SELECT e.person_id AS personId, k.register_no AS registerNo FROM enrolment_enrolment e JOIN certification_certificate k ON k.enrolment_id = e.id AND k.state <> 'REVOKED'
       JOIN classes_class c ON c.id = e.class_id JOIN catalogue_programme_version v ON v.id = c.programme_version_id AND v.programme_id = ? WHERE e.person_id IN (?) ORDER BY k.id`,
      [programmeId, [...personIds]],
    );
    return new Map(rows.map(({ personId, registerNo }) => [personId, registerNo]));
  }

  async revoke(id: number, { ground, decision, at }: Revocation): Promise<void> {
    await this.db.run(
      "UPDATE certification_certificate SET state = 'REVOKED', revoked_at = ?, revocation_ground = ?, revocation_decision = ?, version = version + 1 WHERE id = ?",
      [at, ground, decision, id],
    );
  }
}

function whereOf({ scope, year, institutionId, kind, state, words, number }: RegisterFilter): { where: string; params: SqlValue[] } {
  const parts: [string, SqlValue[]][] = [['1 = 1', []]];
  if (!scope.everything) {
    parts.push([
      '(k.institution_id IN (?) OR k.institution_id IN (SELECT a.unit_id FROM organisation_unit_ancestor a WHERE a.ancestor_id IN (?)))',
      [[0, ...scope.institutionIds], [0, ...scope.subtreeIds]],
    ]);
  }
  if (year) parts.push(['k.year = ?', [year]]);
  if (institutionId) parts.push(['k.institution_id = ?', [institutionId]]);
  if (kind) parts.push(['k.kind = ?', [kind]]);
  if (state) parts.push(['k.state = ?', [state]]);
  if (words.length > 0) {
    const names = words.map(() => 'e.search_key LIKE ?').join(' AND ');
    parts.push([`((${names}) OR k.register_no LIKE ?)`, [...words.map(containing), `${literally(number)}%`]]);
  }
  return { where: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, values]) => values) };
}
