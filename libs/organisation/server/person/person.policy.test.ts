import { describe, expect, it } from 'vitest';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { mayCorrect, maySeeContact, visiblePeople } from './person.policy.ts';

const actor = (...grants: [Role, ScopeType, number][]): Actor => ({
  accountId: 1, personId: null, sessionId: 1, displayName: 'Thu', grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});

describe('visiblePeople', () => {
  it.each([
    ['an administrator', actor(['SYSTEM_ADMIN', 'GLOBAL', 0]), { everyone: true }],
    ['a manager of the province', actor(['TRAINING_MANAGER', 'GLOBAL', 0]), { everyone: true }],
    ['a coordinator', actor(['CLASS_COORDINATOR', 'INSTITUTION', 7]), { everyone: true }],
    ['a certificate officer', actor(['CERTIFICATE_OFFICER', 'INSTITUTION', 7]), { everyone: true }],
    ['the head of two units', actor(['UNIT_HEAD', 'ORG_SUBTREE', 3], ['UNIT_FOCAL_POINT', 'ORG_SUBTREE', 4]), { everyone: false, subtreeIds: [3, 4] }],
    ['a manager of one subtree', actor(['TRAINING_MANAGER', 'ORG_SUBTREE', 9]), { everyone: false, subtreeIds: [9] }],
    ['a lecturer', actor(['LECTURER', 'INSTITUTION', 7]), { everyone: false, subtreeIds: [] }],
    ['somebody without a role', actor(), { everyone: false, subtreeIds: [] }],
  ])('%s', (_, who, scope) => expect(visiblePeople(who)).toEqual(scope));
});

describe('maySeeContact', () => {
  it.each([
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 3]), true],
    [actor(['CLASS_COORDINATOR', 'GLOBAL', 0]), false],
    [actor(), false],
  ])('%#', (who, may) => expect(maySeeContact(who)).toBe(may));
});

describe('mayCorrect', () => {
  it.each([
    [actor(['SYSTEM_ADMIN', 'GLOBAL', 0]), true],
    [actor(['SYSTEM_ADMIN', 'INSTITUTION', 7]), false],
    [actor(['TRAINING_MANAGER', 'GLOBAL', 0]), false],
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 3]), false],
    [actor(), false],
  ])('%#', (who, may) => expect(mayCorrect(who)).toBe(may));
});
