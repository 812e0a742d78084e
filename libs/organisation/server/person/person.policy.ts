import { hasGlobalRole, hasRole, scopeIds, type Actor } from '@halong/platform/contract';

/** Everyone, or the people of these subtrees. */
export type PeopleScope = { everyone: true } | { everyone: false; subtreeIds: number[] };

/**
 * Which people the actor may see: administrators, managers and certificate officers everyone; coordinators everyone too
 * (they pick lecturers and answer nominations); unit heads and focal points their own subtree.
 */
export function visiblePeople(actor: Actor): PeopleScope {
  if (hasGlobalRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER')) return { everyone: true };
  if (hasRole(actor, 'CLASS_COORDINATOR', 'CERTIFICATE_OFFICER')) return { everyone: true };
  return { everyone: false, subtreeIds: scopeIds(actor, 'ORG_SUBTREE', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'TRAINING_MANAGER') };
}

/** Contact data and the masked personal id are for those who administer people or lead them. */
export function maySeeContact(actor: Actor): boolean {
  return hasRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CERTIFICATE_OFFICER');
}

/** A record is corrected, and its history read, by those who administer the whole installation. */
export const mayCorrect = (actor: Actor): boolean => hasGlobalRole(actor, 'SYSTEM_ADMIN');
