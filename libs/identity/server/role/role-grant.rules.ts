import { identityErrors, scopesOfRole } from '@halong/identity/contract';
import type { ErrorDef, RoleGrant } from '@halong/platform/contract';

/** Days in the province, both inclusive; an open end is null. */
export interface Days {
  validFrom: string;
  validTo: string | null;
}

export type DatedGrant = RoleGrant & Days;

export const isValidOn = ({ validFrom, validTo }: Days, day: string): boolean => validFrom <= day && (validTo === null || validTo >= day);

const last = '9999-12-31';
const overlap = (one: Days, two: Days): boolean => one.validFrom <= (two.validTo ?? last) && two.validFrom <= (one.validTo ?? last);

/** Why this role cannot be granted so, or undefined. `held` are the account's grants that have not been withdrawn. */
export function grantFault(wanted: DatedGrant, held: readonly DatedGrant[], today: string): ErrorDef | undefined {
  const { role, scopeType, scopeId, validFrom, validTo } = wanted;
  if (!scopesOfRole[role].includes(scopeType) || (scopeType === 'GLOBAL') !== (scopeId === 0)) return identityErrors.grant_scope;
  if (validTo !== null && (validTo < validFrom || validTo < today)) return identityErrors.grant_dates;
  const same = held.filter((grant) => grant.role === role && grant.scopeType === scopeType && grant.scopeId === scopeId);
  return same.some((grant) => overlap(grant, wanted)) ? identityErrors.grant_held : undefined;
}
