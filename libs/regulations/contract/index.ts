export { defaultRuleSets } from './rule-set-defaults.ts';
export { basisOf, gradeBand, programmeCategoryCode, ruleBasis, ruleKeys, ruleSet, ruleSetDocument } from './rule-set.ts';
export type { GradeBand, ProgrammeCategoryCode, RuleBasis, RuleSet, RuleSetDocument } from './rule-set.ts';
export { regulationsErrors, ruleSetDetail, ruleSetItem, ruleSetRoutes } from './rule-set-routes.ts';
export type { RuleSetDetail, RuleSetItem } from './rule-set-routes.ts';
