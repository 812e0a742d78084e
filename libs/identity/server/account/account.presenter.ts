import type { AccountDetail, AccountItem, AccountState, Me } from '@halong/identity/contract';
import { personasOf } from '@halong/identity/contract';
import type { Actor, Language } from '@halong/platform/contract';
import type { DatedGrant } from '../role/role-grant.rules.ts';
import { abilitiesOn, mayManageAccounts } from './account.policy.ts';
import type { Account } from './account.ts';

interface Scoped extends DatedGrant {
  scopeNameVi: string | null;
  scopeNameEn: string | null;
}

interface Grant extends Scoped {
  id: number;
  endedAt: Date | null;
  reason: string | null;
  grantedBy: string | null;
  current: boolean;
}

interface Device {
  id: number;
  userAgent: string;
  ownDevice: boolean;
  createdAt: Date;
  seenAt: Date;
}

export interface ListedAccount {
  id: number;
  login: string;
  displayName: string;
  personId: number | null;
  email: string | null;
  hasPassword: boolean;
  disabledAt: Date | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function stateOf({ hasPassword, disabledAt }: Pick<ListedAccount, 'hasPassword' | 'disabledAt'>): AccountState {
  if (disabledAt) return 'DISABLED';
  return hasPassword ? 'ACTIVE' : 'WAITING';
}

const presentScope = ({ role, scopeType, scopeId, scopeNameVi, scopeNameEn }: Scoped, language: Language) => ({
  role, scopeType, scopeId, scopeName: language === 'en' ? scopeNameEn : scopeNameVi,
});

/** One row of the list; `grants` are the account's roles of today. */
export function presentItem(account: ListedAccount, about: { unitName: string | null; lastSeenAt: Date | null; grants: readonly Scoped[] }, language: Language): AccountItem {
  const { id, login, displayName, personId, email } = account;
  return {
    id, login, displayName, personId, email, state: stateOf(account), unitName: about.unitName, lastSeenAt: iso(about.lastSeenAt),
    roles: about.grants.map((grant) => presentScope(grant, language)),
  };
}

/** One account in full, with what this actor may do to it. */
export function presentDetail(
  actor: Actor,
  account: Account,
  about: { unitName: string | null; lastSeenAt: Date | null; grants: readonly Grant[]; devices: readonly Device[]; codeExpiresAt: Date | null },
  language: Language,
): AccountDetail {
  const grants = about.grants.map((grant) => ({
    ...presentScope(grant, language), id: grant.id, validFrom: grant.validFrom, validTo: grant.validTo, current: grant.current,
    endedAt: iso(grant.endedAt), reason: grant.reason, grantedBy: grant.grantedBy,
  }));
  const listed = { ...account, hasPassword: account.passwordHash !== null };
  return {
    ...presentItem(listed, { ...about, grants: about.grants.filter(({ current }) => current) }, language),
    language: account.language,
    version: account.version,
    createdAt: account.createdAt.toISOString(),
    disabledAt: iso(account.disabledAt),
    codeExpiresAt: iso(about.codeExpiresAt),
    grants,
    sessions: about.devices.map((device) => ({ ...device, createdAt: device.createdAt.toISOString(), seenAt: device.seenAt.toISOString() })),
    can: abilitiesOn(actor, account),
  };
}

/** Who is signed in, with the homes that their roles give them. */
export function presentMe(
  who: { accountId: number; personId: number | null; login: string; displayName: string; language: Language; ownDevice: boolean },
  grants: readonly Scoped[],
): Me {
  const actor: Actor = { ...who, sessionId: 0, grants: [...grants] };
  return {
    ...who,
    roles: grants.map((grant) => presentScope(grant, who.language)),
    personas: personasOf({ personId: who.personId, grants }),
    can: { manageAccounts: mayManageAccounts(actor) },
  };
}
