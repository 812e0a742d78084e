import { identityErrors, passwordLength } from '@halong/identity/contract';
import { foldVietnamese, type ErrorDef } from '@halong/platform/contract';
import { commonNumbers, commonWords } from './common-passwords.ts';

/** What the owner of the password is called, in any spelling. */
export interface Owner {
  login: string;
  email: string | null;
  displayName: string;
}

/**
 * Why this password is refused, or undefined. No composition rules: length and the list of common ones decide
 * (NIST SP 800-63B §3.1.1.2; ASVS 6.2).
 */
export function passwordFault(password: string, owner: Owner): ErrorDef | undefined {
  const letters = [...password.normalize('NFKC')];
  if (letters.length < passwordLength.min) return identityErrors.password_short;
  const plain = plainOf(password);
  if (namesOf(owner).includes(plain)) return identityErrors.password_is_name;
  return isCommon(plain) ? identityErrors.password_common : undefined;
}

/** Lower case, without marks and spaces. */
const plainOf = (text: string): string => foldVietnamese(text.normalize('NFKC')).replaceAll(' ', '');

function namesOf({ login, email, displayName }: Owner): string[] {
  return [login, email ?? '', email?.split('@')[0] ?? '', displayName].map(plainOf).filter(Boolean);
}

function isCommon(plain: string): boolean {
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return commonNumbers.has(plain) || commonWords.has(plain) || commonWords.has(core) || isRun(plain) || isRepeated(plain);
}

/** Every character follows the one before it, upwards or downwards: 23456789, hgfedcba. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, index) => letter.charCodeAt(0) - text.charCodeAt(index));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** One to four characters again and again: aaaaaaaa, 20262026. */
const isRepeated = (text: string): boolean => /^(.{1,4}?)\1+$/u.test(text);
