import { createHash, randomBytes } from 'node:crypto';
import { codeAlphabet, codeLength, identityErrors } from '@halong/identity/contract';
import { splitName, type ErrorDef } from '@halong/platform/contract';

/** A code on paper has to reach people in 54 communes; after two weeks it is worth nothing. */
export const codeDays = 14;

export const codeExpiry = (now: Date): Date => new Date(now.getTime() + codeDays * 24 * 3_600_000);

/** 13 random characters of the code alphabet: 65 bits. */
export const newCode = (): string => Array.from(randomBytes(codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');

/** What the database keeps of a code. Slow hashing would add nothing to 65 random bits. */
export const codeHash = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Why a code opens nothing, or undefined. */
export function codeFault(code: { usedAt: Date | null; expiresAt: Date } | undefined, now: Date): ErrorDef | undefined {
  if (!code) return identityErrors.code_unknown;
  if (code.usedAt) return identityErrors.code_used;
  return code.expiresAt <= now ? identityErrors.code_expired : undefined;
}

/** "Nguyễn Thị Hồng Thu" → "N. T. H. Thu": enough to notice that the slip belongs to somebody else. */
export function maskName(fullName: string): string {
  const { surname, middle, given } = splitName(fullName);
  const initials = [surname, ...middle.split(' ')].filter(Boolean).map((word) => `${[...word][0]}.`);
  return [...initials, given].join(' ');
}
