import { SqlMigration } from '@halong/platform/server';

export class MaterialsRenditions1795855695884 extends SqlMigration {
  name = 'MaterialsRenditions1795855695884';

  statements = [
    "CREATE TABLE `materials_rendition` (`id` int NOT NULL AUTO_INCREMENT, `document_id` int NOT NULL, `kind` varchar(20) NOT NULL, `state` varchar(20) NOT NULL DEFAULT 'QUEUED', `percent` int NOT NULL DEFAULT '0', `reason` varchar(40) NULL, `attempts` int NOT NULL DEFAULT '0', `parked` tinyint NOT NULL DEFAULT 0, `updated_at` datetime(3) NOT NULL, INDEX `IDX_materials_rendition_state` (`state`, `parked`), UNIQUE INDEX `UQ_materials_rendition` (`document_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_rendition_file` (`id` int NOT NULL AUTO_INCREMENT, `rendition_id` int NOT NULL, `name` varchar(60) NOT NULL, `file_id` int NOT NULL, `media_type` varchar(60) NOT NULL, `bytes` bigint NOT NULL, `width` int NULL, `height` int NULL, INDEX `IDX_materials_rendition_file_file` (`file_id`), UNIQUE INDEX `UQ_materials_rendition_file` (`rendition_id`, `name`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_document_text` (`id` int NOT NULL AUTO_INCREMENT, `document_id` int NOT NULL, `part` varchar(10) NOT NULL, `page` int NOT NULL, `text` mediumtext NOT NULL, `search_key` mediumtext NOT NULL, UNIQUE INDEX `UQ_materials_document_text` (`document_id`, `part`, `page`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `materials_caption` (`id` int NOT NULL AUTO_INCREMENT, `video_id` int NOT NULL, `captions_id` int NOT NULL, `language` varchar(10) NOT NULL, INDEX `IDX_materials_caption_captions` (`captions_id`), UNIQUE INDEX `UQ_materials_caption` (`video_id`, `language`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `materials_rendition` ADD CONSTRAINT `FK_materials_rendition_document` FOREIGN KEY (`document_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_rendition_file` ADD CONSTRAINT `FK_materials_rendition_file_rendition` FOREIGN KEY (`rendition_id`) REFERENCES `materials_rendition`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_rendition_file` ADD CONSTRAINT `FK_materials_rendition_file_file` FOREIGN KEY (`file_id`) REFERENCES `platform_file`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_document_text` ADD CONSTRAINT `FK_materials_document_text_document` FOREIGN KEY (`document_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_caption` ADD CONSTRAINT `FK_materials_caption_video` FOREIGN KEY (`video_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `materials_caption` ADD CONSTRAINT `FK_materials_caption_captions` FOREIGN KEY (`captions_id`) REFERENCES `materials_document`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    // What was sent before wants its forms too; the worker finds it.
    "INSERT INTO `materials_rendition` (`document_id`, `kind`, `parked`, `updated_at`) SELECT `id`, CASE WHEN `kind` IN ('VIDEO', 'AUDIO') THEN 'STREAM' WHEN `kind` = 'IMAGE' THEN 'PICTURE' WHEN `kind` IN ('TEXT', 'CAPTIONS') THEN 'WORDS' ELSE 'PAGES' END, 1, `created_at` FROM `materials_document` WHERE `kind` <> 'ARCHIVE'",
  ];

  undo = [
    "DROP TABLE `materials_caption`",
    "DROP TABLE `materials_document_text`",
    "DROP TABLE `materials_rendition_file`",
    "DROP TABLE `materials_rendition`",
  ];
}
