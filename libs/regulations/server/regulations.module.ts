import { Module } from '@nestjs/common';
import { RuleSetController } from './rule-set/rule-set.controller.ts';
import { RuleSetRepository } from './rule-set/rule-set.repository.ts';
import { RuleSets } from './rule-set/rule-set.service.ts';

@Module({ controllers: [RuleSetController], providers: [RuleSets, RuleSetRepository], exports: [RuleSets] })
export class RegulationsModule {}
