import { hasGlobalRole, hasRole, scopeIds, type Actor } from '@halong/platform/contract';
import type { ClassActor } from './training-class.lifecycle.ts';

/** What a decision about a class asks of it. `isStaff`: the actor is its supervisor or coordinator by name. */
export interface ClassPlace {
  id: number;
  institutionId: number;
  isStaff: boolean;
}

/** Which classes a list may show; the parts are alternatives. */
export type ClassScope =
  | { everything: true }
  | { everything: false; institutionIds: number[]; classIds: number[]; subtreeIds: number[]; personId: number | null; nominating: boolean };

/**
 * Administrators, managers and certificate officers with a global role see everything; coordinators and officers of an institution
 * its classes; managers of a subtree what its institutions host or its units organise; staff and lecturers theirs; unit heads every class that takes nominations and those their people attend;
 * trainees the classes they attend. `audienceIds` is what downstream domains know (ClassAudiences).
 */
export function visibleTo(actor: Actor, audienceIds: readonly number[]): ClassScope {
  if (hasGlobalRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'CERTIFICATE_OFFICER')) return { everything: true };
  return {
    everything: false,
    institutionIds: scopeIds(actor, 'INSTITUTION', 'CLASS_COORDINATOR', 'CERTIFICATE_OFFICER', 'TRAINING_MANAGER'),
    classIds: [...new Set([...scopeIds(actor, 'CLASS', 'CLASS_COORDINATOR', 'LECTURER', 'CERTIFICATE_OFFICER'), ...audienceIds])],
    subtreeIds: scopeIds(actor, 'ORG_SUBTREE', 'TRAINING_MANAGER'),
    personId: actor.personId,
    nominating: hasRole(actor, 'UNIT_HEAD', 'UNIT_FOCAL_POINT'),
  };
}

const worksAt = (actor: Actor, institutionId: number): boolean => scopeIds(actor, 'INSTITUTION', 'CLASS_COORDINATOR', 'TRAINING_MANAGER').includes(institutionId);

/** The actor coordinates this class: everywhere, by institution, by class, or named in its staff. */
export function coordinates(actor: Actor, place: ClassPlace): boolean {
  if (hasGlobalRole(actor, 'CLASS_COORDINATOR') || place.isStaff) return true;
  return scopeIds(actor, 'INSTITUTION', 'CLASS_COORDINATOR').includes(place.institutionId) || scopeIds(actor, 'CLASS', 'CLASS_COORDINATOR').includes(place.id);
}

/** Plan, edit, make the timetable: administrators and managers everywhere or in their institution, coordinators in their classes. */
export function mayWorkOn(actor: Actor, place: ClassPlace): boolean {
  return hasGlobalRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER') || worksAt(actor, place.institutionId) || coordinates(actor, place);
}

/** Plan classes and keep rooms, bells and lecturers of an institution; null is the whole province. */
export function mayWorkFor(actor: Actor, institutionId: number | null): boolean {
  if (hasGlobalRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER')) return true;
  if (institutionId === null) return false;
  return hasGlobalRole(actor, 'CLASS_COORDINATOR') || worksAt(actor, institutionId);
}

/** Holidays are the province's. */
export function mayKeepHolidays(actor: Actor): boolean {
  return hasGlobalRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER');
}

/** As whom the actor may take steps of this class; the administrator of the system takes none. */
export function rolesOn(actor: Actor, place: ClassPlace): ClassActor[] {
  const holds = (role: 'TRAINING_MANAGER' | 'CERTIFICATE_OFFICER') => hasGlobalRole(actor, role) || scopeIds(actor, 'INSTITUTION', role).includes(place.institutionId);
  return [
    ...(holds('TRAINING_MANAGER') ? (['TRAINING_MANAGER'] as const) : []),
    ...(coordinates(actor, place) ? (['CLASS_COORDINATOR'] as const) : []),
    ...(holds('CERTIFICATE_OFFICER') ? (['CERTIFICATE_OFFICER'] as const) : []),
  ];
}
