import { SqlMigration } from '@halong/platform/server';

export class JudgedPeriods1795399420408 extends SqlMigration {
  name = 'JudgedPeriods1795399420408';

  statements = [
    "ALTER TABLE `attendance_session` ADD `judged_until` datetime(3) NULL",
    "ALTER TABLE `attendance_record` ADD `periods_to_decide` int NOT NULL DEFAULT '0'",
    "ALTER TABLE `attendance_record` ADD `periods_upcoming` int NOT NULL DEFAULT '0'",
  ];

  undo = [
    "ALTER TABLE `attendance_record` DROP COLUMN `periods_upcoming`",
    "ALTER TABLE `attendance_record` DROP COLUMN `periods_to_decide`",
    "ALTER TABLE `attendance_session` DROP COLUMN `judged_until`",
  ];
}
