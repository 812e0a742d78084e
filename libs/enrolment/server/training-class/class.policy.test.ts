import { describe, expect, it } from 'vitest';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { preparesFor, runsClass, submitsFor, unitsOf, visibleTrainees, type ClassPlace } from './class.policy.ts';

const actor = (...grants: [Role, ScopeType, number][]): Actor => ({
  accountId: 1, personId: 1, sessionId: 1, displayName: 'Thu', grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});
const place: ClassPlace = { id: 5, institutionId: 70, unitIds: [70, 80, 7, 1], isStaff: false };

describe('runsClass', () => {
  it.each([
    [actor(['CLASS_COORDINATOR', 'GLOBAL', 0]), true],
    [actor(['CLASS_COORDINATOR', 'INSTITUTION', 70]), true],
    [actor(['CLASS_COORDINATOR', 'INSTITUTION', 71]), false],
    [actor(['CLASS_COORDINATOR', 'CLASS', 5]), true],
    [actor(['CLASS_COORDINATOR', 'CLASS', 6]), false],
    [actor(['TRAINING_MANAGER', 'ORG_SUBTREE', 7]), true],
    [actor(['TRAINING_MANAGER', 'ORG_SUBTREE', 80]), true],
    [actor(['TRAINING_MANAGER', 'ORG_SUBTREE', 9]), false],
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 1]), false],
    [actor(['LECTURER', 'CLASS', 5]), false],
    [actor(['SYSTEM_ADMIN', 'GLOBAL', 0]), false],
    [actor(), false],
  ])('%#', (who, may) => expect(runsClass(who, place)).toBe(may));
});

describe('staff by name', () => {
  it('runs its class', () => expect(runsClass(actor(), { ...place, isStaff: true })).toBe(true));
});

describe('lists of a unit', () => {
  const lineage = [12, 3, 1];
  it.each([
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 12]), true, true],
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 3]), true, true],
    [actor(['UNIT_FOCAL_POINT', 'ORG_SUBTREE', 12]), true, false],
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 13]), false, false],
    [actor(['TRAINING_MANAGER', 'ORG_SUBTREE', 12]), false, false],
    [actor(['CLASS_COORDINATOR', 'GLOBAL', 0]), false, false],
    [actor(), false, false],
  ])('%#', (who, prepares, submits) => expect([preparesFor(who, lineage), submitsFor(who, lineage)]).toEqual([prepares, submits]));

  it('names each unit once', () => expect(unitsOf(actor(['UNIT_HEAD', 'ORG_SUBTREE', 3], ['UNIT_FOCAL_POINT', 'ORG_SUBTREE', 3]))).toEqual([3]));
});

describe('visibleTrainees', () => {
  it.each([
    ['a coordinator', actor(['CLASS_COORDINATOR', 'INSTITUTION', 70]), false, { everyone: true }],
    ['who teaches it', actor(), true, { everyone: true }],
    ['a lecturer of the class', actor(['LECTURER', 'CLASS', 5]), false, { everyone: true }],
    ['a lecturer elsewhere in the institution', actor(['LECTURER', 'INSTITUTION', 70]), false, { everyone: false, subtreeIds: [] }],
    ['a certificate officer of the host', actor(['CERTIFICATE_OFFICER', 'INSTITUTION', 70]), false, { everyone: true }],
    ['a unit head', actor(['UNIT_HEAD', 'ORG_SUBTREE', 3]), false, { everyone: false, subtreeIds: [3] }],
    ['a trainee', actor(), false, { everyone: false, subtreeIds: [] }],
  ])('%s', (_, who, involved, scope) => expect(visibleTrainees(who, place, involved)).toEqual(scope));
});
