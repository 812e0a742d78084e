import { hasGlobalRole, type Actor } from '@halong/platform/contract';

/** Lists of the whole province are the business of those who administer the whole installation. */
export const mayImport = (actor: Actor): boolean => hasGlobalRole(actor, 'SYSTEM_ADMIN');
