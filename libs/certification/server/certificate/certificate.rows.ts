import type { CertificateKind, CertificateState, RevocationGround } from '@halong/certification/contract';

/** What is needed to fill a certificate for one person of the class. */
export interface HolderRow {
  enrolmentId: number;
  personId: number;
  fullName: string;
  unitName: string;
  position: string | null;
  gender: 'M' | 'F' | null;
  birthDate: string | null;
  birthYear: number | null;
  average: number | null;
  band: string | null;
}

/** The class as its certificates speak of it. */
export interface IssuingClass {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  state: string;
  intakeNo: number;
  year: number;
  openingDate: string | null;
  closingDate: string | null;
  rules: unknown;
  programme: string;
  periods: number;
  /** CERTIFICATE, ATTESTATION or DIPLOMA. */
  credential: string;
  institutionId: number;
  institutionCode: string;
  institutionName: string;
  parentName: string | null;
  /** The top of the tree above the institution. */
  provinceName: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  signer: string | null;
}

export interface CertificateRow {
  id: number;
  enrolmentId: number;
  personId: number;
  unitId: number | null;
  holderName: string;
  unitName: string;
  kind: CertificateKind;
  registerNo: string;
  verifyCode: string;
  year: number;
  state: CertificateState;
  issuedOn: string;
  content: unknown;
  fileId: number | null;
  version: number;
  revokedAt: Date | null;
  revocationGround: RevocationGround | null;
  revocationDecision: string | null;
  classId: number;
  classCode: string;
  classNameVi: string;
  classNameEn: string;
  institutionId: number;
  institutionVi: string;
  institutionEn: string;
  decisionNo: string;
  decisionDate: string;
}

/** One certificate with what is said in English for the words of its paper. */
export interface WholeCertificateRow extends CertificateRow {
  programmeEn: string;
  /** The frozen rules of its class. */
  rules: unknown;
}

export interface BatchRow {
  id: number;
  classId: number;
  total: number;
  done: number;
  state: 'RUNNING' | 'DONE';
  createdAt: Date;
}
