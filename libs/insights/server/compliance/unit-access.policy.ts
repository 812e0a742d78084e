import { hasGlobalRole, scopeIds, type Actor } from '@halong/platform/contract';

/** Whether the actor may see the numbers of a unit and the people behind them. `lineage`: the unit with everything above it. */
export function maySeeUnit(actor: Actor, lineage: readonly number[]): boolean {
  if (lineage.length === 0) return false;
  if (hasGlobalRole(actor, 'TRAINING_MANAGER', 'SYSTEM_ADMIN')) return true;
  return scopeIds(actor, 'ORG_SUBTREE', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'TRAINING_MANAGER').some((unitId) => lineage.includes(unitId));
}

/** The numbers of the whole province. */
export const maySeeOverview = (actor: Actor): boolean => hasGlobalRole(actor, 'TRAINING_MANAGER', 'SYSTEM_ADMIN');
