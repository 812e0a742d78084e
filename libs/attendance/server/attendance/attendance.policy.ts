import { hasGlobalRole, scopeIds, type Actor, type Role } from '@halong/platform/contract';

/** Who has to do with a session: its lecturers, the staff of its class, where the class is hosted. */
export interface SessionPeople {
  classId: number;
  institutionId: number;
  institutionPath: readonly number[];
  lecturers: readonly { personId: number }[];
  staff: readonly { personId: number; role: string }[];
}

const holds = (actor: Actor, role: Role, { classId, institutionId, institutionPath }: SessionPeople): boolean =>
  hasGlobalRole(actor, role) ||
  scopeIds(actor, 'CLASS', role).includes(classId) ||
  scopeIds(actor, 'INSTITUTION', role).includes(institutionId) ||
  scopeIds(actor, 'ORG_SUBTREE', role).some((unitId) => institutionPath.includes(unitId));

const isOneOf = (actor: Actor, people: readonly { personId: number }[]): boolean => actor.personId !== null && people.some((one) => one.personId === actor.personId);

export const isLecturer = (actor: Actor, session: SessionPeople): boolean => isOneOf(actor, session.lecturers);

/** By a role with this class in its scope, or named as the coordinator of the class. */
export const isCoordinator = (actor: Actor, session: SessionPeople): boolean =>
  holds(actor, 'CLASS_COORDINATOR', session) || isOneOf(actor, session.staff.filter((one) => one.role === 'COORDINATOR'));

/** Lecturers of the session, staff of the class, and those who oversee it. Trainees see their own record only. */
export function maySeeAttendance(actor: Actor, session: SessionPeople): boolean {
  return mayShowCode(actor, session) || hasGlobalRole(actor, 'SYSTEM_ADMIN') || holds(actor, 'TRAINING_MANAGER', session);
}

/** The projector page is for those who run the session. */
export function mayShowCode(actor: Actor, session: SessionPeople): boolean {
  return isLecturer(actor, session) || isCoordinator(actor, session) || isOneOf(actor, session.staff);
}

/** In which roles the actor changes attendance here; empty when not at all. */
export function changingRoles(actor: Actor, session: SessionPeople): ('LECTURER' | 'CLASS_COORDINATOR')[] {
  return [...(isLecturer(actor, session) ? (['LECTURER'] as const) : []), ...(isCoordinator(actor, session) ? (['CLASS_COORDINATOR'] as const) : [])];
}

/** What the actor may do with the attendance of this session; `locked` is that of now. */
export function attendanceCanOf(actor: Actor, session: SessionPeople, now: { locked: boolean; begun: boolean; ended: boolean; cancelled: boolean }) {
  const roles = changingRoles(actor, session);
  const coordinator = roles.includes('CLASS_COORDINATOR');
  const change = !now.cancelled && (coordinator || (roles.length > 0 && !now.locked));
  return {
    mark: change && now.begun,
    excuse: change && coordinator,
    lock: change && now.ended && !now.locked,
    showCode: mayShowCode(actor, session) && !now.cancelled,
    late: now.locked,
  };
}
