import { importRoutes, importTopic, personRoutes, unitRoutes } from '@halong/organisation/contract';
import type { Domain } from '@halong/platform/server';
import { OrganisationFoundation1790000100000 } from './migrations/1790000100000-organisation-foundation.ts';
import { importCommands } from './import/import.commands.ts';
import { importMessages } from './import/import.messages.ts';
import { ImportCorrectionEntity, ImportEntity, ImportRowEntity, UnitDecisionEntity } from './import/import.entity.ts';
import { OrganisationImports1790200100000 } from './migrations/1790200100000-organisation-imports.ts';
import { Corrections1795408822556 } from './migrations/1795408822556-corrections.ts';
import { RecordsByHand1795411501591 } from './migrations/1795411501591-records-by-hand.ts';
import { PersonEntity, PersonCorrectionEntity, EmploymentEntity } from './person/person.entity.ts';
import { personMessages } from './person/person.messages.ts';
import { UnitAncestorEntity, UnitEntity, UnitPredecessorEntity } from './unit/unit.entity.ts';
import { OrganisationModule } from './organisation.module.ts';

export const organisation: Domain = {
  name: 'organisation',
  module: OrganisationModule,
  entities: [UnitEntity, UnitAncestorEntity, UnitPredecessorEntity, PersonEntity, PersonCorrectionEntity, EmploymentEntity, ImportEntity, ImportRowEntity, ImportCorrectionEntity, UnitDecisionEntity],
  migrations: [OrganisationFoundation1790000100000, OrganisationImports1790200100000, Corrections1795408822556, RecordsByHand1795411501591],
  routes: { ...unitRoutes, ...personRoutes, ...importRoutes },
  topics: { import: importTopic },
  messages: { ...importMessages, ...personMessages },
  commands: importCommands,
};

export { OrganisationModule } from './organisation.module.ts';
export { ProvinceImport, type ImportResult } from './import/province-import.ts';
export { peopleChanged } from './person/person.messages.ts';
export { People } from './person/person.service.ts';
export { PersonalIds } from './person/personal-ids.ts';
export { frozenUnitName, unitName } from './unit/unit-name.ts';
export { Units } from './unit/unit.service.ts';
export type { UnitRow } from './unit/unit.repository.ts';
