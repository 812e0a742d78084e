import { describe, expect, it } from 'vitest';
import type { Actor, RoleGrant } from '@halong/platform/contract';
import { abilitiesOn, mayManageAccounts } from './account.policy.ts';

const actor = (...grants: RoleGrant[]): Actor => ({ accountId: 1, personId: 1, sessionId: 1, displayName: 'Thu', grants });
const admin: RoleGrant = { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 };
const none = { grant: false, disable: false, enable: false, issueCode: false };

describe('who manages accounts', () => {
  it.each<[string, RoleGrant[], boolean]>([
    ['the system administrator', [admin], true],
    ['a training manager', [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }], false],
    ['an "administrator" of one unit', [{ role: 'SYSTEM_ADMIN', scopeType: 'ORG_SUBTREE', scopeId: 3 }], false],
    ['a trainee', [], false],
  ])('%s', (_, grants, may) => expect(mayManageAccounts(actor(...grants))).toBe(may));

  it.each([
    ['another account', { id: 2, disabledAt: null }, { grant: true, disable: true, enable: false, issueCode: true }],
    ['a disabled account', { id: 2, disabledAt: new Date(0) }, { grant: true, disable: false, enable: true, issueCode: false }],
    ['the own account', { id: 1, disabledAt: null }, { grant: true, disable: false, enable: false, issueCode: true }],
  ])('on %s', (_, account, can) => {
    expect(abilitiesOn(actor(admin), account)).toEqual(can);
    expect(abilitiesOn(actor(), account)).toEqual(none);
  });
});
