import { SqlMigration } from '@halong/platform/server';

/** Sheets that are published already count their days for regrade requests from now on: when it happened is not known. */
export class GradeBook1795838328547 extends SqlMigration {
  name = 'GradeBook1795838328547';

  statements = [
    "ALTER TABLE `assessment_grade_sheet` ADD `categories` json NULL",
    "ALTER TABLE `assessment_grade_sheet` ADD `published_at` datetime(3) NULL",
    "UPDATE `assessment_grade_sheet` SET `published_at` = UTC_TIMESTAMP(3) WHERE `state` IN ('PUBLISHED', 'LOCKED')",
    "ALTER TABLE `assessment_grade` ADD `resits` int NOT NULL DEFAULT '0'",
    "CREATE TABLE `assessment_result_override` (`enrolment_id` int NOT NULL, `class_id` int NOT NULL, `average` decimal(5,2) NOT NULL, `reason` varchar(500) NOT NULL, INDEX `IDX_assessment_result_override_class` (`class_id`), PRIMARY KEY (`enrolment_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_grade_change` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `enrolment_id` int NOT NULL, `component` varchar(40) NULL, `from_kind` varchar(10) NOT NULL, `from_score` decimal(5,2) NULL, `to_kind` varchar(10) NOT NULL, `to_score` decimal(5,2) NULL, `way` varchar(20) NOT NULL, `reason` varchar(500) NULL, `account_id` int NULL, `at` datetime(3) NOT NULL, INDEX `IDX_assessment_grade_change_enrolment` (`enrolment_id`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_plan_change` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `kind` varchar(10) NOT NULL, `was` json NOT NULL, `became` json NOT NULL, `reason` varchar(500) NOT NULL, `account_id` int NOT NULL, `at` datetime(3) NOT NULL, `sheet_state` varchar(20) NOT NULL, `recognised` tinyint NOT NULL, `certificates` int NOT NULL, `undone_at` datetime(3) NULL, `undone_by` int NULL, INDEX `IDX_assessment_plan_change_class` (`class_id`, `id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `assessment_result_override` ADD CONSTRAINT `FK_assessment_result_override_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_result_override` ADD CONSTRAINT `FK_assessment_result_override_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_grade_change` ADD CONSTRAINT `FK_assessment_grade_change_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_grade_change` ADD CONSTRAINT `FK_assessment_grade_change_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_plan_change` ADD CONSTRAINT `FK_assessment_plan_change_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `assessment_plan_change` DROP FOREIGN KEY `FK_assessment_plan_change_class`",
    "ALTER TABLE `assessment_grade_change` DROP FOREIGN KEY `FK_assessment_grade_change_enrolment`",
    "ALTER TABLE `assessment_grade_change` DROP FOREIGN KEY `FK_assessment_grade_change_class`",
    "ALTER TABLE `assessment_result_override` DROP FOREIGN KEY `FK_assessment_result_override_class`",
    "ALTER TABLE `assessment_result_override` DROP FOREIGN KEY `FK_assessment_result_override_enrolment`",
    "DROP TABLE `assessment_plan_change`",
    "DROP TABLE `assessment_grade_change`",
    "DROP TABLE `assessment_result_override`",
    "ALTER TABLE `assessment_grade` DROP COLUMN `resits`",
    "ALTER TABLE `assessment_grade_sheet` DROP COLUMN `published_at`",
    "ALTER TABLE `assessment_grade_sheet` DROP COLUMN `categories`",
  ];
}
