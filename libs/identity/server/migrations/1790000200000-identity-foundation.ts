import { SqlMigration } from '@halong/platform/server';

export class IdentityFoundation1790000200000 extends SqlMigration {
  name = 'IdentityFoundation1790000200000';

  statements = [
    "CREATE TABLE `identity_account` (`id` int NOT NULL AUTO_INCREMENT, `login` varchar(80) NOT NULL, `display_name` varchar(120) NOT NULL, `person_id` int NULL, `email` varchar(120) NULL, `password_hash` varchar(200) NULL, `disabled_at` datetime(3) NULL, `language` char(2) NOT NULL DEFAULT 'vi', `version` int NOT NULL DEFAULT '1', `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), UNIQUE INDEX `UQ_identity_account_person` (`person_id`), UNIQUE INDEX `UQ_identity_account_login` (`login`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `identity_one_time_code` (`id` int NOT NULL AUTO_INCREMENT, `account_id` int NOT NULL, `code_hash` char(64) NOT NULL, `issued_by` int NULL, `expires_at` datetime(3) NOT NULL, `used_at` datetime(3) NULL, INDEX `IDX_identity_one_time_code_account` (`account_id`), UNIQUE INDEX `UQ_identity_one_time_code_hash` (`code_hash`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `identity_role_grant` (`id` int NOT NULL AUTO_INCREMENT, `account_id` int NOT NULL, `role` varchar(40) NOT NULL, `scope_type` varchar(20) NOT NULL, `scope_id` int NOT NULL DEFAULT '0', `valid_from` date NOT NULL, `valid_to` date NULL, `granted_by` int NULL, INDEX `IDX_identity_role_grant_scope` (`role`, `scope_type`, `scope_id`), INDEX `IDX_identity_role_grant_account` (`account_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `identity_session` (`id` int NOT NULL AUTO_INCREMENT, `account_id` int NOT NULL, `token_hash` char(64) NOT NULL, `own_device` tinyint NOT NULL DEFAULT 0, `user_agent` varchar(200) NOT NULL DEFAULT '', `created_at` datetime(3) NOT NULL, `seen_at` datetime(3) NOT NULL, `expires_at` datetime(3) NOT NULL, `ended_at` datetime(3) NULL, INDEX `IDX_identity_session_account` (`account_id`), UNIQUE INDEX `UQ_identity_session_token` (`token_hash`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `identity_account` ADD CONSTRAINT `FK_identity_account_person` FOREIGN KEY (`person_id`) REFERENCES `organisation_person`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `identity_one_time_code` ADD CONSTRAINT `FK_identity_one_time_code_account` FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `identity_role_grant` ADD CONSTRAINT `FK_identity_role_grant_account` FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `identity_session` ADD CONSTRAINT `FK_identity_session_account` FOREIGN KEY (`account_id`) REFERENCES `identity_account`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `identity_session` DROP FOREIGN KEY `FK_identity_session_account`",
    "ALTER TABLE `identity_role_grant` DROP FOREIGN KEY `FK_identity_role_grant_account`",
    "ALTER TABLE `identity_one_time_code` DROP FOREIGN KEY `FK_identity_one_time_code_account`",
    "ALTER TABLE `identity_account` DROP FOREIGN KEY `FK_identity_account_person`",
    "DROP TABLE `identity_session`",
    "DROP TABLE `identity_role_grant`",
    "DROP TABLE `identity_one_time_code`",
    "DROP TABLE `identity_account`",
  ];
}
