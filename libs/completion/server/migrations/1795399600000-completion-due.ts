import { SqlMigration } from '@halong/platform/server';

export class CompletionDue1795399600000 extends SqlMigration {
  name = 'CompletionDue1795399600000';

  statements = [
    "CREATE TABLE `completion_due` (`enrolment_id` int NOT NULL, PRIMARY KEY (`enrolment_id`)) ENGINE=InnoDB",
    "ALTER TABLE `completion_due` ADD CONSTRAINT `FK_completion_due_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `completion_due` DROP FOREIGN KEY `FK_completion_due_enrolment`",
    "DROP TABLE `completion_due`",
  ];
}
