import { hasGlobalRole, type Actor } from '@halong/platform/contract';
import type { Account } from './account.ts';

/** Accounts, roles and codes are the system administrator's alone. */
export const mayManageAccounts = (actor: Actor): boolean => hasGlobalRole(actor, 'SYSTEM_ADMIN');

type Subject = Pick<Account, 'id' | 'disabledAt'>;

/** What the actor may do to this account. Nobody ends their own access by mistake. */
export function abilitiesOn(actor: Actor, account: Subject): { grant: boolean; disable: boolean; enable: boolean; issueCode: boolean } {
  const manages = mayManageAccounts(actor);
  const enabled = account.disabledAt === null;
  return {
    grant: manages,
    disable: manages && enabled && account.id !== actor.accountId,
    enable: manages && !enabled,
    issueCode: manages && enabled,
  };
}
