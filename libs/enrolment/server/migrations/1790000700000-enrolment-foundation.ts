import { SqlMigration } from '@halong/platform/server';

export class EnrolmentFoundation1790000700000 extends SqlMigration {
  name = 'EnrolmentFoundation1790000700000';

  statements = [
    "CREATE TABLE `enrolment_enrolment` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `person_id` int NOT NULL, `nomination_id` int NULL, `state` varchar(20) NOT NULL DEFAULT 'ADMITTED', `full_name` varchar(120) NOT NULL, `sort_name` varchar(120) COLLATE \"utf8mb4_uca1400_vietnamese_as_ci\" NOT NULL, `search_key` varchar(160) NOT NULL, `unit_id` int NULL, `unit_name` varchar(200) NOT NULL, `position` varchar(160) NULL, `rank` varchar(80) NULL, `discipline_note` varchar(500) NULL, `version` int NOT NULL DEFAULT '1', `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), INDEX `IDX_enrolment_enrolment_unit` (`unit_id`, `class_id`), INDEX `IDX_enrolment_enrolment_person` (`person_id`, `state`), UNIQUE INDEX `UQ_enrolment_enrolment` (`class_id`, `person_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `enrolment_nomination_list` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `unit_id` int NOT NULL, `state` varchar(20) NOT NULL DEFAULT 'DRAFT', `file_id` int NULL, `submitted_by` int NULL, `submitted_at` datetime(3) NULL, `version` int NOT NULL DEFAULT '1', UNIQUE INDEX `UQ_enrolment_nomination_list` (`class_id`, `unit_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `enrolment_nomination` (`id` int NOT NULL AUTO_INCREMENT, `list_id` int NOT NULL, `class_id` int NOT NULL, `person_id` int NULL, `position` int NOT NULL, `written_name` varchar(160) NOT NULL, `state` varchar(20) NOT NULL DEFAULT 'DRAFT', `screening` varchar(20) NULL, `reasons` json NOT NULL, `decided_by` int NULL, `decided_at` datetime(3) NULL, `decision_reason` varchar(500) NULL, `version` int NOT NULL DEFAULT '1', INDEX `IDX_enrolment_nomination_class` (`class_id`, `state`), INDEX `IDX_enrolment_nomination_person` (`person_id`, `class_id`), INDEX `IDX_enrolment_nomination_list` (`list_id`, `position`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `enrolment_enrolment` ADD CONSTRAINT `FK_enrolment_enrolment_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_enrolment` ADD CONSTRAINT `FK_enrolment_enrolment_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_enrolment` ADD CONSTRAINT `FK_enrolment_enrolment_nomination` FOREIGN KEY (`nomination_id`) REFERENCES `enrolment_nomination`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_enrolment` ADD CONSTRAINT `FK_enrolment_enrolment_unit` FOREIGN KEY (`unit_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_nomination_list` ADD CONSTRAINT `FK_enrolment_nomination_list_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_nomination_list` ADD CONSTRAINT `FK_enrolment_nomination_list_unit` FOREIGN KEY (`unit_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_nomination_list` ADD CONSTRAINT `FK_enrolment_nomination_list_file` FOREIGN KEY (`file_id`) REFERENCES `platform_file`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_nomination` ADD CONSTRAINT `FK_enrolment_nomination_list` FOREIGN KEY (`list_id`) REFERENCES `enrolment_nomination_list`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_nomination` ADD CONSTRAINT `FK_enrolment_nomination_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `enrolment_nomination` ADD CONSTRAINT `FK_enrolment_nomination_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `enrolment_nomination` DROP FOREIGN KEY `FK_enrolment_nomination_person`",
    "ALTER TABLE `enrolment_nomination` DROP FOREIGN KEY `FK_enrolment_nomination_class`",
    "ALTER TABLE `enrolment_nomination` DROP FOREIGN KEY `FK_enrolment_nomination_list`",
    "ALTER TABLE `enrolment_nomination_list` DROP FOREIGN KEY `FK_enrolment_nomination_list_file`",
    "ALTER TABLE `enrolment_nomination_list` DROP FOREIGN KEY `FK_enrolment_nomination_list_unit`",
    "ALTER TABLE `enrolment_nomination_list` DROP FOREIGN KEY `FK_enrolment_nomination_list_class`",
    "ALTER TABLE `enrolment_enrolment` DROP FOREIGN KEY `FK_enrolment_enrolment_unit`",
    "ALTER TABLE `enrolment_enrolment` DROP FOREIGN KEY `FK_enrolment_enrolment_nomination`",
    "ALTER TABLE `enrolment_enrolment` DROP FOREIGN KEY `FK_enrolment_enrolment_person`",
    "ALTER TABLE `enrolment_enrolment` DROP FOREIGN KEY `FK_enrolment_enrolment_class`",
    "DROP TABLE `enrolment_nomination`",
    "DROP TABLE `enrolment_nomination_list`",
    "DROP TABLE `enrolment_enrolment`",
  ];
}
