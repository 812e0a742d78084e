import { z } from 'zod';
import { day, id, roles, route, scopeTypes, type Role, type RoleGrant, type ScopeType, type TextPair } from '@halong/platform/contract';
import { accountDetail, reason, version } from './account.ts';
import { identityErrors } from './identity.errors.ts';

/** What people call the roles. */
export const roleNames: Record<Role, TextPair> = {
  SYSTEM_ADMIN: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  TRAINING_MANAGER: { vi: 'Cán bộ quản lý đào tạo', en: 'Training manager' },
  CLASS_COORDINATOR: { vi: 'Giáo vụ', en: 'Class coordinator' },
  LECTURER: { vi: 'Giảng viên', en: 'Lecturer' },
  UNIT_HEAD: { vi: 'Thủ trưởng đơn vị', en: 'Unit head' },
  UNIT_FOCAL_POINT: { vi: 'Cán bộ đầu mối', en: 'Unit focal point' },
  CERTIFICATE_OFFICER: { vi: 'Cán bộ quản lý chứng chỉ', en: 'Certificate officer' },
};

export const scopeNames: Record<ScopeType, TextPair> = {
  GLOBAL: { vi: 'Toàn hệ thống', en: 'Everywhere' },
  ORG_SUBTREE: { vi: 'Đơn vị và các đơn vị trực thuộc', en: 'A unit and everything below it' },
  INSTITUTION: { vi: 'Cơ sở đào tạo, bồi dưỡng', en: 'A training institution' },
  CLASS: { vi: 'Một lớp', en: 'One class' },
};

/** Which scopes make sense for a role; the first one is offered first. */
export const scopesOfRole: Record<Role, readonly ScopeType[]> = {
  SYSTEM_ADMIN: ['GLOBAL'],
  TRAINING_MANAGER: ['GLOBAL', 'ORG_SUBTREE', 'INSTITUTION'],
  CLASS_COORDINATOR: ['INSTITUTION', 'CLASS', 'GLOBAL'],
  LECTURER: ['INSTITUTION', 'CLASS', 'GLOBAL'],
  UNIT_HEAD: ['ORG_SUBTREE'],
  UNIT_FOCAL_POINT: ['ORG_SUBTREE'],
  CERTIFICATE_OFFICER: ['INSTITUTION', 'GLOBAL'],
};

/** The homes that Halong has. A person may have several. */
export const personas = ['trainee', 'lecturer', 'coordinator', 'unit-head', 'manager', 'certificate', 'admin'] as const;
export type Persona = (typeof personas)[number];

const personaOfRole: Record<Role, Persona> = {
  LECTURER: 'lecturer',
  CLASS_COORDINATOR: 'coordinator',
  UNIT_HEAD: 'unit-head',
  UNIT_FOCAL_POINT: 'unit-head',
  TRAINING_MANAGER: 'manager',
  CERTIFICATE_OFFICER: 'certificate',
  SYSTEM_ADMIN: 'admin',
};

/** Which homes somebody has: whoever has a personnel record is a trainee, every role adds its own. */
export function personasOf(who: { personId: number | null; grants: readonly Pick<RoleGrant, 'role'>[] }): Persona[] {
  const have = new Set(who.grants.map(({ role }) => personaOfRole[role]));
  if (who.personId !== null) have.add('trainee');
  return personas.filter((persona) => have.has(persona));
}

const findClasses = route({
  method: 'GET',
  path: '/role-classes',
  summary: 'Classes to choose from as the scope of a role, the newest first.',
  access: ['SYSTEM_ADMIN'],
  query: z.object({ search: z.string().trim().max(100).default('') }),
  response: z.object({ items: z.array(z.object({ id: z.number().int(), name: z.string() })) }),
});

const grantRole = route({
  method: 'POST',
  path: '/accounts/:id/grants',
  summary: 'Grants a role with a scope and dates.',
  access: ['SYSTEM_ADMIN'],
  params: z.object({ id }),
  body: z.strictObject({
    role: z.enum(roles),
    scopeType: z.enum(scopeTypes),
    /** The unit, institution or class; 0 for GLOBAL. */
    scopeId: z.number().int().min(0),
    validFrom: day,
    validTo: day.nullish(),
    reason,
    version,
  }),
  response: accountDetail,
  errors: [identityErrors.grant_scope, identityErrors.grant_unit_unknown, identityErrors.grant_class_unknown, identityErrors.grant_dates, identityErrors.grant_held],
});

const withdrawRole = route({
  method: 'DELETE',
  path: '/accounts/:id/grants/:grantId',
  summary: 'Withdraws a role at once.',
  access: ['SYSTEM_ADMIN'],
  params: z.object({ id, grantId: id }),
  body: z.strictObject({ reason, version }),
  response: accountDetail,
  errors: [identityErrors.own_account, identityErrors.last_administrator],
});

export const roleRoutes = { findClasses, grantRole, withdrawRole };
