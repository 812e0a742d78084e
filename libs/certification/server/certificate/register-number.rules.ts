/** What the paper is: a certificate (chứng chỉ) or an attestation (giấy chứng nhận). */
export type CredentialKind = 'CERTIFICATE' | 'ATTESTATION';

export type RegisterNumber = {
  /** Place in the register of this institution and year, from 1, without gaps. */
  seq: number;
  year: number;
  kind: CredentialKind;
  /** Code of the issuing institution, such as `QN-NVC`. */
  institution: string;
};

export const registerMarks: Record<CredentialKind, string> = { CERTIFICATE: 'CC', ATTESTATION: 'GCN' };

const shape = /^(\d{4,9})\/(\d{4})\/(CC|GCN)-([A-Z0-9]+(?:-[A-Z0-9]+)*)$/;

/**
 * `{seq:0000}/{yyyy}/{CC|GCN}-{institution}`, such as `0042/2026/CC-QN-NVC` (domain rule C04).
 * A register that passes 9999 simply grows a digit. Throws a RangeError for a number no register has.
 */
export function formatRegisterNumber({ seq, year, kind, institution }: RegisterNumber): string {
  const text = `${String(seq).padStart(4, '0')}/${year}/${registerMarks[kind]}-${institution}`;
  if (!Number.isSafeInteger(seq) || seq < 1 || !shape.test(text)) throw new RangeError(`Not a register number: ${text}`);
  return text;
}

/** Reads a register number as people type it (spaces, lower case); null when it is none. */
export function parseRegisterNumber(text: string): RegisterNumber | null {
  const parts = shape.exec(text.replace(/\s+/g, '').toUpperCase());
  if (!parts) return null;
  const [, seq, year, mark, institution] = parts;
  if (Number(seq) < 1) return null;
  return { seq: Number(seq), year: Number(year), kind: mark === 'CC' ? 'CERTIFICATE' : 'ATTESTATION', institution: institution! };
}
