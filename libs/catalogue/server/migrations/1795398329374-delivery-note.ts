import { SqlMigration } from '@halong/platform/server';

export class DeliveryNote1795398329374 extends SqlMigration {
  name = 'DeliveryNote1795398329374';

  statements = [
    "ALTER TABLE `catalogue_programme_version` ADD `delivery_note` varchar(120) NULL",
  ];

  undo = [
    "ALTER TABLE `catalogue_programme_version` DROP COLUMN `delivery_note`",
  ];
}
