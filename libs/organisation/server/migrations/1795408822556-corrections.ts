import { SqlMigration } from '@halong/platform/server';

export class Corrections1795408822556 extends SqlMigration {
  name = 'Corrections1795408822556';

  statements = [
    "CREATE TABLE `organisation_import_correction` (`id` int NOT NULL AUTO_INCREMENT, `import_id` int NOT NULL, `sheet` int NOT NULL, `row_no` int NOT NULL, `col` int NOT NULL, `field` varchar(40) NOT NULL, `source_text` blob NOT NULL, `mended_text` blob NULL, `mended_by` int NOT NULL, `mended_by_name` varchar(120) NOT NULL, `mended_at` datetime(3) NOT NULL, INDEX `IDX_organisation_import_correction_row` (`import_id`, `row_no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `organisation_import_correction` ADD CONSTRAINT `FK_organisation_import_correction_import` FOREIGN KEY (`import_id`) REFERENCES `organisation_import`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `organisation_import_correction` DROP FOREIGN KEY `FK_organisation_import_correction_import`",
    "DROP INDEX `IDX_organisation_import_correction_row` ON `organisation_import_correction`",
    "DROP TABLE `organisation_import_correction`",
  ];
}
