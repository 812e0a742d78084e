import { describe, expect, it } from 'vitest';
import { roles } from '@halong/platform/contract';
import { personasOf, scopesOfRole, type Persona } from './role.ts';

describe('personas', () => {
  it.each<[string, Parameters<typeof personasOf>[0], Persona[]]>([
    ['a record alone makes a trainee', { personId: 5, grants: [] }, ['trainee']],
    ['an external lecturer is no trainee', { personId: null, grants: [{ role: 'LECTURER' }] }, ['lecturer']],
    ['head and focal point share one home', { personId: 5, grants: [{ role: 'UNIT_HEAD' }, { role: 'UNIT_FOCAL_POINT' }] }, ['trainee', 'unit-head']],
    ['roles keep the order of the homes', { personId: null, grants: [{ role: 'SYSTEM_ADMIN' }, { role: 'CERTIFICATE_OFFICER' }, { role: 'TRAINING_MANAGER' }] }, ['manager', 'certificate', 'admin']],
    ['nobody has no home', { personId: null, grants: [] }, []],
  ])('%s', (_, who, expected) => expect(personasOf(who)).toEqual(expected));

  it('every role gives a home and has a scope', () => {
    for (const role of roles) {
      expect(personasOf({ personId: null, grants: [{ role }] })).toHaveLength(1);
      expect(scopesOfRole[role].length).toBeGreaterThan(0);
    }
  });
});
