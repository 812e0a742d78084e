import { hasGlobalRole, type Actor } from '@halong/platform/contract';

/** The catalogue belongs to the whole province: only those who hold their role everywhere change it. */
export function mayEditCatalogue(actor: Actor): boolean {
  return hasGlobalRole(actor, 'SYSTEM_ADMIN', 'TRAINING_MANAGER');
}
