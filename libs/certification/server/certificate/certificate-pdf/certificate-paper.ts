import type { CredentialKind } from '../register-number.rules.ts';

/** Everything that stands on the paper. All of it comes from the register, nothing is looked up while drawing. */
export type CertificatePaper = {
  kind: CredentialKind;
  /** First line of the heading, such as `Tỉnh Quảng Ninh`; null for an institution without a superior body. */
  superiorBody: string | null;
  /** Such as `Trường Đào tạo cán bộ Nguyễn Văn Cừ`. */
  institution: string;
  /** Who certifies, such as `Hiệu trưởng Trường Đào tạo cán bộ Nguyễn Văn Cừ`. */
  issuedBy: string;
  holder: {
    /** `Ông` or `Bà`; null when the gender is not recorded. */
    salutation: string | null;
    name: string;
    /** `yyyy-MM-dd`, `yyyy` when only the year is known, or empty when nothing is. */
    born: string;
    /** Post and unit on the day the class opened, such as `Công chức, UBND phường Hạ Long`. */
    post: string;
  };
  programme: string;
  /** Code of the class, such as `K03/2026`. */
  course: string;
  /** First and last day, `yyyy-MM-dd`. */
  from: string;
  to: string;
  periods: number;
  result: {
    /** Such as `Đạt` or `Giỏi`. */
    classification: string;
    /** Such as `8,5/10`; null when the paper shows no mark. */
    score: string | null;
  };
  /** Where it is issued, such as `Quảng Ninh`. */
  place: string;
  /** `yyyy-MM-dd`. */
  issuedOn: string;
  signer: {
    /** One line each: `KT. HIỆU TRƯỞNG`, `PHÓ HIỆU TRƯỞNG`. */
    titleLines: string[];
    name: string;
  };
  registerNumber: string;
  verifyCode: string;
  /** Full address in the QR code; it leads to the public verification of this paper. */
  verifyUrl: string;
  /** The address that people type, such as `halong.example/xm`. */
  verifyAddress: string;
  /** A small line at the foot, such as the warning on a sample; null on a valid paper. */
  footnote: string | null;
  /** Instant written into the file; the same paper always gives the same bytes. */
  createdAt: Date;
};

type Wording = { title: string; act: string; result: string };

export const wording: Record<CredentialKind, Wording> = {
  CERTIFICATE: { title: 'CHỨNG CHỈ', act: 'cấp cho', result: 'Xếp loại' },
  ATTESTATION: { title: 'GIẤY CHỨNG NHẬN', act: 'chứng nhận', result: 'Kết quả' },
};
