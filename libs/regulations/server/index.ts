import type { Domain } from '@halong/platform/server';
import { RuleSetEntity } from './rule-set/rule-set.entity.ts';
import { RegulationsFoundation1790000300000 } from './migrations/1790000300000-regulations-foundation.ts';
import { RegulationsModule } from './regulations.module.ts';

export const regulations: Domain = {
  name: 'regulations',
  module: RegulationsModule,
  entities: [RuleSetEntity],
  migrations: [RegulationsFoundation1790000300000],
  routes: {},
};
