import { SqlMigration } from '@halong/platform/server';

export class OrganisationImports1790200100000 extends SqlMigration {
  name = 'OrganisationImports1790200100000';

  statements = [
    "CREATE TABLE `organisation_import` (`id` int NOT NULL AUTO_INCREMENT, `kind` varchar(12) NOT NULL, `state` varchar(12) NOT NULL, `file_id` int NOT NULL, `file_name` varchar(255) NOT NULL, `as_of` date NOT NULL, `mapping` json NULL, `counts` json NULL, `problem` json NULL, `done` int NOT NULL DEFAULT '0', `total` int NOT NULL DEFAULT '0', `created_by` int NOT NULL, `created_by_name` varchar(120) NOT NULL, `created_at` datetime(3) NOT NULL, `run_by` int NULL, `undo_by` int NULL, `finished_at` datetime(3) NULL, `version` int NOT NULL DEFAULT '1', PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `organisation_import_row` (`import_id` int NOT NULL, `row_no` int NOT NULL, `bucket` varchar(12) NOT NULL, `effect` varchar(8) NOT NULL, `search_key` varchar(400) NOT NULL, `main_reason` varchar(40) NULL, `record_id` int NULL, `record_version` int NULL, `unit_id` int NULL, `question` char(64) NULL, `shown` json NOT NULL, `reasons` json NOT NULL, `changes` json NOT NULL, `decision` json NULL, `outcome` varchar(8) NULL, `before` json NULL, `source` mediumblob NULL, INDEX `IDX_organisation_import_row_outcome` (`import_id`, `outcome`, `row_no`), INDEX `IDX_organisation_import_row_bucket` (`import_id`, `bucket`, `row_no`), PRIMARY KEY (`import_id`, `row_no`)) ENGINE=InnoDB",
    "CREATE TABLE `organisation_unit_decision` (`person_id` int NOT NULL, `question` char(64) NOT NULL, `import_id` int NOT NULL, `unit_id` int NULL, PRIMARY KEY (`person_id`, `question`, `import_id`)) ENGINE=InnoDB",
    "ALTER TABLE `organisation_import` ADD CONSTRAINT `FK_organisation_import_file` FOREIGN KEY (`file_id`) REFERENCES `platform_file`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_import_row` ADD CONSTRAINT `FK_organisation_import_row_import` FOREIGN KEY (`import_id`) REFERENCES `organisation_import`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_decision` ADD CONSTRAINT `FK_organisation_unit_decision_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE CASCADE ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_decision` ADD CONSTRAINT `FK_organisation_unit_decision_import` FOREIGN KEY (`import_id`) REFERENCES `organisation_import`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_decision` ADD CONSTRAINT `FK_organisation_unit_decision_unit` FOREIGN KEY (`unit_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `organisation_unit_decision` DROP FOREIGN KEY `FK_organisation_unit_decision_unit`",
    "ALTER TABLE `organisation_unit_decision` DROP FOREIGN KEY `FK_organisation_unit_decision_import`",
    "ALTER TABLE `organisation_unit_decision` DROP FOREIGN KEY `FK_organisation_unit_decision_person`",
    "ALTER TABLE `organisation_import_row` DROP FOREIGN KEY `FK_organisation_import_row_import`",
    "ALTER TABLE `organisation_import` DROP FOREIGN KEY `FK_organisation_import_file`",
    "DROP TABLE `organisation_unit_decision`",
    "DROP INDEX `IDX_organisation_import_row_bucket` ON `organisation_import_row`",
    "DROP INDEX `IDX_organisation_import_row_outcome` ON `organisation_import_row`",
    "DROP TABLE `organisation_import_row`",
    "DROP TABLE `organisation_import`",
  ];
}
