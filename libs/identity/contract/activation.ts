import { z } from 'zod';
import { id, instant, platformErrors, route } from '@halong/platform/contract';
import { identityErrors } from './identity.errors.ts';
import { me, newPassword } from './session.ts';

/** 13 characters of Crockford's alphabet are 65 bits; groups make them readable: `7K2M-QX9D-4RTB-W`. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 13;

/**
 * What a person may have typed → the 13 characters that count: case, spaces and hyphens do not matter,
 * O reads as 0, I and L as 1. Undefined when it cannot be a code.
 */
export function readCode(typed: string): string | undefined {
  const letters = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}._]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return letters.length === codeLength && [...letters].every((letter) => codeAlphabet.includes(letter)) ? letters : undefined;
}

/** Groups of four, as on the slip. */
export const showCode = (letters: string): string => letters.match(/.{1,4}/g)?.join('-') ?? '';

const typedCode = z.string().min(1).max(60);
const codeErrors = [identityErrors.code_unknown, identityErrors.code_expired, identityErrors.code_used, platformErrors.too_many_requests] as const;

const checkCode = route({
  method: 'POST',
  path: '/activation/check',
  summary: 'Says whose account a one-time code opens (the name is masked), so that people notice a swapped slip.',
  access: 'anyone',
  body: z.strictObject({ code: typedCode }),
  response: z.object({ displayName: z.string(), login: z.string(), expiresAt: instant }),
  errors: codeErrors,
  ownTransaction: true,
});

const activate = route({
  method: 'POST',
  path: '/activation',
  summary: 'Chooses a password with a one-time code and signs in.',
  access: 'anyone',
  body: z.strictObject({ code: typedCode, password: newPassword, ownDevice: z.boolean().default(false) }),
  response: me,
  errors: [...codeErrors, identityErrors.password_short, identityErrors.password_common, identityErrors.password_is_name, identityErrors.account_disabled, identityErrors.sign_in_busy],
  ownTransaction: true,
});

const access = ['SYSTEM_ADMIN'] as const;
const unit = z.strictObject({ unitId: id });
const slipErrors = [identityErrors.nobody_waits, identityErrors.too_many_slips] as const;

const countWaiting = route({
  method: 'GET',
  path: '/activation-waiting',
  summary: 'How many people of a unit and below have not chosen a password yet.',
  access,
  query: unit,
  response: z.object({ people: z.number().int(), withEmail: z.number().int(), withoutEmail: z.number().int() }),
});

const printSlips = route({
  method: 'POST',
  path: '/activation-slips',
  summary: 'Makes accounts and codes for everybody of the unit who has no password, as slips to cut and hand out. Codes printed earlier end.',
  access,
  body: unit,
  download: ['application/pdf'],
  errors: slipErrors,
  ownTransaction: true,
});

const mailCodes = route({
  method: 'POST',
  path: '/activation-mails',
  summary: 'Makes accounts and codes for everybody of the unit who has no password and sends them by mail.',
  access,
  body: unit,
  response: z.object({
    sent: z.number().int(),
    /** People without an e-mail address: print slips for them. */
    withoutEmail: z.array(z.object({ personId: z.number().int(), displayName: z.string(), unitName: z.string() })),
  }),
  errors: slipErrors,
});

export const activationRoutes = { checkCode, activate, countWaiting, printSlips, mailCodes };
