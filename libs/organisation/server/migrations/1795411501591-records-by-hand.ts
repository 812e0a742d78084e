import { SqlMigration } from '@halong/platform/server';

export class RecordsByHand1795411501591 extends SqlMigration {
  name = 'RecordsByHand1795411501591';

  statements = [
    "CREATE TABLE `organisation_person_correction` (`id` int NOT NULL AUTO_INCREMENT, `person_id` int NOT NULL, `changes` json NOT NULL, `reason` varchar(500) NOT NULL, `corrected_by` int NOT NULL, `corrected_by_name` varchar(120) NOT NULL, `corrected_at` datetime(3) NOT NULL, INDEX `IDX_organisation_person_correction_person` (`person_id`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `organisation_import_row` ADD `suggestion` json NULL",
    "ALTER TABLE `organisation_import_row` ADD `alike` char(64) NULL",
    "CREATE INDEX `IDX_organisation_import_row_alike` ON `organisation_import_row` (`import_id`, `alike`)",
    "CREATE INDEX `IDX_organisation_import_row_record` ON `organisation_import_row` (`record_id`)",
    "ALTER TABLE `organisation_person_correction` ADD CONSTRAINT `FK_organisation_person_correction_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `organisation_person_correction` DROP FOREIGN KEY `FK_organisation_person_correction_person`",
    "DROP INDEX `IDX_organisation_import_row_record` ON `organisation_import_row`",
    "DROP INDEX `IDX_organisation_import_row_alike` ON `organisation_import_row`",
    "ALTER TABLE `organisation_import_row` DROP COLUMN `alike`",
    "ALTER TABLE `organisation_import_row` DROP COLUMN `suggestion`",
    "DROP INDEX `IDX_organisation_person_correction_person` ON `organisation_person_correction`",
    "DROP TABLE `organisation_person_correction`",
  ];
}
