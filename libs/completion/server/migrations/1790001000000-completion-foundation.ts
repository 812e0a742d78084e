import { SqlMigration } from '@halong/platform/server';

export class CompletionFoundation1790001000000 extends SqlMigration {
  name = 'CompletionFoundation1790001000000';

  statements = [
    "CREATE TABLE `completion_result` (`enrolment_id` int NOT NULL, `class_id` int NOT NULL, `complete` tinyint NOT NULL, `tree` json NOT NULL, `computed_at` datetime(3) NOT NULL, INDEX `IDX_completion_result_class` (`class_id`, `complete`), PRIMARY KEY (`enrolment_id`)) ENGINE=InnoDB",
    "CREATE TABLE `completion_ledger` (`enrolment_id` int NOT NULL, `year` int NOT NULL, `person_id` int NOT NULL, `state` varchar(20) NOT NULL, `periods_attended` int NOT NULL, `periods_expected` int NOT NULL, INDEX `IDX_completion_ledger_year` (`year`, `state`), INDEX `IDX_completion_ledger_person` (`person_id`, `year`), PRIMARY KEY (`enrolment_id`, `year`)) ENGINE=InnoDB",
    "ALTER TABLE `completion_result` ADD CONSTRAINT `FK_completion_result_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `completion_result` ADD CONSTRAINT `FK_completion_result_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `completion_ledger` ADD CONSTRAINT `FK_completion_ledger_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `completion_ledger` ADD CONSTRAINT `FK_completion_ledger_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `completion_ledger` DROP FOREIGN KEY `FK_completion_ledger_person`",
    "ALTER TABLE `completion_ledger` DROP FOREIGN KEY `FK_completion_ledger_enrolment`",
    "ALTER TABLE `completion_result` DROP FOREIGN KEY `FK_completion_result_class`",
    "ALTER TABLE `completion_result` DROP FOREIGN KEY `FK_completion_result_enrolment`",
    "DROP TABLE `completion_ledger`",
    "DROP TABLE `completion_result`",
  ];
}
