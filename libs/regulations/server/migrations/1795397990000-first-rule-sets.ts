import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultRuleSets, type RuleSetDocument } from '@halong/regulations/contract';

/** Decree 171/2025/NĐ-CP is in force from this day; earlier classes are not kept here. */
const validFrom = '2025-07-01';

/** The confirmed bases in one line; the rest stands beside each value. */
export function legalBasisOf({ basis }: RuleSetDocument): string {
  const confirmed = basis.filter((one) => one.confirmed).map((one) => one.legalBasisVi);
  return [...new Set(confirmed)].join('; ').slice(0, 500);
}

/** Version 1 of every category, from the defaults. Repeating it adds nothing. */
export class FirstRuleSets1795397990000 implements MigrationInterface {
  name = 'FirstRuleSets1795397990000';

  async up(runner: QueryRunner): Promise<void> {
    for (const document of Object.values(defaultRuleSets)) {
      await runner.query(
        `INSERT IGNORE INTO regulations_rule_set (category, version, name_vi, name_en, legal_basis, valid_from, rules, basis) VALUES (?, 1, ?, ?, ?, ?, ?, ?)`,
        [document.category, document.nameVi, document.nameEn, legalBasisOf(document), validFrom, JSON.stringify(document.rules), JSON.stringify(document.basis)],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM regulations_rule_set WHERE version = 1');
  }
}
