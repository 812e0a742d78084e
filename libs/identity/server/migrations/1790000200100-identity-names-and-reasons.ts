import { SqlMigration } from '@halong/platform/server';

export class IdentityNamesAndReasons1790000200100 extends SqlMigration {
  name = 'IdentityNamesAndReasons1790000200100';

  statements = [
    "ALTER TABLE `identity_account` ADD `sort_name` varchar(120) COLLATE \"utf8mb4_uca1400_vietnamese_as_ci\" NOT NULL DEFAULT ''",
    "ALTER TABLE `identity_account` ADD `search_key` varchar(340) NOT NULL DEFAULT ''",
    "ALTER TABLE `identity_role_grant` ADD `reason` varchar(500) NULL",
    "ALTER TABLE `identity_role_grant` ADD `ended_at` datetime(3) NULL",
    "CREATE INDEX `IDX_identity_account_sort` ON `identity_account` (`sort_name`, `id`)",
    "CREATE INDEX `IDX_identity_account_email` ON `identity_account` (`email`)",
  ];

  undo = [
    "DROP INDEX `IDX_identity_account_email` ON `identity_account`",
    "DROP INDEX `IDX_identity_account_sort` ON `identity_account`",
    "ALTER TABLE `identity_role_grant` DROP COLUMN `ended_at`",
    "ALTER TABLE `identity_role_grant` DROP COLUMN `reason`",
    "ALTER TABLE `identity_account` DROP COLUMN `search_key`",
    "ALTER TABLE `identity_account` DROP COLUMN `sort_name`",
  ];
}
