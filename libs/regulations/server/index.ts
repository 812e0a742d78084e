import type { Domain } from '@halong/platform/server';
import { ruleSetRoutes } from '@halong/regulations/contract';
import { FirstRuleSets1795397990000 } from './migrations/1795397990000-first-rule-sets.ts';
import { RuleSetBasis1795397977251 } from './migrations/1795397977251-rule-set-basis.ts';
import { PromptOpenSec1795408000000 } from './migrations/1795408000000-prompt-open-sec.ts';
import { RegulationsFoundation1790000300000 } from './migrations/1790000300000-regulations-foundation.ts';
import { RegulationsModule } from './regulations.module.ts';
import { RuleSetEntity } from './rule-set/rule-set.entity.ts';

export { RegulationsModule } from './regulations.module.ts';
export { readRules, rulesOfClass, RuleSets } from './rule-set/rule-set.service.ts';

export const regulations: Domain = {
  name: 'regulations',
  module: RegulationsModule,
  entities: [RuleSetEntity],
  migrations: [RegulationsFoundation1790000300000, RuleSetBasis1795397977251, FirstRuleSets1795397990000, PromptOpenSec1795408000000],
  routes: ruleSetRoutes,
};
