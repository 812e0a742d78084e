import { SqlMigration } from '@halong/platform/server';

export class OrganisationFoundation1790000100000 extends SqlMigration {
  name = 'OrganisationFoundation1790000100000';

  statements = [
    "CREATE TABLE `organisation_person` (`id` int NOT NULL AUTO_INCREMENT, `full_name` varchar(120) NOT NULL, `sort_name` varchar(120) COLLATE \"utf8mb4_uca1400_vietnamese_as_ci\" NOT NULL, `search_key` varchar(160) NOT NULL, `birth_date` date NULL, `birth_year` smallint NULL, `gender` char(1) NULL, `ethnicity` varchar(40) NULL, `party_member` tinyint NULL, `personal_id_cipher` varbinary(80) NULL, `personal_id_hash` char(64) NULL, `email` varchar(120) NULL, `phone` varchar(20) NULL, `political_theory` varchar(20) NULL, `defence_group` varchar(20) NULL, `note` varchar(500) NULL, `version` int NOT NULL DEFAULT '1', `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), INDEX `IDX_organisation_person_sort` (`sort_name`, `id`), INDEX `IDX_organisation_person_search` (`search_key`), UNIQUE INDEX `UQ_organisation_person_personal_id_hash` (`personal_id_hash`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `organisation_employment` (`id` int NOT NULL AUTO_INCREMENT, `person_id` int NOT NULL, `unit_id` int NULL, `unit_text` varchar(255) NOT NULL, `position` varchar(160) NULL, `rank` varchar(80) NULL, `valid_from` date NULL, `valid_to` date NULL, INDEX `IDX_organisation_employment_person` (`person_id`, `valid_to`), INDEX `IDX_organisation_employment_unit` (`unit_id`, `valid_to`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `organisation_unit` (`id` int NOT NULL AUTO_INCREMENT, `code` varchar(40) NOT NULL, `name_vi` varchar(200) NOT NULL, `name_en` varchar(200) NOT NULL, `type` varchar(40) NOT NULL, `parent_id` int NULL, `valid_from` date NULL, `valid_to` date NULL, `search_key` varchar(260) NOT NULL, `version` int NOT NULL DEFAULT '1', INDEX `IDX_organisation_unit_search` (`search_key`), UNIQUE INDEX `UQ_organisation_unit_code` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `organisation_unit_ancestor` (`unit_id` int NOT NULL, `ancestor_id` int NOT NULL, `depth` int NOT NULL, INDEX `IDX_organisation_unit_ancestor_down` (`ancestor_id`, `unit_id`), PRIMARY KEY (`unit_id`, `ancestor_id`)) ENGINE=InnoDB",
    "CREATE TABLE `organisation_unit_predecessor` (`unit_id` int NOT NULL, `predecessor_id` int NOT NULL, PRIMARY KEY (`unit_id`, `predecessor_id`)) ENGINE=InnoDB",
    "ALTER TABLE `organisation_employment` ADD CONSTRAINT `FK_organisation_employment_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_employment` ADD CONSTRAINT `FK_organisation_employment_unit` FOREIGN KEY (`unit_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit` ADD CONSTRAINT `FK_organisation_unit_parent` FOREIGN KEY (`parent_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_ancestor` ADD CONSTRAINT `FK_organisation_unit_ancestor_unit` FOREIGN KEY (`unit_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_ancestor` ADD CONSTRAINT `FK_organisation_unit_ancestor_ancestor` FOREIGN KEY (`ancestor_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_predecessor` ADD CONSTRAINT `FK_organisation_unit_predecessor_unit` FOREIGN KEY (`unit_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `organisation_unit_predecessor` ADD CONSTRAINT `FK_organisation_unit_predecessor_former` FOREIGN KEY (`predecessor_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `organisation_unit_predecessor` DROP FOREIGN KEY `FK_organisation_unit_predecessor_former`",
    "ALTER TABLE `organisation_unit_predecessor` DROP FOREIGN KEY `FK_organisation_unit_predecessor_unit`",
    "ALTER TABLE `organisation_unit_ancestor` DROP FOREIGN KEY `FK_organisation_unit_ancestor_ancestor`",
    "ALTER TABLE `organisation_unit_ancestor` DROP FOREIGN KEY `FK_organisation_unit_ancestor_unit`",
    "ALTER TABLE `organisation_unit` DROP FOREIGN KEY `FK_organisation_unit_parent`",
    "ALTER TABLE `organisation_employment` DROP FOREIGN KEY `FK_organisation_employment_unit`",
    "ALTER TABLE `organisation_employment` DROP FOREIGN KEY `FK_organisation_employment_person`",
    "DROP TABLE `organisation_unit_predecessor`",
    "DROP TABLE `organisation_unit_ancestor`",
    "DROP TABLE `organisation_unit`",
    "DROP TABLE `organisation_employment`",
    "DROP TABLE `organisation_person`",
  ];
}
