import type { CertificateKind } from '@halong/certification/contract';
import { jsonIn } from '@halong/platform/server';
import type { GradeBand } from '@halong/regulations/contract';
import type { CertificatePaper } from './certificate-pdf/certificate-paper.ts';
import type { HolderRow, IssuingClass } from './certificate.rows.ts';
import type { CredentialKind } from './register-number.rules.ts';

/** What is kept of a paper: all of it, with its instant as text. */
export type StoredPaper = Omit<CertificatePaper, 'createdAt'> & { createdAt: string; decisionNo: string; decisionDate: string };

/** The kind of paper a programme ends with; null for a diploma, which is not made here. */
export function kindOf(credential: string): CertificateKind | null {
  if (credential === 'CERTIFICATE') return 'CC';
  return credential === 'ATTESTATION' ? 'GCN' : null;
}

export const credentialOf = (kind: CertificateKind): CredentialKind => (kind === 'CC' ? 'CERTIFICATE' : 'ATTESTATION');

/** What the head of an institution is called, told by its name. */
export function headTitle(institution: string): string {
  if (/^trường/i.test(institution.trim())) return 'Hiệu trưởng';
  return /^(học viện|trung tâm|sở)/i.test(institution.trim()) ? 'Giám đốc' : 'Thủ trưởng';
}

/** What somebody has who is complete and was not marked. */
const passed = { vi: 'Đạt', en: 'Pass' };

/** The English word for a classification that stands on a paper. */
export function englishClassification(classification: string, bands: readonly GradeBand[]): string {
  return bands.find(({ nameVi }) => nameVi === classification)?.nameEn ?? passed.en;
}

const salutations = { M: 'Ông', F: 'Bà' } as const;
const commaNumber = (value: number): string => String(value).replace('.', ',');
const withoutKind = (province: string): string => province.replace(/^(tỉnh|thành phố)\s+/iu, '');

export interface Numbering {
  kind: CertificateKind;
  registerNumber: string;
  verifyCode: string;
  issuedOn: string;
  at: Date;
  publicUrl: string;
  /** Printed at the foot of papers of a demonstration. */
  footnote: string | null;
  bands: readonly GradeBand[];
  scale: number;
}

/** Everything that will stand on the paper, as it is known now; nothing is looked up later. */
export function paperOf(ofClass: IssuingClass, holder: HolderRow, numbering: Numbering): StoredPaper {
  const { kind, registerNumber, verifyCode, issuedOn, at, publicUrl, footnote, bands, scale } = numbering;
  const title = headTitle(ofClass.institutionName);
  const band = bands.find(({ code }) => code === holder.band);
  const verify = new URL('/verify', publicUrl);
  return {
    kind: credentialOf(kind),
    superiorBody: ofClass.parentName,
    institution: ofClass.institutionName,
    issuedBy: `${title} ${ofClass.institutionName}`,
    holder: {
      salutation: holder.gender ? salutations[holder.gender] : null,
      name: holder.fullName,
      born: holder.birthDate ?? (holder.birthYear === null ? '' : String(holder.birthYear)),
      post: [holder.position, holder.unitName].filter(Boolean).join(', '),
    },
    programme: ofClass.programme,
    course: `K${String(ofClass.intakeNo).padStart(2, '0')}/${ofClass.year}`,
    from: ofClass.openingDate ?? issuedOn,
    to: ofClass.closingDate ?? issuedOn,
    periods: ofClass.periods,
    result: { classification: band?.nameVi ?? passed.vi, score: holder.average === null ? null : `${commaNumber(holder.average)}/${commaNumber(scale)}` },
    place: withoutKind(ofClass.provinceName ?? ofClass.institutionName),
    issuedOn,
    signer: { titleLines: [title], name: ofClass.signer ?? '' },
    registerNumber,
    verifyCode,
    verifyUrl: `${verify.toString()}/${verifyCode}`,
    verifyAddress: `${verify.host}${verify.pathname}`,
    footnote,
    createdAt: at.toISOString(),
    decisionNo: ofClass.decisionNo ?? '',
    decisionDate: ofClass.decisionDate ?? issuedOn,
  };
}

/** As it is drawn. */
export function drawable({ decisionNo: _no, decisionDate: _date, createdAt, ...paper }: StoredPaper): CertificatePaper {
  return { ...paper, createdAt: new Date(createdAt) };
}

export const paperIn = (content: unknown): StoredPaper => jsonIn(content);
