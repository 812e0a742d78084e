import { SqlMigration } from '@halong/platform/server';

export class NotificationsFoundation1790000500000 extends SqlMigration {
  name = 'NotificationsFoundation1790000500000';

  statements = [
    "CREATE TABLE `notifications_notification` (`id` int NOT NULL AUTO_INCREMENT, `person_id` int NOT NULL, `kind` varchar(60) NOT NULL, `params` json NOT NULL, `link` varchar(200) NOT NULL, `once_key` varchar(120) NOT NULL, `at` datetime(3) NOT NULL, `read_at` datetime(3) NULL, UNIQUE INDEX `UQ_notifications_notification_once` (`person_id`, `once_key`), INDEX `IDX_notifications_notification_person` (`person_id`, `read_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `notifications_notification` ADD CONSTRAINT `FK_notifications_notification_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `notifications_notification` DROP FOREIGN KEY `FK_notifications_notification_person`",
    "DROP TABLE `notifications_notification`",
  ];
}
