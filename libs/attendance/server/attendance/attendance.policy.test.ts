import type { Actor, RoleGrant } from '@halong/platform/contract';
import { describe, expect, it } from 'vitest';
import { attendanceCanOf, changingRoles, maySeeAttendance, mayShowCode, type SessionPeople } from './attendance.policy.ts';

const session: SessionPeople = {
  classId: 7, institutionId: 3, institutionPath: [3, 2, 1], lecturers: [{ personId: 40 }],
  staff: [{ personId: 50, role: 'COORDINATOR' }, { personId: 51, role: 'SUPERVISOR' }],
};
const actor = (personId: number | null, ...grants: [RoleGrant['role'], RoleGrant['scopeType'], number][]): Actor => ({
  accountId: 1, sessionId: 1, displayName: 'Thử', personId, grants: grants.map(([role, scopeType, scopeId]) => ({ role, scopeType, scopeId })),
});

describe('who has to do with the attendance of a session', () => {
  it.each([
    ['its lecturer', actor(40), true, true, ['LECTURER']],
    ['a lecturer of other sessions', actor(41, ['LECTURER', 'INSTITUTION', 3]), false, false, []],
    ['a coordinator everywhere', actor(null, ['CLASS_COORDINATOR', 'GLOBAL', 0]), true, true, ['CLASS_COORDINATOR']],
    ['the coordinator of the institution', actor(null, ['CLASS_COORDINATOR', 'INSTITUTION', 3]), true, true, ['CLASS_COORDINATOR']],
    ['the coordinator of another institution', actor(null, ['CLASS_COORDINATOR', 'INSTITUTION', 4]), false, false, []],
    ['the coordinator of the class', actor(null, ['CLASS_COORDINATOR', 'CLASS', 7]), true, true, ['CLASS_COORDINATOR']],
    ['the coordinator of another class', actor(null, ['CLASS_COORDINATOR', 'CLASS', 8]), false, false, []],
    ['the coordinator by name', actor(50), true, true, ['CLASS_COORDINATOR']],
    ['the supervisor', actor(51), true, true, []],
    ['a lecturer who coordinates', actor(40, ['CLASS_COORDINATOR', 'CLASS', 7]), true, true, ['LECTURER', 'CLASS_COORDINATOR']],
    ['a manager everywhere', actor(null, ['TRAINING_MANAGER', 'GLOBAL', 0]), true, false, []],
    ['a manager above the institution', actor(null, ['TRAINING_MANAGER', 'ORG_SUBTREE', 1]), true, false, []],
    ['a manager elsewhere', actor(null, ['TRAINING_MANAGER', 'ORG_SUBTREE', 9]), false, false, []],
    ['an administrator', actor(null, ['SYSTEM_ADMIN', 'GLOBAL', 0]), true, false, []],
    ['a unit head', actor(null, ['UNIT_HEAD', 'ORG_SUBTREE', 1]), false, false, []],
    ['a certificate officer', actor(null, ['CERTIFICATE_OFFICER', 'GLOBAL', 0]), false, false, []],
    ['a trainee', actor(60), false, false, []],
    ['an account without a person', actor(null), false, false, []],
  ] as const)('%s', (_, who, sees, shows, roles) => {
    expect([maySeeAttendance(who, session), mayShowCode(who, session), changingRoles(who, session)]).toEqual([sees, shows, roles]);
  });
});

describe('what they may do', () => {
  const now = (more: Partial<Parameters<typeof attendanceCanOf>[2]> = {}) => ({ locked: false, begun: true, ended: false, cancelled: false, ...more });
  const lecturer = actor(40);
  const coordinator = actor(50);

  it.each([
    ['the lecturer while it runs', lecturer, now(), 'mark showCode'],
    ['the lecturer before it begins', lecturer, now({ begun: false }), 'showCode'],
    ['the lecturer after it', lecturer, now({ ended: true }), 'mark lock showCode'],
    ['the lecturer after the lock', lecturer, now({ ended: true, locked: true }), 'showCode late'],
    ['the coordinator before it begins', coordinator, now({ begun: false }), 'excuse showCode'],
    ['the coordinator after it', coordinator, now({ ended: true }), 'mark excuse lock showCode'],
    ['the coordinator after the lock', coordinator, now({ ended: true, locked: true }), 'mark excuse showCode late'],
    ['the coordinator of a cancelled session', coordinator, now({ cancelled: true }), ''],
    ['the supervisor', actor(51), now(), 'showCode'],
    ['a manager', actor(null, ['TRAINING_MANAGER', 'GLOBAL', 0]), now(), ''],
  ] as const)('%s', (_, who, when, expected) => {
    const can = Object.entries(attendanceCanOf(who, session, when)).filter(([, may]) => may).map(([name]) => name);
    expect(can.join(' ')).toBe(expected);
  });
});
