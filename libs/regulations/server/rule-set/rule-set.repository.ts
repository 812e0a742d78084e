import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { RuleSetRow } from './rule-set.rows.ts';

const columns = 'id, category, version, name_vi, name_en, legal_basis, valid_from, valid_to';

@Injectable()
export class RuleSetRepository {
  constructor(private readonly db: Database) {}

  list(category: string | null): Promise<Omit<RuleSetRow, 'rules'>[]> {
    return this.db.rows(`SELECT ${columns}, basis FROM regulations_rule_set WHERE ? IS NULL OR category = ? ORDER BY category, version DESC`, [category, category]);
  }

  byId(id: number): Promise<RuleSetRow | undefined> {
    return this.db.row(`SELECT ${columns}, rules, basis FROM regulations_rule_set WHERE id = ?`, [id]);
  }

  /** The newest version whose days include this one. */
  inForce(category: string, day: string): Promise<RuleSetRow | undefined> {
    return this.db.row(
      `SELECT ${columns}, rules, basis FROM regulations_rule_set
       WHERE category = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY version DESC LIMIT 1`,
      [category, day, day],
    );
  }
}
