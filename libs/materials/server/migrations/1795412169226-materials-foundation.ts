import { SqlMigration } from '@halong/platform/server';

export class MaterialsFoundation1795412169226 extends SqlMigration {
  name = 'MaterialsFoundation1795412169226';

  statements = [
    "CREATE TABLE `materials_document` (`id` int NOT NULL AUTO_INCREMENT, `file_id` int NOT NULL, `owner_id` int NOT NULL, `purpose` varchar(20) NOT NULL, `name` varchar(255) NOT NULL, `title` varchar(255) NOT NULL, `kind` varchar(20) NOT NULL, `media_type` varchar(100) NOT NULL, `bytes` bigint NOT NULL, `sha256` char(64) NOT NULL, `classification` varchar(20) NOT NULL, `scan` varchar(20) NOT NULL, `pages` int NULL, `duration_ms` int NULL, `alt_text` varchar(500) NULL, `created_at` datetime(3) NOT NULL, INDEX `IDX_materials_document_file` (`file_id`), INDEX `IDX_materials_document_owner` (`owner_id`, `created_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_upload` (`id` int NOT NULL AUTO_INCREMENT, `token` char(32) NOT NULL, `owner_id` int NOT NULL, `class_id` int NULL, `purpose` varchar(20) NOT NULL, `classification` varchar(20) NOT NULL, `name` varchar(255) NOT NULL, `bytes` bigint NOT NULL, `state` varchar(20) NOT NULL DEFAULT 'RECEIVING', `sha256` char(64) NULL, `document_id` int NULL, `refusal` varchar(80) NULL, `refusal_params` json NULL, `locked_by` varchar(32) NULL, `locked_until` datetime(3) NULL, `lock_wanted` tinyint NOT NULL DEFAULT 0, `created_at` datetime(3) NOT NULL, `received_at` datetime(3) NULL, `expires_at` datetime(3) NOT NULL, INDEX `IDX_materials_upload_state` (`state`, `expires_at`), INDEX `IDX_materials_upload_owner` (`owner_id`, `state`), UNIQUE INDEX `UQ_materials_upload_token` (`token`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_upload_limit` (`id` int NOT NULL AUTO_INCREMENT, `scope` varchar(40) NOT NULL, `class_id` int NULL, `account_id` int NULL, `max_bytes` bigint NOT NULL, `open_uploads` int NOT NULL, UNIQUE INDEX `UQ_materials_upload_limit` (`scope`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `materials_document` ADD CONSTRAINT `FK_materials_document_file` FOREIGN KEY (`file_id`) REFERENCES `platform_file`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_document` ADD CONSTRAINT `FK_materials_document_owner` FOREIGN KEY (`owner_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_upload` ADD CONSTRAINT `FK_materials_upload_owner` FOREIGN KEY (`owner_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_upload` ADD CONSTRAINT `FK_materials_upload_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_upload` ADD CONSTRAINT `FK_materials_upload_document` FOREIGN KEY (`document_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_upload_limit` ADD CONSTRAINT `FK_materials_upload_limit_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_upload_limit` ADD CONSTRAINT `FK_materials_upload_limit_account` FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "INSERT INTO `materials_upload_limit` (`scope`, `max_bytes`, `open_uploads`) VALUES ('all', 2147483648, 20)",
  ];

  undo = [
    "ALTER TABLE `materials_upload_limit` DROP FOREIGN KEY `FK_materials_upload_limit_account`",
    "ALTER TABLE `materials_upload_limit` DROP FOREIGN KEY `FK_materials_upload_limit_class`",
    "ALTER TABLE `materials_upload` DROP FOREIGN KEY `FK_materials_upload_document`",
    "ALTER TABLE `materials_upload` DROP FOREIGN KEY `FK_materials_upload_class`",
    "ALTER TABLE `materials_upload` DROP FOREIGN KEY `FK_materials_upload_owner`",
    "ALTER TABLE `materials_document` DROP FOREIGN KEY `FK_materials_document_owner`",
    "ALTER TABLE `materials_document` DROP FOREIGN KEY `FK_materials_document_file`",
    "DROP TABLE `materials_upload_limit`",
    "DROP TABLE `materials_upload`",
    "DROP TABLE `materials_document`",
  ];
}
