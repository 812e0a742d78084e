import { z } from 'zod';
import { day, defineErrors, idParams, route } from '@halong/platform/contract';
import { programmeCategoryCode, ruleBasis, ruleSet } from './rule-set.ts';

export const regulationsErrors = defineErrors('regulations', {
  none_in_force: {
    kind: 'conflict',
    vi: 'Chưa có bộ quy tắc nào của nhóm {category} có hiệu lực ngày {day}. Nhờ quản trị hệ thống bổ sung bộ quy tắc.',
    en: 'No rule set of category {category} is in force on {day}. Ask the administrator to add one.',
  },
});

/** One version of a category's rules; days are inclusive, `validTo` null is open. */
export const ruleSetItem = z.object({
  id: z.number().int(),
  category: programmeCategoryCode,
  version: z.number().int(),
  nameVi: z.string(),
  nameEn: z.string(),
  /** The confirmed bases in one line, in both languages. */
  legalBasis: z.string(),
  legalBasisEn: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  /** The version that a class decided today would freeze. */
  inForce: z.boolean(),
});
export type RuleSetItem = z.output<typeof ruleSetItem>;

export const ruleSetDetail = ruleSetItem.extend({
  rules: ruleSet,
  /** Where each value comes from; a value without a confirmed basis is a proposal. */
  basis: z.array(ruleBasis),
});
export type RuleSetDetail = z.output<typeof ruleSetDetail>;

const listRuleSets = route({
  method: 'GET',
  path: '/rule-sets',
  summary: 'Every version of the rules, by category, newest first.',
  access: ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR'],
  query: z.object({ category: programmeCategoryCode.optional() }),
  response: z.array(ruleSetItem),
});

const getRuleSet = route({
  method: 'GET',
  path: '/rule-sets/:id',
  summary: 'One rule set with every value and its basis. Rules are public: whoever is judged by them may read them.',
  access: 'signed-in',
  params: idParams,
  response: ruleSetDetail,
});

export const ruleSetRoutes = { listRuleSets, getRuleSet };
