import { reachesClass } from '@halong/classes/server';
import { scopeIds, type Actor } from '@halong/platform/contract';

/** Where a class stands in the organisation: what scopes of roles are compared with. */
export interface ClassPlace {
  id: number;
  institutionId: number;
  /** Host and organising unit with everything above them. */
  unitIds: readonly number[];
  /** The actor is its supervisor or coordinator by name. */
  isStaff: boolean;
}

/** Admits, rejects, changes states: the coordinator of the class (by name or role), its host or everywhere, and the training manager. */
export const runsClass = (actor: Actor, place: ClassPlace): boolean => place.isStaff || reachesClass(actor, place, 'CLASS_COORDINATOR') || reachesClass(actor, place, 'TRAINING_MANAGER');

/** Units (each with everything below) for which the actor sends people. */
export const unitsOf = (actor: Actor): number[] => [...new Set(scopeIds(actor, 'ORG_SUBTREE', 'UNIT_HEAD', 'UNIT_FOCAL_POINT'))];

/** Prepares a list: the head and the focal point of the unit or of one above it. In: the unit with its ancestors. */
export const preparesFor = (actor: Actor, lineage: readonly number[]): boolean => unitsOf(actor).some((unitId) => lineage.includes(unitId));

/** Sends a list: the head alone (domain §2.3, "by unit head"). */
export const submitsFor = (actor: Actor, lineage: readonly number[]): boolean => scopeIds(actor, 'ORG_SUBTREE', 'UNIT_HEAD').some((unitId) => lineage.includes(unitId));

/** Which enrolments of a class the actor sees. */
export type TraineeScope = { everyone: true } | { everyone: false; subtreeIds: number[] };

/** All for who runs or teaches the class, certifies or administers; their own people for unit heads; otherwise none. */
export function visibleTrainees(actor: Actor, place: ClassPlace, teaches: boolean): TraineeScope {
  const everyone = teaches || runsClass(actor, place) || reachesClass(actor, place, 'CERTIFICATE_OFFICER') || reachesClass(actor, place, 'SYSTEM_ADMIN') || scopeIds(actor, 'CLASS', 'LECTURER').includes(place.id);
  return everyone ? { everyone } : { everyone, subtreeIds: unitsOf(actor) };
}
