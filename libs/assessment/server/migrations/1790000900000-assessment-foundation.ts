import { SqlMigration } from '@halong/platform/server';

export class AssessmentFoundation1790000900000 extends SqlMigration {
  name = 'AssessmentFoundation1790000900000';

  statements = [
    "CREATE TABLE `assessment_grade_sheet` (`class_id` int NOT NULL, `state` varchar(20) NOT NULL DEFAULT 'OPEN', `components` json NOT NULL, `version` int NOT NULL DEFAULT '1', PRIMARY KEY (`class_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_grade` (`enrolment_id` int NOT NULL, `component` varchar(40) NOT NULL, `kind` varchar(10) NOT NULL, `score` decimal(5,2) NULL, `version` int NOT NULL DEFAULT '1', PRIMARY KEY (`enrolment_id`, `component`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_result` (`enrolment_id` int NOT NULL, `class_id` int NOT NULL, `average` decimal(5,2) NULL, `band` varchar(20) NULL, `passed` tinyint NULL, INDEX `IDX_assessment_result_class` (`class_id`), PRIMARY KEY (`enrolment_id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_recognition` (`class_id` int NOT NULL, `decision_no` varchar(60) NOT NULL, `decision_date` date NOT NULL, `signer` varchar(120) NOT NULL, `file_id` int NOT NULL, PRIMARY KEY (`class_id`)) ENGINE=InnoDB",
    "ALTER TABLE `assessment_grade_sheet` ADD CONSTRAINT `FK_assessment_grade_sheet_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_grade` ADD CONSTRAINT `FK_assessment_grade_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_result` ADD CONSTRAINT `FK_assessment_result_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_result` ADD CONSTRAINT `FK_assessment_result_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_recognition` ADD CONSTRAINT `FK_assessment_recognition_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_recognition` ADD CONSTRAINT `FK_assessment_recognition_file` FOREIGN KEY (`file_id`) REFERENCES `platform_file`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `assessment_recognition` DROP FOREIGN KEY `FK_assessment_recognition_file`",
    "ALTER TABLE `assessment_recognition` DROP FOREIGN KEY `FK_assessment_recognition_class`",
    "ALTER TABLE `assessment_result` DROP FOREIGN KEY `FK_assessment_result_class`",
    "ALTER TABLE `assessment_result` DROP FOREIGN KEY `FK_assessment_result_enrolment`",
    "ALTER TABLE `assessment_grade` DROP FOREIGN KEY `FK_assessment_grade_enrolment`",
    "ALTER TABLE `assessment_grade_sheet` DROP FOREIGN KEY `FK_assessment_grade_sheet_class`",
    "DROP TABLE `assessment_recognition`",
    "DROP TABLE `assessment_result`",
    "DROP TABLE `assessment_grade`",
    "DROP TABLE `assessment_grade_sheet`",
  ];
}
