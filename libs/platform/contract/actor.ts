/** Roles that are granted with a scope. Everybody with a personnel record is also a trainee of their classes. */
export const roles = [
  'SYSTEM_ADMIN',
  'TRAINING_MANAGER',
  'CLASS_COORDINATOR',
  'LECTURER',
  'UNIT_HEAD',
  'UNIT_FOCAL_POINT',
  'CERTIFICATE_OFFICER',
] as const;
export type Role = (typeof roles)[number];

/** GLOBAL: everywhere. ORG_SUBTREE: a unit and all below. INSTITUTION: the classes of one institution. CLASS: one class. */
export const scopeTypes = ['GLOBAL', 'ORG_SUBTREE', 'INSTITUTION', 'CLASS'] as const;
export type ScopeType = (typeof scopeTypes)[number];

export interface RoleGrant {
  role: Role;
  scopeType: ScopeType;
  /** Unit, institution or class; 0 for GLOBAL. */
  scopeId: number;
}

/** Who is asking: loaded once per request from the session, with the roles valid today. */
export interface Actor {
  accountId: number;
  /** The personnel record, if the account belongs to one. */
  personId: number | null;
  sessionId: number;
  displayName: string;
  grants: RoleGrant[];
}

export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  return actor.grants.some((grant) => wanted.includes(grant.role));
}

export function hasGlobalRole(actor: Actor, ...wanted: Role[]): boolean {
  return actor.grants.some((grant) => wanted.includes(grant.role) && grant.scopeType === 'GLOBAL');
}

/** The ids for which the actor holds one of the roles with this kind of scope. */
export function scopeIds(actor: Actor, scopeType: ScopeType, ...wanted: Role[]): number[] {
  return actor.grants.filter((grant) => grant.scopeType === scopeType && wanted.includes(grant.role)).map((grant) => grant.scopeId);
}
