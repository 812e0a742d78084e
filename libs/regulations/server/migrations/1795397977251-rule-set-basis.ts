import { SqlMigration } from '@halong/platform/server';

export class RuleSetBasis1795397977251 extends SqlMigration {
  name = 'RuleSetBasis1795397977251';

  statements = [
    "ALTER TABLE `regulations_rule_set` ADD `basis` json NULL",
  ];

  undo = [
    "ALTER TABLE `regulations_rule_set` DROP COLUMN `basis`",
  ];
}
