import { hasGlobalRole, scopeIds, type Actor } from '@halong/platform/contract';

/** Which sessions somebody leads. */
export interface LedScope {
  everything: boolean;
  institutionIds: number[];
  classIds: number[];
  /** Their own as a lecturer or as staff of the class; 0 for accounts without a person. */
  personId: number;
}

/** Coordinators lead the classes of their scope; lecturers and class staff their own. Managers of the province see all. */
export function ledBy(actor: Actor): LedScope {
  return {
    everything: hasGlobalRole(actor, 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'),
    institutionIds: scopeIds(actor, 'INSTITUTION', 'CLASS_COORDINATOR', 'TRAINING_MANAGER'),
    classIds: scopeIds(actor, 'CLASS', 'CLASS_COORDINATOR', 'LECTURER'),
    personId: actor.personId ?? 0,
  };
}
