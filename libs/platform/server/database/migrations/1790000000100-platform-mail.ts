import { SqlMigration } from '../sql-migration.ts';

export class PlatformMail1790000000100 extends SqlMigration {
  name = 'PlatformMail1790000000100';

  statements = [
    "CREATE TABLE `platform_mail` (`id` int NOT NULL AUTO_INCREMENT, `recipient` varchar(254) NOT NULL, `subject` varchar(200) NOT NULL, `text` text NOT NULL, `html` mediumtext NULL, `state` varchar(10) NOT NULL DEFAULT 'WAITING', `created_at` datetime(3) NOT NULL, `done_at` datetime(3) NULL, INDEX `IDX_platform_mail_created` (`created_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  ];

  undo = [
    "DROP TABLE `platform_mail`",
  ];
}
