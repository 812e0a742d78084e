import { hasGlobalRole, scopeIds, type Actor, type Role } from '@halong/platform/contract';

/** Where a class stands and who works in it: what the scopes of roles are compared with. */
export interface ClassSurroundings {
  id: number;
  institutionId: number;
  /** Host and organising unit with everything above them. */
  unitIds: readonly number[];
  /** People who teach a session of it. */
  lecturerIds: readonly number[];
  /** People who look after it. */
  staffIds: readonly number[];
}

const scoped: readonly Role[] = ['CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'];

/** A grant of this role covers the class: everywhere, for the class itself, for its institution, or for a unit that it belongs to. */
export function reachesClass(actor: Actor, place: Pick<ClassSurroundings, 'id' | 'institutionId' | 'unitIds'>, role: Role): boolean {
  return (
    hasGlobalRole(actor, role) ||
    scopeIds(actor, 'CLASS', role).includes(place.id) ||
    scopeIds(actor, 'INSTITUTION', role).includes(place.institutionId) ||
    scopeIds(actor, 'ORG_SUBTREE', role).some((unitId) => place.unitIds.includes(unitId))
  );
}

/** Whether where a class stands in the tree of units says anything about this person's roles in it. */
export const followsTheTree = (actor: Actor): boolean => scopeIds(actor, 'ORG_SUBTREE', ...scoped).length > 0;

/** A lecturer is one of this class only by teaching in it or by a grant for it; a grant for an institution says nothing about the class. */
function teaches(actor: Actor, place: ClassSurroundings): boolean {
  return scopeIds(actor, 'CLASS', 'LECTURER').includes(place.id) || (actor.personId !== null && place.lecturerIds.includes(actor.personId));
}

/** The roles that this person holds in this class. */
export function rolesInClass(actor: Actor, place: ClassSurroundings): Role[] {
  const held = scoped.filter((role) => reachesClass(actor, place, role));
  if (!held.includes('CLASS_COORDINATOR') && actor.personId !== null && place.staffIds.includes(actor.personId)) held.push('CLASS_COORDINATOR');
  return teaches(actor, place) ? [...held, 'LECTURER'] : held;
}

/** Units, each with everything below, whose people this person may follow. */
export const followedUnits = (actor: Actor): number[] => [...new Set(scopeIds(actor, 'ORG_SUBTREE', 'UNIT_HEAD', 'UNIT_FOCAL_POINT'))];
