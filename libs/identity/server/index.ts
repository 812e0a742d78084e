import type { Domain } from '@halong/platform/server';
import { IdentityFoundation1790000200000 } from './migrations/1790000200000-identity-foundation.ts';
import { IdentityNamesAndReasons1790000200100 } from './migrations/1790000200100-identity-names-and-reasons.ts';
import { AccountEntity } from './account/account.entity.ts';
import { OneTimeCodeEntity } from './activation/one-time-code.entity.ts';
import { IdentityModule } from './identity.module.ts';
import { RoleGrantEntity } from './role/role-grant.entity.ts';
import { SessionEntity } from './session/session.entity.ts';

export const identity: Domain = {
  name: 'identity',
  module: IdentityModule,
  entities: [AccountEntity, SessionEntity, RoleGrantEntity, OneTimeCodeEntity],
  migrations: [IdentityFoundation1790000200000, IdentityNamesAndReasons1790000200100],
  routes: {},
};
