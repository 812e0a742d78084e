import type { CertificateState } from '@halong/certification/contract';
import { hasGlobalRole, scopeIds, type Actor, type Role } from '@halong/platform/contract';

/** A certificate, as its readers stand to it. */
export interface CertificatePlace {
  personId: number;
  /** Roles that the actor holds in the class of the certificate. */
  held: readonly Role[];
  /** The actor follows the unit that sent the person, or one where the person works now. */
  follows: boolean;
}

const readers: readonly Role[] = ['CERTIFICATE_OFFICER', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'SYSTEM_ADMIN'];

/** The holder, the head of their unit, and who works with the class; a lecturer has nothing to do with it. */
export function maySee(actor: Actor, { personId, held, follows }: CertificatePlace): boolean {
  return actor.personId === personId || follows || held.some((role) => readers.includes(role));
}

/** Numbering and revoking is the certificate officer's of the institution, and nobody else's. */
export const isOfficer = (held: readonly Role[]): boolean => held.includes('CERTIFICATE_OFFICER');

/** What somebody who sees a certificate may do with it: take it back, and have its paper. A withdrawn paper is for the officer's archive alone. */
export function canDo(held: readonly Role[], { state, hasPaper }: { state: CertificateState; hasPaper: boolean }): { revoke: boolean; download: boolean } {
  const officer = isOfficer(held);
  return { revoke: officer && state !== 'REVOKED', download: hasPaper && (state !== 'REVOKED' || officer) };
}

/** Whose register entries a list may show; the parts are alternatives. */
export type RegisterScope = { everything: true } | { everything: false; institutionIds: number[]; subtreeIds: number[] };

export function registerScope(actor: Actor): RegisterScope {
  const wanted: Role[] = ['CERTIFICATE_OFFICER', 'TRAINING_MANAGER'];
  if (hasGlobalRole(actor, 'SYSTEM_ADMIN', ...wanted)) return { everything: true };
  return { everything: false, institutionIds: scopeIds(actor, 'INSTITUTION', ...wanted), subtreeIds: scopeIds(actor, 'ORG_SUBTREE', ...wanted) };
}

