import { z } from 'zod';
import { day, id, idParams, instant, pageOf, pageQuery, platformErrors, route, topic, type TextPair } from '@halong/platform/contract';
import { certificationErrors as errors } from './certification.errors.ts';

/** CC: chứng chỉ, a certificate. GCN: giấy chứng nhận, an attestation. */
export const certificateKinds = ['CC', 'GCN'] as const;
export type CertificateKind = (typeof certificateKinds)[number];
export const certificateKindNames: Record<CertificateKind, TextPair> = {
  CC: { vi: 'Chứng chỉ', en: 'Certificate' },
  GCN: { vi: 'Giấy chứng nhận', en: 'Attestation' },
};

/** NUMBERED: in the register, its paper is being made. */
export const certificateStates = ['NUMBERED', 'ISSUED', 'REVOKED'] as const;
export type CertificateState = (typeof certificateStates)[number];
export const certificateStateNames: Record<CertificateState, TextPair> = {
  NUMBERED: { vi: 'Đã vào sổ', en: 'Numbered' },
  ISSUED: { vi: 'Đã cấp', en: 'Issued' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
};

/** Domain rule C03: the only grounds on which a certificate is revoked. */
export const revocationGrounds = ['FRAUD', 'INELIGIBLE', 'ALTERED', 'LENT', 'INSTITUTION_ERROR'] as const;
export type RevocationGround = (typeof revocationGrounds)[number];
export const revocationGroundNames: Record<RevocationGround, TextPair> = {
  FRAUD: { vi: 'Gian lận khi ghi danh hoặc học tập', en: 'Fraud in enrolment or study' },
  INELIGIBLE: { vi: 'Cấp cho người không đủ điều kiện hoặc không đúng thẩm quyền', en: 'Issued to somebody ineligible, or without authority' },
  ALTERED: { vi: 'Bị tẩy xóa, sửa chữa', en: 'Altered' },
  LENT: { vi: 'Cho người khác sử dụng', en: 'Lent to others' },
  INSTITUTION_ERROR: { vi: 'Lỗi của cơ sở đào tạo', en: "The institution's error" },
};

const classRef = z.object({ id: z.number().int(), code: z.string(), nameVi: z.string(), nameEn: z.string() });
const institutionRef = z.object({ id: z.number().int(), nameVi: z.string(), nameEn: z.string() });

export const certificateItem = z.object({
  id: z.number().int(),
  enrolmentId: z.number().int(),
  personId: z.number().int(),
  holderName: z.string(),
  unitName: z.string(),
  kind: z.enum(certificateKinds),
  registerNo: z.string(),
  year: z.number().int(),
  state: z.enum(certificateStates),
  issuedOn: day,
  class: classRef,
  institution: institutionRef,
  /** When, on which ground and by which decision it was taken back; null while it holds. */
  revocation: z.object({ at: instant, ground: z.enum(revocationGrounds), decision: z.string() }).nullable(),
  /** The paper of a revoked one is handed to nobody but the officer, and marked. */
  can: z.object({ revoke: z.boolean(), download: z.boolean() }),
});
export type CertificateItem = z.output<typeof certificateItem>;

/** The programme as the paper calls it, and its name in English. */
const namedProgramme = { programme: z.string(), programmeEn: z.string() };

export const certificateDetail = certificateItem.extend({
  ...namedProgramme,
  /** As the paper has it, and in English. */
  classification: z.string(),
  classificationEn: z.string(),
  verifyCode: z.string(),
  verifyPath: z.string(),
  recognition: z.object({ decisionNo: z.string(), decisionDate: day }),
  version: z.number().int(),
});
export type CertificateDetail = z.output<typeof certificateDetail>;

export const certificateBatch = z.object({
  id: z.number().int(),
  classId: z.number().int(),
  total: z.number().int(),
  done: z.number().int(),
  /** RUNNING, then DONE. */
  state: z.enum(['RUNNING', 'DONE']),
  createdAt: instant,
});
export type CertificateBatch = z.output<typeof certificateBatch>;

/** Before issuing: who would get one, who would not, and whether the decision is there. */
export const classCertificates = z.object({
  class: classRef,
  kind: z.enum(certificateKinds).nullable(),
  recognition: z.object({ decisionNo: z.string(), decisionDate: day, signer: z.string() }).nullable(),
  /** Complete and without a certificate, by given name. */
  ready: z.array(z.object({ enrolmentId: z.number().int(), fullName: z.string(), unitName: z.string() })),
  /** Enrolled and not complete; the completion of the class says why. */
  notComplete: z.number().int(),
  certificates: z.array(certificateItem),
  batch: certificateBatch.nullable(),
  can: z.object({ issue: z.boolean() }),
});
export type ClassCertificates = z.output<typeof classCertificates>;

/** Exactly what the public may know (domain rule C05). */
export const verification = z.object({
  name: z.string(),
  birthYear: z.number().int().nullable(),
  ...namedProgramme,
  registerNo: z.string(),
  issuedOn: day,
  status: z.enum(['VALID', 'REVOKED']),
});
export type Verification = z.output<typeof verification>;

const staff = ['CERTIFICATE_OFFICER', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'SYSTEM_ADMIN'] as const;

const getOfClass = route({ method: 'GET', path: '/classes/:id/certificates', summary: 'The certificates of a class and who is ready for one.', access: staff, params: idParams, response: classCertificates });

const issue = route({
  method: 'POST',
  path: '/classes/:id/certificates',
  summary: 'Numbers a certificate for everybody who is complete and has none, all or none of them, and has the papers made in the background.',
  access: ['CERTIFICATE_OFFICER'],
  params: idParams,
  response: certificateBatch,
  errors: [errors.no_recognition, errors.nobody_complete, errors.no_credential, errors.institution_code],
});

const getBatch = route({ method: 'GET', path: '/certificate-batches/:id', summary: 'How far the making of the papers is.', access: staff, params: idParams, response: certificateBatch });

const list = route({
  method: 'GET',
  path: '/certificates',
  summary: 'The register, newest number first. The search finds names without marks and register numbers.',
  access: ['CERTIFICATE_OFFICER', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'],
  query: pageQuery.extend({
    year: z.coerce.number().int().min(2000).max(2200).optional(),
    institutionId: id.optional(),
    kind: z.enum(certificateKinds).optional(),
    state: z.enum(certificateStates).optional(),
  }),
  response: pageOf(certificateItem),
});

const get = route({ method: 'GET', path: '/certificates/:id', summary: 'One certificate, for its holder and those who may see it.', access: 'signed-in', params: idParams, response: certificateDetail });

const getPdf = route({ method: 'GET', path: '/certificates/:id/pdf', summary: 'The paper. That of a revoked one is kept for the officer alone and says across it that it is revoked.', access: 'signed-in', params: idParams, download: ['application/pdf'], errors: [errors.not_issued, errors.paper_withdrawn] });

const listMine = route({ method: 'GET', path: '/my/certificates', summary: 'My certificates, newest first.', access: 'signed-in', response: z.array(certificateItem) });

const revoke = route({
  method: 'POST',
  path: '/certificates/:id/revoke',
  summary: 'Revokes a certificate on one of the five grounds; its number is never used again.',
  access: ['CERTIFICATE_OFFICER'],
  params: idParams,
  body: z.strictObject({
    version: z.number().int(),
    ground: z.enum(revocationGrounds),
    decision: z.string().trim().min(3).max(120),
    reason: z.string().trim().min(3).max(500),
  }),
  response: certificateDetail,
  errors: [errors.already_revoked, platformErrors.stale_version],
});

const verify = route({
  method: 'GET',
  path: '/verify/:code',
  summary: 'Whether a certificate is genuine and valid, without sign-in.',
  access: 'anyone',
  params: z.object({ code: z.string().max(80) }),
  response: verification,
  errors: [errors.code_unknown, platformErrors.too_many_requests],
});

export const certificateRoutes = { getOfClass, issue, getBatch, list, get, getPdf, listMine, revoke, verify };

/** The progress of a batch; watched by batch id. */
export const certificateBatchTopic = topic({ name: 'certificate-batch', access: staff });
