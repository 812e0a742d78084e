import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { ruleSetRoutes as routes } from '@halong/regulations/contract';
import { RuleSets } from './rule-set.service.ts';

@Controller()
export class RuleSetController {
  constructor(private readonly ruleSets: RuleSets) {}

  @Handle(routes.listRuleSets)
  async list({ query }: Input<typeof routes.listRuleSets>): Answer<typeof routes.listRuleSets> {
    return this.ruleSets.list(query.category);
  }

  @Handle(routes.getRuleSet)
  async get({ params }: Input<typeof routes.getRuleSet>): Answer<typeof routes.getRuleSet> {
    return this.ruleSets.get(params.id);
  }
}
