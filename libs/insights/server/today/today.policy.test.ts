import { describe, expect, it } from 'vitest';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { ledBy } from './today.policy.ts';

const actor = (personId: number | null, ...grants: [Role, ScopeType, number][]): Actor => ({
  accountId: 1, personId, sessionId: 1, displayName: 'Hằng', grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});

describe('ledBy', () => {
  it.each([
    ['a lecturer leads their own', actor(8, ['LECTURER', 'INSTITUTION', 3]), { everything: false, institutionIds: [], classIds: [], personId: 8 }],
    ['a coordinator leads the institution', actor(9, ['CLASS_COORDINATOR', 'INSTITUTION', 3]), { everything: false, institutionIds: [3], classIds: [], personId: 9 }],
    ['a coordinator of one class leads it', actor(9, ['CLASS_COORDINATOR', 'CLASS', 5]), { everything: false, institutionIds: [], classIds: [5], personId: 9 }],
    ['a manager of the province leads all', actor(null, ['TRAINING_MANAGER', 'GLOBAL', 0]), { everything: true, institutionIds: [], classIds: [], personId: 0 }],
    ['a trainee leads nothing of others', actor(7), { everything: false, institutionIds: [], classIds: [], personId: 7 }],
  ])('%s', (_, who, scope) => expect(ledBy(who)).toEqual(scope));
});
