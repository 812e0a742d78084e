import type { CertificateBatch, CertificateDetail, CertificateItem } from '@halong/certification/contract';
import type { StoredPaper } from './certificate-content.rules.ts';
import type { BatchRow, CertificateRow } from './certificate.rows.ts';

export interface Can {
  revoke: boolean;
}

export function presentCertificate(row: CertificateRow, can: Can): CertificateItem {
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
    can: { revoke: can.revoke && row.state !== 'REVOKED', download: row.fileId !== null },
  };
}

export function presentDetail(row: CertificateRow, paper: StoredPaper, can: Can): CertificateDetail {
  const { revokedAt, revocationGround: ground, revocationDecision: decision } = row;
  return {
    ...presentCertificate(row, can),
    programme: paper.programme,
    classification: paper.result.classification,
    verifyCode: row.verifyCode,
    verifyPath: `/verify/${row.verifyCode}`,
    recognition: { decisionNo: row.decisionNo, decisionDate: row.decisionDate },
    revocation: revokedAt && ground && decision ? { at: revokedAt.toISOString(), ground, decision } : null,
    version: row.version,
  };
}

export const presentBatch = (row: BatchRow): CertificateBatch => ({ ...row, createdAt: row.createdAt.toISOString() });
