import { SqlMigration } from '@halong/platform/server';

export class Marking1795836946809 extends SqlMigration {
  name = 'Marking1795836946809';

  statements = [
    "CREATE TABLE `assessment_rubric` (`id` int NOT NULL AUTO_INCREMENT, `programme_id` int NULL, `class_id` int NULL, `title` varchar(160) NOT NULL, `version` int NOT NULL DEFAULT '1', INDEX `IDX_assessment_rubric_programme` (`programme_id`), INDEX `IDX_assessment_rubric_class` (`class_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_rubric_version` (`id` int NOT NULL AUTO_INCREMENT, `rubric_id` int NOT NULL, `no` int NOT NULL, `content` json NOT NULL, `changed_at` datetime(3) NOT NULL, UNIQUE INDEX `UQ_assessment_rubric_version` (`rubric_id`, `no`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_marking_plan` (`assignment_id` int NOT NULL, `mark_by` date NULL, PRIMARY KEY (`assignment_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_marking` (`id` int NOT NULL AUTO_INCREMENT, `submission_id` int NOT NULL, `marker_no` tinyint NOT NULL, `person_id` int NULL, `state` varchar(10) NOT NULL DEFAULT 'TO_DO', `later` tinyint NOT NULL DEFAULT 0, `rubric_version_id` int NULL, `points` json NOT NULL, `override_mark` decimal(6,2) NULL, `override_reason` varchar(500) NOT NULL DEFAULT '', `total` decimal(6,2) NULL, `comment` text NOT NULL, `notes` json NOT NULL, `version` int NOT NULL DEFAULT '0', `saved_at` datetime(3) NULL, `saved_by` int NULL, UNIQUE INDEX `UQ_assessment_marking_no` (`submission_id`, `marker_no`), UNIQUE INDEX `UQ_assessment_marking_person` (`submission_id`, `person_id`), INDEX `IDX_assessment_marking_person` (`person_id`, `state`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_marking_file` (`marking_id` int NOT NULL, `document_id` int NOT NULL, `position` int NOT NULL, INDEX `IDX_assessment_marking_file_document` (`document_id`), PRIMARY KEY (`marking_id`, `document_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_submission_mark` (`submission_id` int NOT NULL, `raw` decimal(6,2) NOT NULL, `source` varchar(10) NOT NULL, `reason` varchar(500) NOT NULL DEFAULT '', `deduction` decimal(6,2) NOT NULL DEFAULT '0.00', `final` decimal(6,2) NULL, `released_at` datetime(3) NULL, PRIMARY KEY (`submission_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_reusable_comment` (`id` int NOT NULL AUTO_INCREMENT, `person_id` int NOT NULL, `text` text NOT NULL, `text_hash` char(64) NOT NULL, `used` int NOT NULL DEFAULT '1', UNIQUE INDEX `UQ_assessment_reusable_comment` (`person_id`, `text_hash`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_script_signature` (`submission_id` int NOT NULL, `signature` json NOT NULL, PRIMARY KEY (`submission_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_script_likeness` (`first_id` int NOT NULL, `second_id` int NOT NULL, `percent` int NOT NULL, `in_first` json NOT NULL, `in_second` json NOT NULL, INDEX `IDX_assessment_script_likeness_second` (`second_id`), PRIMARY KEY (`first_id`, `second_id`)) ENGINE=InnoDB",
    "ALTER TABLE `assessment_rubric` ADD CONSTRAINT `FK_assessment_rubric_programme` FOREIGN KEY (`programme_id`) REFERENCES `catalogue_programme`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_rubric` ADD CONSTRAINT `FK_assessment_rubric_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_rubric_version` ADD CONSTRAINT `FK_assessment_rubric_version_rubric` FOREIGN KEY (`rubric_id`) REFERENCES `assessment_rubric`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking_plan` ADD CONSTRAINT `FK_assessment_marking_plan_assignment` FOREIGN KEY (`assignment_id`) REFERENCES `assessment_assignment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking` ADD CONSTRAINT `FK_assessment_marking_submission` FOREIGN KEY (`submission_id`) REFERENCES `assessment_submission`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking` ADD CONSTRAINT `FK_assessment_marking_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking` ADD CONSTRAINT `FK_assessment_marking_rubric` FOREIGN KEY (`rubric_version_id`) REFERENCES `assessment_rubric_version`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking` ADD CONSTRAINT `FK_assessment_marking_account` FOREIGN KEY (`saved_by`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking_file` ADD CONSTRAINT `FK_assessment_marking_file_marking` FOREIGN KEY (`marking_id`) REFERENCES `assessment_marking`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_marking_file` ADD CONSTRAINT `FK_assessment_marking_file_document` FOREIGN KEY (`document_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_submission_mark` ADD CONSTRAINT `FK_assessment_submission_mark_submission` FOREIGN KEY (`submission_id`) REFERENCES `assessment_submission`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_reusable_comment` ADD CONSTRAINT `FK_assessment_reusable_comment_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_script_signature` ADD CONSTRAINT `FK_assessment_script_signature_submission` FOREIGN KEY (`submission_id`) REFERENCES `assessment_submission`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_script_likeness` ADD CONSTRAINT `FK_assessment_script_likeness_first` FOREIGN KEY (`first_id`) REFERENCES `assessment_submission`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_script_likeness` ADD CONSTRAINT `FK_assessment_script_likeness_second` FOREIGN KEY (`second_id`) REFERENCES `assessment_submission`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `assessment_script_likeness` DROP FOREIGN KEY `FK_assessment_script_likeness_second`",
    "ALTER TABLE `assessment_script_likeness` DROP FOREIGN KEY `FK_assessment_script_likeness_first`",
    "ALTER TABLE `assessment_script_signature` DROP FOREIGN KEY `FK_assessment_script_signature_submission`",
    "ALTER TABLE `assessment_reusable_comment` DROP FOREIGN KEY `FK_assessment_reusable_comment_person`",
    "ALTER TABLE `assessment_submission_mark` DROP FOREIGN KEY `FK_assessment_submission_mark_submission`",
    "ALTER TABLE `assessment_marking_file` DROP FOREIGN KEY `FK_assessment_marking_file_document`",
    "ALTER TABLE `assessment_marking_file` DROP FOREIGN KEY `FK_assessment_marking_file_marking`",
    "ALTER TABLE `assessment_marking` DROP FOREIGN KEY `FK_assessment_marking_account`",
    "ALTER TABLE `assessment_marking` DROP FOREIGN KEY `FK_assessment_marking_rubric`",
    "ALTER TABLE `assessment_marking` DROP FOREIGN KEY `FK_assessment_marking_person`",
    "ALTER TABLE `assessment_marking` DROP FOREIGN KEY `FK_assessment_marking_submission`",
    "ALTER TABLE `assessment_marking_plan` DROP FOREIGN KEY `FK_assessment_marking_plan_assignment`",
    "ALTER TABLE `assessment_rubric_version` DROP FOREIGN KEY `FK_assessment_rubric_version_rubric`",
    "ALTER TABLE `assessment_rubric` DROP FOREIGN KEY `FK_assessment_rubric_class`",
    "ALTER TABLE `assessment_rubric` DROP FOREIGN KEY `FK_assessment_rubric_programme`",
    "DROP TABLE `assessment_script_likeness`",
    "DROP TABLE `assessment_script_signature`",
    "DROP TABLE `assessment_reusable_comment`",
    "DROP TABLE `assessment_submission_mark`",
    "DROP TABLE `assessment_marking_file`",
    "DROP TABLE `assessment_marking`",
    "DROP TABLE `assessment_marking_plan`",
    "DROP TABLE `assessment_rubric_version`",
    "DROP TABLE `assessment_rubric`",
  ];
}
