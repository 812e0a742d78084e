import { SqlMigration } from '@halong/platform/server';

export class CourseContent1795836689948 extends SqlMigration {
  name = 'CourseContent1795836689948';

  statements = [
    "CREATE TABLE `materials_item` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `topic_id` int NULL, `kind` varchar(20) NOT NULL, `position` int NOT NULL, `title` varchar(300) NOT NULL, `search_key` varchar(400) NOT NULL, `mandatory` tinyint NOT NULL DEFAULT 0, `downloadable` tinyint NOT NULL DEFAULT 1, `shared` tinyint NOT NULL DEFAULT 0, `session_no` int NULL, `visible_from` datetime(3) NULL, `visible_until` datetime(3) NULL, `from_session_no` int NULL, `until_session_no` int NULL, `ref_id` int NULL, `given_no` int NULL, `version` int NOT NULL DEFAULT '1', `created_by` int NULL, `created_at` datetime(3) NOT NULL, `removed_at` datetime(3) NULL, UNIQUE INDEX `UQ_materials_item_ref` (`ref_id`), INDEX `IDX_materials_item_creator` (`created_by`, `id`), INDEX `IDX_materials_item_class` (`class_id`, `removed_at`, `position`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_item_version` (`id` int NOT NULL AUTO_INCREMENT, `item_id` int NOT NULL, `no` int NOT NULL, `document_id` int NULL, `url` varchar(2000) NULL, `body` mediumtext NULL, `search_text` mediumtext NULL, `changes` varchar(500) NULL, `created_by_name` varchar(120) NOT NULL, `created_at` datetime(3) NOT NULL, `given_at` datetime(3) NULL, INDEX `IDX_materials_item_version_document` (`document_id`), UNIQUE INDEX `UQ_materials_item_version` (`item_id`, `no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_visit` (`enrolment_id` int NOT NULL, `last_at` datetime(3) NOT NULL, `before_at` datetime(3) NULL, PRIMARY KEY (`enrolment_id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_access` (`id` int NOT NULL AUTO_INCREMENT, `item_id` int NOT NULL, `version_id` int NOT NULL, `account_id` int NOT NULL, `kind` varchar(12) NOT NULL, `at` datetime(3) NOT NULL, INDEX `IDX_materials_access_account` (`account_id`, `version_id`, `kind`, `at`), INDEX `IDX_materials_access_item` (`item_id`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_progress` (`enrolment_id` int NOT NULL, `version_id` int NOT NULL, `item_id` int NOT NULL, `seen` json NOT NULL, `percent` smallint NOT NULL DEFAULT '0', `place` double NOT NULL DEFAULT '0', `told_ms` int NULL, `opened_at` datetime(3) NOT NULL, `last_at` datetime(3) NOT NULL, `done_at` datetime(3) NULL, INDEX `IDX_materials_progress_item` (`item_id`, `done_at`), PRIMARY KEY (`enrolment_id`, `version_id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_progress_watch` (`person_id` int NOT NULL, `last_at` datetime(3) NOT NULL, `spare_ms` int NOT NULL DEFAULT '0', PRIMARY KEY (`person_id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_showing` (`token` char(36) NOT NULL, `enrolment_id` int NOT NULL, `version_id` int NOT NULL, `last_no` int NOT NULL DEFAULT '0', `opened_at` datetime(3) NOT NULL, INDEX `IDX_materials_showing_time` (`opened_at`), PRIMARY KEY (`token`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_progress_terms` (`id` int NOT NULL, `max_speed` decimal(3,2) NOT NULL, `page_ms` int NOT NULL, `done_percent` smallint NOT NULL, `longest_ms` int NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `materials_item` ADD CONSTRAINT `FK_materials_item_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_item` ADD CONSTRAINT `FK_materials_item_topic` FOREIGN KEY (`topic_id`) REFERENCES `catalogue_programme_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_item` ADD CONSTRAINT `FK_materials_item_creator` FOREIGN KEY (`created_by`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_item_version` ADD CONSTRAINT `FK_materials_item_version_item` FOREIGN KEY (`item_id`) REFERENCES `materials_item`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_item_version` ADD CONSTRAINT `FK_materials_item_version_document` FOREIGN KEY (`document_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_visit` ADD CONSTRAINT `FK_materials_visit_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_access` ADD CONSTRAINT `FK_materials_access_item` FOREIGN KEY (`item_id`) REFERENCES `materials_item`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_access` ADD CONSTRAINT `FK_materials_access_version` FOREIGN KEY (`version_id`) REFERENCES `materials_item_version`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_access` ADD CONSTRAINT `FK_materials_access_account` FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_progress` ADD CONSTRAINT `FK_materials_progress_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_progress` ADD CONSTRAINT `FK_materials_progress_version` FOREIGN KEY (`version_id`) REFERENCES `materials_item_version`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_progress` ADD CONSTRAINT `FK_materials_progress_item` FOREIGN KEY (`item_id`) REFERENCES `materials_item`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_progress_watch` ADD CONSTRAINT `FK_materials_progress_watch_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_showing` ADD CONSTRAINT `FK_materials_showing_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_showing` ADD CONSTRAINT `FK_materials_showing_version` FOREIGN KEY (`version_id`) REFERENCES `materials_item_version`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "INSERT INTO `materials_progress_terms` (`id`, `max_speed`, `page_ms`, `done_percent`, `longest_ms`) VALUES (1, 2.00, 1000, 95, 300000)",
  ];

  undo = [
    "ALTER TABLE `materials_showing` DROP FOREIGN KEY `FK_materials_showing_version`",
    "ALTER TABLE `materials_showing` DROP FOREIGN KEY `FK_materials_showing_enrolment`",
    "ALTER TABLE `materials_progress_watch` DROP FOREIGN KEY `FK_materials_progress_watch_person`",
    "ALTER TABLE `materials_progress` DROP FOREIGN KEY `FK_materials_progress_item`",
    "ALTER TABLE `materials_progress` DROP FOREIGN KEY `FK_materials_progress_version`",
    "ALTER TABLE `materials_progress` DROP FOREIGN KEY `FK_materials_progress_enrolment`",
    "ALTER TABLE `materials_access` DROP FOREIGN KEY `FK_materials_access_account`",
    "ALTER TABLE `materials_access` DROP FOREIGN KEY `FK_materials_access_version`",
    "ALTER TABLE `materials_access` DROP FOREIGN KEY `FK_materials_access_item`",
    "ALTER TABLE `materials_visit` DROP FOREIGN KEY `FK_materials_visit_enrolment`",
    "ALTER TABLE `materials_item_version` DROP FOREIGN KEY `FK_materials_item_version_document`",
    "ALTER TABLE `materials_item_version` DROP FOREIGN KEY `FK_materials_item_version_item`",
    "ALTER TABLE `materials_item` DROP FOREIGN KEY `FK_materials_item_creator`",
    "ALTER TABLE `materials_item` DROP FOREIGN KEY `FK_materials_item_topic`",
    "ALTER TABLE `materials_item` DROP FOREIGN KEY `FK_materials_item_class`",
    "DROP TABLE `materials_progress_terms`",
    "DROP TABLE `materials_showing`",
    "DROP TABLE `materials_progress_watch`",
    "DROP TABLE `materials_progress`",
    "DROP TABLE `materials_access`",
    "DROP TABLE `materials_visit`",
    "DROP TABLE `materials_item_version`",
    "DROP TABLE `materials_item`",
  ];
}
