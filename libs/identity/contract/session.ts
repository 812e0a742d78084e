import { z } from 'zod';
import { languages, platformErrors, route } from '@halong/platform/contract';
import { scopedRole } from './account.ts';
import { identityErrors } from './identity.errors.ts';
import { personas } from './role.ts';

/** Long passphrases are welcome; the upper end only bounds the work. */
export const passwordLength = { min: 8, max: 200 } as const;
export const newPassword = z.string().max(passwordLength.max);

/** Who is signed in and what the shell may offer. */
export const me = z.object({
  accountId: z.number().int(),
  personId: z.number().int().nullable(),
  login: z.string(),
  displayName: z.string(),
  language: z.enum(languages),
  roles: z.array(scopedRole),
  /** The homes this person has, in the order in which they are offered. */
  personas: z.array(z.enum(personas)),
  /** A trainee's own device: signed in for days. */
  ownDevice: z.boolean(),
  can: z.object({
    manageAccounts: z.boolean(),
  }),
});
export type Me = z.output<typeof me>;

/**
 * A refusal is `identity.wrong_sign_in` (401), the same for known and unknown accounts. Only
 * `platform.not_signed_in` means that a session is over.
 */
const signIn = route({
  method: 'POST',
  path: '/session',
  summary: 'Signs in with the login or the official e-mail address and sets the session cookie.',
  access: 'anyone',
  body: z.strictObject({
    login: z.string().trim().min(1).max(120),
    password: z.string().min(1).max(passwordLength.max),
    /** "This is my own device": honoured for accounts without staff roles only. */
    ownDevice: z.boolean().default(false),
  }),
  response: me,
  errors: [identityErrors.wrong_sign_in, identityErrors.account_disabled, identityErrors.sign_in_busy, platformErrors.too_many_requests],
  ownTransaction: true,
});

const signOut = route({ method: 'DELETE', path: '/session', summary: 'Ends the session of this browser.', access: 'anyone', ownTransaction: true });

const getMe = route({ method: 'GET', path: '/me', summary: 'Who is signed in.', access: 'signed-in', response: me });

const changeMe = route({
  method: 'PATCH',
  path: '/me',
  summary: 'Changes the language of the account.',
  access: 'signed-in',
  body: z.strictObject({ language: z.enum(languages) }),
  response: me,
});

const changePassword = route({
  method: 'PUT',
  path: '/me/password',
  summary: 'Changes the password; every other session of the account ends.',
  access: 'signed-in',
  body: z.strictObject({ current: z.string().min(1).max(passwordLength.max), password: newPassword }),
  errors: [
    identityErrors.wrong_password, identityErrors.password_short, identityErrors.password_common, identityErrors.password_is_name,
    identityErrors.sign_in_busy, platformErrors.too_many_requests,
  ],
  ownTransaction: true,
});

export const sessionRoutes = { signIn, signOut, getMe, changeMe, changePassword };
