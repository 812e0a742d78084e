import { SqlMigration } from '@halong/platform/server';

export class YearSums1795407300000 extends SqlMigration {
  name = 'YearSums1795407300000';

  statements = [
    "CREATE TABLE `completion_year` (`person_id` int NOT NULL, `year` int NOT NULL, `counted` int NOT NULL DEFAULT '0', `on_the_way` int NOT NULL DEFAULT '0', `expected` int NOT NULL DEFAULT '0', `entries` int NOT NULL DEFAULT '0', PRIMARY KEY (`person_id`, `year`)) ENGINE=InnoDB",
    "ALTER TABLE `completion_year` ADD CONSTRAINT `FK_completion_year_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "INSERT INTO `completion_year` (`person_id`, `year`, `counted`, `on_the_way`, `expected`, `entries`) SELECT `person_id`, `year`, SUM(IF(`state` = 'COUNTED', `periods_attended`, 0)), SUM(IF(`state` = 'ON_THE_WAY', `periods_attended`, 0)), SUM(IF(`state` = 'NONE', 0, `periods_expected`)), SUM(`state` <> 'NONE') FROM `completion_ledger` GROUP BY `person_id`, `year`",
  ];

  undo = [
    "ALTER TABLE `completion_year` DROP FOREIGN KEY `FK_completion_year_person`",
    "DROP TABLE `completion_year`",
  ];
}
