import type { CertificateBatch, CertificateDetail, CertificateItem } from '@halong/certification/contract';
import type { Role } from '@halong/platform/contract';
import { readRules } from '@halong/regulations/server';
import { englishClassification, type StoredPaper } from './certificate-content.rules.ts';
import { canDo } from './certificate.policy.ts';
import type { BatchRow, CertificateRow, WholeCertificateRow } from './certificate.rows.ts';

/** `held`: the roles of the reader in the class of the certificate. */
export function presentCertificate(row: CertificateRow, held: readonly Role[]): CertificateItem {
  const { revokedAt, revocationGround: ground, revocationDecision: decision } = row;
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    personId: row.personId,
    holderName: row.holderName,
    unitName: row.unitName,
    kind: row.kind,
    registerNo: row.registerNo,
    year: row.year,
    state: row.state,
    issuedOn: row.issuedOn,
    class: { id: row.classId, code: row.classCode, nameVi: row.classNameVi, nameEn: row.classNameEn },
    institution: { id: row.institutionId, nameVi: row.institutionVi, nameEn: row.institutionEn },
    revocation: revokedAt && ground && decision ? { at: revokedAt.toISOString(), ground, decision } : null,
    can: canDo(held, { state: row.state, hasPaper: row.fileId !== null }),
  };
}

export function presentDetail(row: WholeCertificateRow, paper: StoredPaper, held: readonly Role[]): CertificateDetail {
  return {
    ...presentCertificate(row, held),
    programme: paper.programme,
    programmeEn: row.programmeEn,
    classification: paper.result.classification,
    classificationEn: englishClassification(paper.result.classification, readRules(row.rules).gradeBands),
    verifyCode: row.verifyCode,
    verifyPath: `/verify/${row.verifyCode}`,
    recognition: { decisionNo: row.decisionNo, decisionDate: row.decisionDate },
    version: row.version,
  };
}

export const presentBatch = (row: BatchRow): CertificateBatch => ({ ...row, createdAt: row.createdAt.toISOString() });
