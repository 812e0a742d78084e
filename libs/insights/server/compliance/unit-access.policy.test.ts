import { describe, expect, it } from 'vitest';
import { roles, type Actor, type Role, type ScopeType } from '@halong/platform/contract';
import { maySeeOverview, maySeeUnit } from './unit-access.policy.ts';

const actor = (...grants: [Role, ScopeType, number][]): Actor => ({
  accountId: 1, personId: 1, sessionId: 1, displayName: 'Yến', grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});
const lineage = [12, 3, 1];

describe('numbers of a unit', () => {
  it.each([
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 12]), true],
    [actor(['UNIT_FOCAL_POINT', 'ORG_SUBTREE', 3]), true],
    [actor(['UNIT_HEAD', 'ORG_SUBTREE', 13]), false],
    [actor(['TRAINING_MANAGER', 'ORG_SUBTREE', 3]), true],
    [actor(['TRAINING_MANAGER', 'INSTITUTION', 3]), false],
    [actor(['TRAINING_MANAGER', 'GLOBAL', 0]), true],
    [actor(['SYSTEM_ADMIN', 'GLOBAL', 0]), true],
    [actor(['CLASS_COORDINATOR', 'GLOBAL', 0]), false],
    [actor(['LECTURER', 'CLASS', 12]), false],
    [actor(), false],
  ])('%#', (who, may) => expect(maySeeUnit(who, lineage)).toBe(may));

  it('a unit that does not exist is nobody’s', () => expect(maySeeUnit(actor(['SYSTEM_ADMIN', 'GLOBAL', 0]), [])).toBe(false));
});

it('the overview is the training manager’s and the administrator’s', () => {
  expect(roles.filter((role) => maySeeOverview(actor([role, 'GLOBAL', 0])))).toEqual(['SYSTEM_ADMIN', 'TRAINING_MANAGER']);
  expect(roles.filter((role) => maySeeOverview(actor([role, 'ORG_SUBTREE', 1])))).toEqual([]);
});
