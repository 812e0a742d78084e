import { describe, expect, it } from 'vitest';
import { roles, scopeTypes, type Actor } from '@halong/platform/contract';
import { mayEditCatalogue } from './programme.policy.ts';

const may = new Set(['SYSTEM_ADMIN GLOBAL', 'TRAINING_MANAGER GLOBAL']);
const cases = roles.flatMap((role) => scopeTypes.map((scopeType) => ({ role, scopeType, allowed: may.has(`${role} ${scopeType}`) })));

describe('who may edit the catalogue', () => {
  it.each(cases)('$role with $scopeType: $allowed', ({ role, scopeType, allowed }) => {
    const actor: Actor = { accountId: 1, personId: null, sessionId: 1, displayName: '', grants: [{ role, scopeType, scopeId: 0 }] };
    expect(mayEditCatalogue(actor)).toBe(allowed);
  });
});
