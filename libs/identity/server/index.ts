import { accountRoutes, activationRoutes, roleRoutes, sessionRoutes } from '@halong/identity/contract';
import type { Domain } from '@halong/platform/server';
import { AccountEntity } from './account/account.entity.ts';
import { createAdmin } from './account/create-admin.command.ts';
import { OneTimeCodeEntity } from './activation/one-time-code.entity.ts';
import { identityMessages } from './identity.messages.ts';
import { IdentityModule } from './identity.module.ts';
import { IdentityFoundation1790000200000 } from './migrations/1790000200000-identity-foundation.ts';
import { IdentityNamesAndReasons1790000200100 } from './migrations/1790000200100-identity-names-and-reasons.ts';
import { RoleGrantEntity } from './role/role-grant.entity.ts';
import { SessionEntity } from './session/session.entity.ts';

export const identity: Domain = {
  name: 'identity',
  module: IdentityModule,
  entities: [AccountEntity, SessionEntity, RoleGrantEntity, OneTimeCodeEntity],
  migrations: [IdentityFoundation1790000200000, IdentityNamesAndReasons1790000200100],
  routes: { ...sessionRoutes, ...activationRoutes, ...accountRoutes, ...roleRoutes },
  messages: identityMessages,
  commands: { 'create-admin': createAdmin },
};

export { Accounts } from './account/accounts.ts';
export { IdentityModule } from './identity.module.ts';
export { ClassScopes, ClassScopesModule, type ClassScope } from './role/class-scopes.ts';
