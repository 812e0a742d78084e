import { describe, expect, it } from 'vitest';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { mayKeepHolidays, mayWorkFor, mayWorkOn, rolesOn, visibleTo } from './training-class.policy.ts';

const actor = (role: Role, scopeType: ScopeType, scopeId = 0, personId: number | null = null): Actor => ({
  accountId: 1, personId, sessionId: 1, displayName: '', grants: [{ role, scopeType, scopeId }],
});
const place = { id: 7, institutionId: 3, isStaff: false };

describe('who works on class 7 of institution 3, and in which roles', () => {
  it.each([
    ['SYSTEM_ADMIN', 'GLOBAL', 0, true, []],
    ['TRAINING_MANAGER', 'GLOBAL', 0, true, ['TRAINING_MANAGER']],
    ['TRAINING_MANAGER', 'INSTITUTION', 3, true, ['TRAINING_MANAGER']],
    ['TRAINING_MANAGER', 'INSTITUTION', 4, false, []],
    ['TRAINING_MANAGER', 'ORG_SUBTREE', 3, false, []],
    ['CLASS_COORDINATOR', 'GLOBAL', 0, true, ['CLASS_COORDINATOR']],
    ['CLASS_COORDINATOR', 'INSTITUTION', 3, true, ['CLASS_COORDINATOR']],
    ['CLASS_COORDINATOR', 'INSTITUTION', 7, false, []],
    ['CLASS_COORDINATOR', 'CLASS', 7, true, ['CLASS_COORDINATOR']],
    ['CLASS_COORDINATOR', 'CLASS', 3, false, []],
    ['CERTIFICATE_OFFICER', 'GLOBAL', 0, false, ['CERTIFICATE_OFFICER']],
    ['CERTIFICATE_OFFICER', 'INSTITUTION', 3, false, ['CERTIFICATE_OFFICER']],
    ['CERTIFICATE_OFFICER', 'INSTITUTION', 4, false, []],
    ['LECTURER', 'GLOBAL', 0, false, []],
    ['LECTURER', 'CLASS', 7, false, []],
    ['UNIT_HEAD', 'ORG_SUBTREE', 3, false, []],
    ['UNIT_FOCAL_POINT', 'ORG_SUBTREE', 3, false, []],
  ] as const)('%s with %s %s: %s %j', (role, scopeType, scopeId, works, roles) => {
    expect(mayWorkOn(actor(role, scopeType, scopeId), place)).toBe(works);
    expect(rolesOn(actor(role, scopeType, scopeId), place)).toEqual(roles);
  });

  it('its staff by name do', () => {
    expect(mayWorkOn(actor('LECTURER', 'CLASS', 1), { ...place, isStaff: true })).toBe(true);
    expect(rolesOn(actor('LECTURER', 'CLASS', 1), { ...place, isStaff: true })).toEqual(['CLASS_COORDINATOR']);
  });
});

describe('which classes a list shows', () => {
  it.each([
    ['SYSTEM_ADMIN', 'GLOBAL'],
    ['TRAINING_MANAGER', 'GLOBAL'],
    ['CLASS_COORDINATOR', 'GLOBAL'],
    ['CERTIFICATE_OFFICER', 'GLOBAL'],
  ] as const)('%s with %s: all', (role, scopeType) => expect(visibleTo(actor(role, scopeType), [])).toEqual({ everything: true }));

  const nothing = { everything: false, institutionIds: [], classIds: [], subtreeIds: [], personId: null, nominating: false };
  it.each([
    ['CLASS_COORDINATOR', 'INSTITUTION', { institutionIds: [5] }],
    ['CLASS_COORDINATOR', 'CLASS', { classIds: [5] }],
    ['TRAINING_MANAGER', 'INSTITUTION', { institutionIds: [5] }],
    ['TRAINING_MANAGER', 'ORG_SUBTREE', { subtreeIds: [5] }],
    ['CERTIFICATE_OFFICER', 'INSTITUTION', { institutionIds: [5] }],
    ['LECTURER', 'CLASS', { classIds: [5] }],
    ['LECTURER', 'INSTITUTION', {}],
    ['LECTURER', 'GLOBAL', {}],
    ['UNIT_HEAD', 'ORG_SUBTREE', { nominating: true }],
    ['UNIT_FOCAL_POINT', 'ORG_SUBTREE', { nominating: true }],
  ] as const)('%s with %s: %j', (role, scopeType, expected) => expect(visibleTo(actor(role, scopeType, 5), [])).toEqual({ ...nothing, ...expected }));

  it('everybody sees what their part in it is, as downstream domains and the staff list say', () => {
    expect(visibleTo({ ...actor('LECTURER', 'CLASS', 5, 9), grants: [] }, [11, 12, 11])).toEqual({ ...nothing, classIds: [11, 12], personId: 9 });
  });
});

describe('who keeps rooms, bells and holidays', () => {
  it.each([
    ['SYSTEM_ADMIN', 'GLOBAL', 0, [true, true, true]],
    ['TRAINING_MANAGER', 'GLOBAL', 0, [true, true, true]],
    ['TRAINING_MANAGER', 'INSTITUTION', 3, [true, false, false]],
    ['CLASS_COORDINATOR', 'GLOBAL', 0, [true, false, false]],
    ['CLASS_COORDINATOR', 'INSTITUTION', 3, [true, false, false]],
    ['CLASS_COORDINATOR', 'INSTITUTION', 4, [false, false, false]],
    ['CLASS_COORDINATOR', 'CLASS', 3, [false, false, false]],
    ['LECTURER', 'INSTITUTION', 3, [false, false, false]],
  ] as const)('%s with %s %s: of institution 3, of the province, holidays %j', (role, scopeType, scopeId, expected) => {
    const who = actor(role, scopeType, scopeId);
    expect([mayWorkFor(who, 3), mayWorkFor(who, null), mayKeepHolidays(who)]).toEqual(expected);
  });
});
