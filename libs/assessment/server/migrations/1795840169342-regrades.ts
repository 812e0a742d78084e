import { SqlMigration } from '@halong/platform/server';

export class Regrades1795840169342 extends SqlMigration {
  name = 'Regrades1795840169342';

  statements = [
    "CREATE TABLE `assessment_regrade` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `enrolment_id` int NOT NULL, `component` varchar(40) NOT NULL, `code` varchar(12) NOT NULL, `state` varchar(20) NOT NULL, `reason` varchar(1000) NOT NULL, `answer` varchar(500) NULL, `old_score` decimal(5,2) NOT NULL, `new_score` decimal(5,2) NULL, `asked_at` datetime(3) NOT NULL, `version` int NOT NULL DEFAULT '1', INDEX `IDX_assessment_regrade_class` (`class_id`, `state`), UNIQUE INDEX `UQ_assessment_regrade_component` (`enrolment_id`, `component`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `assessment_regrade_mark` (`regrade_id` int NOT NULL, `person_id` int NOT NULL, `score` decimal(5,2) NULL, `note` varchar(500) NOT NULL DEFAULT '', PRIMARY KEY (`regrade_id`, `person_id`)) ENGINE=InnoDB",
    "ALTER TABLE `assessment_regrade` ADD CONSTRAINT `FK_assessment_regrade_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_regrade` ADD CONSTRAINT `FK_assessment_regrade_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_regrade_mark` ADD CONSTRAINT `FK_assessment_regrade_mark_regrade` FOREIGN KEY (`regrade_id`) REFERENCES `assessment_regrade`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `assessment_regrade_mark` ADD CONSTRAINT `FK_assessment_regrade_mark_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `assessment_regrade_mark` DROP FOREIGN KEY `FK_assessment_regrade_mark_person`",
    "ALTER TABLE `assessment_regrade_mark` DROP FOREIGN KEY `FK_assessment_regrade_mark_regrade`",
    "ALTER TABLE `assessment_regrade` DROP FOREIGN KEY `FK_assessment_regrade_enrolment`",
    "ALTER TABLE `assessment_regrade` DROP FOREIGN KEY `FK_assessment_regrade_class`",
    "DROP TABLE `assessment_regrade_mark`",
    "DROP TABLE `assessment_regrade`",
  ];
}
