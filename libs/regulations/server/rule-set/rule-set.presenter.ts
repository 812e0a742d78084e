import { z } from 'zod';
import { jsonIn } from '@halong/platform/server';
import { programmeCategoryCode, ruleBasis, ruleSet, type RuleBasis, type RuleSetDetail, type RuleSetItem } from '@halong/regulations/contract';
import type { RuleSetRow } from './rule-set.rows.ts';

const basisOf = ({ basis }: Pick<RuleSetRow, 'basis'>): RuleBasis[] => z.array(ruleBasis).parse(jsonIn(basis) ?? []);

/** The ids of the versions in force on the day: of each category the newest whose days include it. */
export function newestInForce(rows: readonly Pick<RuleSetRow, 'id' | 'category' | 'version' | 'valid_from' | 'valid_to'>[], day: string): Set<number> {
  const newest = new Map<string, { id: number; version: number }>();
  for (const { id, category, version, valid_from, valid_to } of rows) {
    if (valid_from > day || (valid_to !== null && valid_to < day)) continue;
    if (version > (newest.get(category)?.version ?? 0)) newest.set(category, { id, version });
  }
  return new Set([...newest.values()].map(({ id }) => id));
}

export function presentItem(row: Omit<RuleSetRow, 'rules'>, inForce: boolean): RuleSetItem {
  const confirmedEn = basisOf(row).filter(({ confirmed }) => confirmed).map(({ legalBasisEn }) => legalBasisEn);
  return {
    id: row.id, category: programmeCategoryCode.parse(row.category), version: row.version, nameVi: row.name_vi, nameEn: row.name_en,
    legalBasis: row.legal_basis, legalBasisEn: [...new Set(confirmedEn)].join('; ') || row.legal_basis, validFrom: row.valid_from, validTo: row.valid_to, inForce,
  };
}

export function presentDetail(row: RuleSetRow, inForce: boolean): RuleSetDetail {
  return { ...presentItem(row, inForce), rules: ruleSet.parse(jsonIn(row.rules)), basis: basisOf(row) };
}
