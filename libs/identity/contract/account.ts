import { z } from 'zod';
import { id, idParams, instant, inWords, languages, pageOf, pageQuery, roles, route, scopeTypes, type TextPair } from '@halong/platform/contract';
import { identityErrors } from './identity.errors.ts';

/** WAITING: nobody has chosen a password yet. DISABLED wins over both others. */
export const accountStates = ['ACTIVE', 'WAITING', 'DISABLED'] as const;
export type AccountState = (typeof accountStates)[number];

export const accountStateNames: Record<AccountState, TextPair> = {
  ACTIVE: { vi: 'Đang dùng', en: 'Active' },
  WAITING: { vi: 'Chờ kích hoạt', en: 'Waiting for activation' },
  DISABLED: { vi: 'Đã khóa', en: 'Disabled' },
};

/** A role with its scope in words. `scopeName` is null for GLOBAL, and for a unit or class that is gone. */
export const scopedRole = z.object({
  role: z.enum(roles),
  scopeType: z.enum(scopeTypes),
  scopeId: z.number().int(),
  scopeName: z.string().nullable(),
});

/** A grant as administrators see it; days in the province, both inclusive. */
export const roleGrant = scopedRole.extend({
  id: z.number().int(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Valid today. */
  current: z.boolean(),
  endedAt: instant.nullable(),
  reason: z.string().nullable(),
  grantedBy: z.string().nullable(),
});

export const accountItem = z.object({
  id: z.number().int(),
  login: z.string(),
  displayName: z.string(),
  personId: z.number().int().nullable(),
  /** Where the person works today; null for external people. */
  unitName: z.string().nullable(),
  email: z.string().nullable(),
  state: z.enum(accountStates),
  /** The roles valid today. */
  roles: z.array(scopedRole),
  lastSeenAt: instant.nullable(),
});

export const accountDetail = accountItem.extend({
  language: z.enum(languages),
  version: z.number().int(),
  createdAt: instant,
  disabledAt: instant.nullable(),
  /** When the newest unused code ends; null when none is open. */
  codeExpiresAt: instant.nullable(),
  grants: z.array(roleGrant),
  sessions: z.array(z.object({ id: z.number().int(), userAgent: z.string(), ownDevice: z.boolean(), createdAt: instant, seenAt: instant })),
  can: z.object({ grant: z.boolean(), disable: z.boolean(), enable: z.boolean(), issueCode: z.boolean() }),
});

export type AccountItem = z.output<typeof accountItem>;
export type AccountDetail = z.output<typeof accountDetail>;

/** Why something is done to an account; goes into the audit record. */
export const reason = z.string().trim().min(3).max(500);
/** The version that the person was looking at; another one answers `platform.stale_version`. */
export const version = z.number().int().positive();

const reasoned = z.strictObject({ reason, version });
const access = ['SYSTEM_ADMIN'] as const;

const listAccounts = route({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts, sorted by given name. The search finds names without marks, logins and addresses.',
  access,
  query: pageQuery.extend({ unitId: id.optional(), role: z.enum(roles).optional(), state: z.enum(accountStates).optional() }),
  response: pageOf(accountItem),
});

const getAccount = route({ method: 'GET', path: '/accounts/:id', summary: 'One account with its roles and devices.', access, params: idParams, response: accountDetail });

const createAccount = route({
  method: 'POST',
  path: '/accounts',
  summary: 'Opens an account for a person of the personnel list, or for an external person such as a visiting lecturer.',
  access,
  body: z
    .strictObject({
      personId: id.optional(),
      displayName: z.string().trim().min(2).max(120).optional(),
      email: z.email().max(120).optional(),
      login: z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9._-]{2,39}$/).optional(),
    })
    .refine((body) => (body.personId === undefined) !== (body.displayName === undefined), inWords({ vi: 'Chọn người trong danh sách hoặc nhập họ tên, một trong hai.', en: 'Choose a person from the list or enter a name, one of the two.' }, 'displayName')),
  response: accountDetail,
  errors: [identityErrors.login_taken, identityErrors.person_has_account, identityErrors.email_taken, identityErrors.person_unknown],
});

const disableAccount = route({
  method: 'POST',
  path: '/accounts/:id/disable',
  summary: 'Disables the account; its sessions and open connections end.',
  access,
  params: idParams,
  body: reasoned,
  response: accountDetail,
  errors: [identityErrors.own_account, identityErrors.last_administrator],
});

const enableAccount = route({ method: 'POST', path: '/accounts/:id/enable', summary: 'Enables the account again.', access, params: idParams, body: reasoned, response: accountDetail });

const issueCode = route({
  method: 'POST',
  path: '/accounts/:id/one-time-code',
  summary: 'Issues a one-time code and ends the older ones. The code is shown in this answer and never again.',
  access,
  params: idParams,
  response: z.object({ code: z.string(), expiresAt: instant }),
  errors: [identityErrors.disabled_gets_no_code],
  ownTransaction: true,
});

export const accountRoutes = { listAccounts, getAccount, createAccount, disableAccount, enableAccount, issueCode };
