import { Injectable } from '@nestjs/common';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { defaultRuleSets, regulationsErrors, ruleSet, type ProgrammeCategoryCode, type RuleSet, type RuleSetDetail, type RuleSetItem } from '@halong/regulations/contract';
import { newestInForce, presentDetail, presentItem } from './rule-set.presenter.ts';
import { RuleSetRepository } from './rule-set.repository.ts';

/** The versioned rules by which everything is decided. */
@Injectable()
export class RuleSets {
  constructor(
    private readonly ruleSets: RuleSetRepository,
    private readonly clock: Clock,
  ) {}

  /** Every version, by category, newest first; `category` undefined is all. */
  async list(category?: string): Promise<RuleSetItem[]> {
    const rows = await this.ruleSets.list(category ?? null);
    const current = newestInForce(rows, this.clock.today());
    return rows.map((row) => presentItem(row, current.has(row.id)));
  }

  /** @throws AppError platform.not_found */
  async get(id: number): Promise<RuleSetDetail> {
    const row = await this.ruleSets.byId(id);
    if (!row) throw new AppError(platformErrors.not_found);
    const current = await this.ruleSets.inForce(row.category, this.clock.today());
    return presentDetail(row, current?.id === row.id);
  }

  /**
   * The rules of a programme category on a day (yyyy-MM-dd): the newest version valid then.
   * @throws AppError regulations.none_in_force
   */
  async inForce(category: string, day: string): Promise<{ id: number; version: number; rules: RuleSet }> {
    const row = await this.ruleSets.inForce(category, day);
    if (!row) throw new AppError(regulationsErrors.none_in_force, { category, day });
    return { id: row.id, version: row.version, rules: readRules(row.rules) };
  }
}

/** There are few different texts, however many classes have frozen them. */
const known = new Map<string, RuleSet>();
const mostKnown = 200;

/** The rules of a class: as they were frozen when it was decided, and those of its category by default until then. */
export const rulesOfClass = (frozen: unknown, category: ProgrammeCategoryCode): RuleSet => (frozen === null ? defaultRuleSets[category].rules : readRules(frozen));

/**
 * Rules as stored (JSON text or value) → parsed, with what a frozen copy is too old to say. The answer is shared: never change it.
 * Throws when they do not fit the schema: nothing may be decided by broken rules.
 */
export function readRules(stored: unknown): RuleSet {
  const text = typeof stored === 'string' ? stored : JSON.stringify(stored);
  const found = known.get(text);
  if (found) return found;
  const rules = ruleSet.parse(JSON.parse(text));
  if (known.size >= mostKnown) known.clear();
  known.set(text, rules);
  return rules;
}
