import { describe, expect, it } from 'vitest';
import { roles, type Actor, type Role, type ScopeType } from '@halong/platform/contract';
import { canDo, isOfficer, maySee, registerScope } from './certificate.policy.ts';

const actor = (personId: number | null, ...grants: [Role, ScopeType, number][]): Actor => ({
  accountId: 1, personId, sessionId: 1, displayName: 'Lan', grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});

describe('one certificate', () => {
  it.each([
    ['its holder', actor(7), [], false, true],
    ['another trainee', actor(8), [], false, false],
    ['an account without a person', actor(null), [], false, false],
    ['the head of the unit', actor(9), [], true, true],
    ['a lecturer of the class', actor(9), ['LECTURER'], false, false],
  ] as const)('%s', (_, who, held, follows, may) => expect(maySee(who, { personId: 7, held, follows })).toBe(may));

  it('is seen by these roles of its class, and issued or revoked by one', () => {
    expect(roles.filter((role) => maySee(actor(9), { personId: 7, held: [role], follows: false }))).toEqual(['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'CERTIFICATE_OFFICER']);
    expect(roles.filter((role) => isOfficer([role]))).toEqual(['CERTIFICATE_OFFICER']);
  });

  it.each([
    ['NUMBERED', false, { revoke: true, download: false }, { revoke: false, download: false }],
    ['ISSUED', true, { revoke: true, download: true }, { revoke: false, download: true }],
    ['REVOKED', true, { revoke: false, download: true }, { revoke: false, download: false }],
    ['REVOKED', false, { revoke: false, download: false }, { revoke: false, download: false }],
  ] as const)('%s with paper: %s', (state, hasPaper, officer, others) => {
    expect(canDo(['CERTIFICATE_OFFICER'], { state, hasPaper })).toEqual(officer);
    for (const held of [[], ['TRAINING_MANAGER'], ['CLASS_COORDINATOR', 'SYSTEM_ADMIN']] as const) expect(canDo(held, { state, hasPaper })).toEqual(others);
  });
});

describe('the register', () => {
  const nothing = { everything: false, institutionIds: [], subtreeIds: [] };
  it.each([
    [actor(1, ['CERTIFICATE_OFFICER', 'GLOBAL', 0]), { everything: true }],
    [actor(1, ['TRAINING_MANAGER', 'GLOBAL', 0]), { everything: true }],
    [actor(1, ['SYSTEM_ADMIN', 'GLOBAL', 0]), { everything: true }],
    [actor(1, ['CERTIFICATE_OFFICER', 'INSTITUTION', 70]), { ...nothing, institutionIds: [70] }],
    [actor(1, ['TRAINING_MANAGER', 'ORG_SUBTREE', 3]), { ...nothing, subtreeIds: [3] }],
    [actor(1, ['CLASS_COORDINATOR', 'GLOBAL', 0]), nothing],
    [actor(1, ['UNIT_HEAD', 'ORG_SUBTREE', 3]), nothing],
    [actor(1), nothing],
  ])('%#', (who, scope) => expect(registerScope(who)).toEqual(scope));
});
