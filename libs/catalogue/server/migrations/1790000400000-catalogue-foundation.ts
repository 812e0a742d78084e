import { SqlMigration } from '@halong/platform/server';

export class CatalogueFoundation1790000400000 extends SqlMigration {
  name = 'CatalogueFoundation1790000400000';

  statements = [
    "CREATE TABLE `catalogue_programme` (`id` int NOT NULL AUTO_INCREMENT, `code` varchar(40) NOT NULL, `name_vi` varchar(255) NOT NULL, `name_en` varchar(255) NOT NULL, `search_key` varchar(300) NOT NULL, `category` varchar(40) NOT NULL, `authority` varchar(20) NOT NULL, `version` int NOT NULL DEFAULT '1', `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), UNIQUE INDEX `UQ_catalogue_programme_code` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `catalogue_programme_version` (`id` int NOT NULL AUTO_INCREMENT, `programme_id` int NOT NULL, `version` int NOT NULL, `periods` int NOT NULL, `delivery_mode` varchar(20) NOT NULL, `assessment_text` varchar(300) NOT NULL, `credential` varchar(20) NOT NULL, `class_size` int NOT NULL, `target_group_text` varchar(500) NOT NULL, `target_group` json NULL, `components` json NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, UNIQUE INDEX `UQ_catalogue_programme_version` (`programme_id`, `version`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `catalogue_programme_unit` (`id` int NOT NULL AUTO_INCREMENT, `version_id` int NOT NULL, `parent_id` int NULL, `position` int NOT NULL, `kind` varchar(20) NOT NULL, `title_vi` varchar(300) NOT NULL, `title_en` varchar(300) NOT NULL, `periods` int NOT NULL, INDEX `IDX_catalogue_programme_unit_version` (`version_id`, `position`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `catalogue_programme_version` ADD CONSTRAINT `FK_catalogue_programme_version_programme` FOREIGN KEY (`programme_id`) REFERENCES `catalogue_programme`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `catalogue_programme_unit` ADD CONSTRAINT `FK_catalogue_programme_unit_version` FOREIGN KEY (`version_id`) REFERENCES `catalogue_programme_version`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `catalogue_programme_unit` ADD CONSTRAINT `FK_catalogue_programme_unit_parent` FOREIGN KEY (`parent_id`) REFERENCES `catalogue_programme_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `catalogue_programme_unit` DROP FOREIGN KEY `FK_catalogue_programme_unit_parent`",
    "ALTER TABLE `catalogue_programme_unit` DROP FOREIGN KEY `FK_catalogue_programme_unit_version`",
    "ALTER TABLE `catalogue_programme_version` DROP FOREIGN KEY `FK_catalogue_programme_version_programme`",
    "DROP TABLE `catalogue_programme_unit`",
    "DROP TABLE `catalogue_programme_version`",
    "DROP TABLE `catalogue_programme`",
  ];
}
