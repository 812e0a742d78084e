import type { Domain } from '@halong/platform/server';
import { ProgrammeEntity, ProgrammeVersionEntity, ProgrammeUnitEntity } from './programme/programme.entity.ts';
import { CatalogueFoundation1790000400000 } from './migrations/1790000400000-catalogue-foundation.ts';
import { CatalogueModule } from './catalogue.module.ts';

export const catalogue: Domain = {
  name: 'catalogue',
  module: CatalogueModule,
  entities: [ProgrammeEntity, ProgrammeVersionEntity, ProgrammeUnitEntity],
  migrations: [CatalogueFoundation1790000400000],
  routes: {},
};
