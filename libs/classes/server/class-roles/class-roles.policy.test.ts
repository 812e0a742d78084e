import { describe, expect, it } from 'vitest';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { followedUnits, rolesInClass, type ClassSurroundings } from './class-roles.policy.ts';

const actor = (personId: number | null, ...grants: [Role, ScopeType, number][]): Actor => ({
  accountId: 1, personId, sessionId: 1, displayName: 'Thu', grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});
const place: ClassSurroundings = { id: 5, institutionId: 70, unitIds: [70, 80, 7, 1], lecturerIds: [31], staffIds: [41] };

describe('roles in a class', () => {
  it.each([
    [actor(9, ['CLASS_COORDINATOR', 'GLOBAL', 0]), ['CLASS_COORDINATOR']],
    [actor(9, ['CLASS_COORDINATOR', 'INSTITUTION', 70]), ['CLASS_COORDINATOR']],
    [actor(9, ['CLASS_COORDINATOR', 'INSTITUTION', 71]), []],
    [actor(9, ['CLASS_COORDINATOR', 'CLASS', 5]), ['CLASS_COORDINATOR']],
    [actor(9, ['CLASS_COORDINATOR', 'CLASS', 6]), []],
    [actor(41), ['CLASS_COORDINATOR']],
    [actor(41, ['CLASS_COORDINATOR', 'GLOBAL', 0]), ['CLASS_COORDINATOR']],
    [actor(9, ['TRAINING_MANAGER', 'ORG_SUBTREE', 7]), ['TRAINING_MANAGER']],
    [actor(9, ['TRAINING_MANAGER', 'ORG_SUBTREE', 9]), []],
    [actor(9, ['CERTIFICATE_OFFICER', 'INSTITUTION', 70]), ['CERTIFICATE_OFFICER']],
    [actor(9, ['CERTIFICATE_OFFICER', 'INSTITUTION', 71]), []],
    [actor(31, ['LECTURER', 'GLOBAL', 0]), ['LECTURER']],
    [actor(9, ['LECTURER', 'GLOBAL', 0]), []],
    [actor(9, ['LECTURER', 'INSTITUTION', 70]), []],
    [actor(9, ['LECTURER', 'CLASS', 5]), ['LECTURER']],
    [actor(9, ['UNIT_HEAD', 'ORG_SUBTREE', 1]), []],
    [actor(null), []],
  ] as const)('%#', (who, roles) => expect(rolesInClass(who, place)).toEqual(roles));

  it('a head and focal point of one unit follows it once', () => {
    expect(followedUnits(actor(1, ['UNIT_HEAD', 'ORG_SUBTREE', 3], ['UNIT_FOCAL_POINT', 'ORG_SUBTREE', 3], ['TRAINING_MANAGER', 'ORG_SUBTREE', 8]))).toEqual([3]);
  });
});
