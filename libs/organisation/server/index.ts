import { personRoutes, unitRoutes } from '@halong/organisation/contract';
import type { Domain } from '@halong/platform/server';
import { OrganisationFoundation1790000100000 } from './migrations/1790000100000-organisation-foundation.ts';
import { PersonEntity, EmploymentEntity } from './person/person.entity.ts';
import { UnitAncestorEntity, UnitEntity, UnitPredecessorEntity } from './unit/unit.entity.ts';
import { OrganisationModule } from './organisation.module.ts';

export const organisation: Domain = {
  name: 'organisation',
  module: OrganisationModule,
  entities: [UnitEntity, UnitAncestorEntity, UnitPredecessorEntity, PersonEntity, EmploymentEntity],
  migrations: [OrganisationFoundation1790000100000],
  routes: { ...unitRoutes, ...personRoutes },
};

export { OrganisationModule } from './organisation.module.ts';
export { People } from './person/person.service.ts';
export { PersonalIds } from './person/personal-ids.ts';
export { Units } from './unit/unit.service.ts';
export type { UnitRow } from './unit/unit.repository.ts';
