import { SqlMigration } from '@halong/platform/server';

export class MailedAt1795398086971 extends SqlMigration {
  name = 'MailedAt1795398086971';

  statements = [
    "ALTER TABLE `notifications_notification` ADD `mailed_at` datetime(3) NULL",
    "CREATE INDEX `IDX_notifications_notification_newest` ON `notifications_notification` (`person_id`, `id`)",
  ];

  undo = [
    "DROP INDEX `IDX_notifications_notification_newest` ON `notifications_notification`",
    "ALTER TABLE `notifications_notification` DROP COLUMN `mailed_at`",
  ];
}
