import { randomBytes } from 'node:crypto';

/** 32 signs that nobody confuses when reading aloud or copying: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
const groupLength = 4;

/** Signs that people write for the one that is meant. */
const lookalikes: Record<string, string> = { O: '0', I: '1', L: '1' };

/**
 * The code printed on a paper for public verification, such as `7K4M-92QX-3WTB`: 12 signs of 5 bits,
 * one for each byte given. 60 bits, so guessing finds no paper at any rate the verification page answers.
 */
export function verifyCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== length) throw new RangeError(`A verification code needs ${length} bytes, not ${bytes.length}`);
  return grouped([...bytes].map((byte) => alphabet[byte % alphabet.length]).join(''));
}

/** A new code from the system's random source. */
export function newVerifyCode(): string {
  return verifyCodeFrom(randomBytes(length));
}

/**
 * The code that somebody meant: any case, spaces, dashes of any kind or none, O for 0, I or L for 1.
 * Null when it cannot be a code.
 */
export function normaliseVerifyCode(input: string): string | null {
  if (input.length > 64) return null;
  const signs = [...input.normalize('NFKC').toUpperCase()].filter((sign) => !/[\s\p{Pd}._]/u.test(sign)).map((sign) => lookalikes[sign] ?? sign);
  if (signs.length !== length || !signs.every((sign) => alphabet.includes(sign))) return null;
  return grouped(signs.join(''));
}

function grouped(signs: string): string {
  const groups: string[] = [];
  for (let at = 0; at < signs.length; at += groupLength) groups.push(signs.slice(at, at + groupLength));
  return groups.join('-');
}
