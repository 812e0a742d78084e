import { hasGlobalRole, scopeIds, type Actor } from '@halong/platform/contract';

/** In which classes somebody issues certificates; the parts are alternatives. */
export interface IssuingScope {
  everything: boolean;
  classIds: number[];
  institutionIds: number[];
  subtreeIds: number[];
}

export const issuesIn = (actor: Actor): IssuingScope => ({
  everything: hasGlobalRole(actor, 'CERTIFICATE_OFFICER'),
  classIds: scopeIds(actor, 'CLASS', 'CERTIFICATE_OFFICER'),
  institutionIds: scopeIds(actor, 'INSTITUTION', 'CERTIFICATE_OFFICER'),
  subtreeIds: scopeIds(actor, 'ORG_SUBTREE', 'CERTIFICATE_OFFICER'),
});
