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
  routes: {},
};
