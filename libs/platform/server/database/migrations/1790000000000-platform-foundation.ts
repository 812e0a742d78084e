import { SqlMigration } from '../sql-migration.ts';

export class PlatformFoundation1790000000000 extends SqlMigration {
  name = 'PlatformFoundation1790000000000';

  statements = [
    'CREATE TABLE `platform_clock` (`id` int NOT NULL, `offset_ms` bigint NOT NULL DEFAULT 0, PRIMARY KEY (`id`)) ENGINE=InnoDB',
    'INSERT IGNORE INTO `platform_clock` (`id`, `offset_ms`) VALUES (1, 0)',
    "CREATE TABLE `platform_outbox` (`id` bigint NOT NULL AUTO_INCREMENT, `name` varchar(80) NOT NULL, `payload` json NOT NULL, `available_at` datetime(3) NOT NULL, `relayed_at` datetime(3) NULL, `done_at` datetime(3) NULL, `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), INDEX `IDX_platform_outbox_open` (`done_at`, `relayed_at`, `available_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `platform_inbox` (`event_id` bigint NOT NULL, `subscriber` varchar(120) NOT NULL, `handled_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), PRIMARY KEY (`event_id`, `subscriber`)) ENGINE=InnoDB",
    "CREATE TABLE `platform_idempotency` (`account_id` int NOT NULL, `request_key` varchar(80) NOT NULL, `request_hash` char(64) NOT NULL, `answer` json NULL, `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), INDEX `IDX_platform_idempotency_created` (`created_at`), PRIMARY KEY (`account_id`, `request_key`)) ENGINE=InnoDB",
    "CREATE TABLE `platform_audit` (`id` bigint NOT NULL AUTO_INCREMENT, `at` datetime(3) NOT NULL, `actor_id` int NULL, `action` varchar(80) NOT NULL, `subject_type` varchar(40) NOT NULL, `subject_id` int NOT NULL, `reason` varchar(500) NULL, `before` longtext NOT NULL, `after` longtext NOT NULL, `request_id` varchar(60) NOT NULL, INDEX `IDX_platform_audit_subject` (`subject_type`, `subject_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `platform_audit_link` (`seq` bigint NOT NULL, `audit_id` bigint NOT NULL, `hash` char(64) NOT NULL, UNIQUE INDEX `UQ_platform_audit_link_audit` (`audit_id`), PRIMARY KEY (`seq`)) ENGINE=InnoDB",
    "CREATE TABLE `platform_schedule` (`name` varchar(80) NOT NULL, `next_at` datetime(3) NOT NULL, PRIMARY KEY (`name`)) ENGINE=InnoDB",
    "CREATE TABLE `platform_file` (`id` int NOT NULL AUTO_INCREMENT, `storage_key` char(32) NOT NULL, `name` varchar(255) NOT NULL, `media_type` varchar(100) NOT NULL, `bytes` bigint NOT NULL, `sha256` char(64) NOT NULL, `uploaded_by` int NULL, `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), UNIQUE INDEX `UQ_platform_file_storage_key` (`storage_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  ];

  undo = [
    "DROP TABLE `platform_file`",
    "DROP TABLE `platform_schedule`",
    "DROP TABLE `platform_audit_link`",
    "DROP TABLE `platform_audit`",
    "DROP TABLE `platform_idempotency`",
    "DROP TABLE `platform_inbox`",
    "DROP TABLE `platform_outbox`",
    'DROP TABLE `platform_clock`',
  ];
}
