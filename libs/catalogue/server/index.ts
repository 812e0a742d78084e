import type { Domain } from '@halong/platform/server';
import { programmeImportRoutes, programmeRoutes } from '@halong/catalogue/contract';
import { CatalogueModule } from './catalogue.module.ts';
import { CatalogueFoundation1790000400000 } from './migrations/1790000400000-catalogue-foundation.ts';
import { DeliveryNote1795398329374 } from './migrations/1795398329374-delivery-note.ts';
import { ProgrammeEntity, ProgrammeUnitEntity, ProgrammeVersionEntity } from './programme/programme.entity.ts';

export { CatalogueModule } from './catalogue.module.ts';
export { ProgrammeImports } from './programme/programme-import.service.ts';
export { Programmes, type ProgrammeTerms } from './programme/programme.service.ts';
export { Topics } from './programme/topics.service.ts';

export const catalogue: Domain = {
  name: 'catalogue',
  module: CatalogueModule,
  entities: [ProgrammeEntity, ProgrammeVersionEntity, ProgrammeUnitEntity],
  migrations: [CatalogueFoundation1790000400000, DeliveryNote1795398329374],
  routes: { ...programmeRoutes, ...programmeImportRoutes },
};
