import { SqlMigration } from '@halong/platform/server';

export class NominationLines1795398087000 extends SqlMigration {
  name = 'NominationLines1795398087000';

  statements = [
    "ALTER TABLE `enrolment_nomination` ADD `submitted_at` datetime(3) NULL",
    "ALTER TABLE `enrolment_nomination` ADD `file_row` int NULL",
    "ALTER TABLE `enrolment_nomination` ADD `written_born` varchar(10) NULL",
    "ALTER TABLE `enrolment_nomination` ADD `written_position` varchar(160) NULL",
    "ALTER TABLE `enrolment_nomination` ADD `personal_id_hash` char(64) NULL",
    "ALTER TABLE `enrolment_nomination` ADD `notes` json NULL",
  ];

  undo = [
    "ALTER TABLE `enrolment_nomination` DROP COLUMN `notes`",
    "ALTER TABLE `enrolment_nomination` DROP COLUMN `personal_id_hash`",
    "ALTER TABLE `enrolment_nomination` DROP COLUMN `written_position`",
    "ALTER TABLE `enrolment_nomination` DROP COLUMN `written_born`",
    "ALTER TABLE `enrolment_nomination` DROP COLUMN `file_row`",
    "ALTER TABLE `enrolment_nomination` DROP COLUMN `submitted_at`",
  ];
}
