import { SqlMigration } from '@halong/platform/server';

export class AttendanceFoundation1790000800000 extends SqlMigration {
  name = 'AttendanceFoundation1790000800000';

  statements = [
    "CREATE TABLE `attendance_session` (`session_id` int NOT NULL, `secret` binary(32) NOT NULL, `prompts_at` json NOT NULL, `locked_at` datetime(3) NULL, `locked_by` int NULL, `version` int NOT NULL DEFAULT '1', PRIMARY KEY (`session_id`)) ENGINE=InnoDB",
    "CREATE TABLE `attendance_evidence` (`id` bigint NOT NULL AUTO_INCREMENT, `session_id` int NOT NULL, `enrolment_id` int NOT NULL, `kind` varchar(20) NOT NULL, `at` datetime(3) NOT NULL, `detail` json NOT NULL, `once_key` varchar(80) NOT NULL, `by_account` int NULL, `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), UNIQUE INDEX `UQ_attendance_evidence_once` (`session_id`, `enrolment_id`, `kind`, `once_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `attendance_record` (`session_id` int NOT NULL, `enrolment_id` int NOT NULL, `status` varchar(20) NOT NULL, `way` varchar(10) NOT NULL, `arrived_at` datetime(3) NULL, `left_at` datetime(3) NULL, `periods_credited` int NOT NULL, `periods_total` int NOT NULL, `minutes` int NOT NULL, `to_review` tinyint NOT NULL DEFAULT 0, `judgement` json NOT NULL, `version` int NOT NULL DEFAULT '1', INDEX `IDX_attendance_record_enrolment` (`enrolment_id`), PRIMARY KEY (`session_id`, `enrolment_id`)) ENGINE=InnoDB",
    "CREATE TABLE `attendance_code_try` (`session_id` int NOT NULL, `enrolment_id` int NOT NULL, `wrong` int NOT NULL, `paused_until` datetime(3) NULL, PRIMARY KEY (`session_id`, `enrolment_id`)) ENGINE=InnoDB",
    "ALTER TABLE `attendance_session` ADD CONSTRAINT `FK_attendance_session_session` FOREIGN KEY (`session_id`) REFERENCES `classes_session`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `attendance_evidence` ADD CONSTRAINT `FK_attendance_evidence_session` FOREIGN KEY (`session_id`) REFERENCES `classes_session`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `attendance_evidence` ADD CONSTRAINT `FK_attendance_evidence_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `attendance_record` ADD CONSTRAINT `FK_attendance_record_session` FOREIGN KEY (`session_id`) REFERENCES `classes_session`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `attendance_record` ADD CONSTRAINT `FK_attendance_record_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `attendance_code_try` ADD CONSTRAINT `FK_attendance_code_try_session` FOREIGN KEY (`session_id`) REFERENCES `classes_session`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `attendance_code_try` ADD CONSTRAINT `FK_attendance_code_try_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `attendance_code_try` DROP FOREIGN KEY `FK_attendance_code_try_enrolment`",
    "ALTER TABLE `attendance_code_try` DROP FOREIGN KEY `FK_attendance_code_try_session`",
    "ALTER TABLE `attendance_record` DROP FOREIGN KEY `FK_attendance_record_enrolment`",
    "ALTER TABLE `attendance_record` DROP FOREIGN KEY `FK_attendance_record_session`",
    "ALTER TABLE `attendance_evidence` DROP FOREIGN KEY `FK_attendance_evidence_enrolment`",
    "ALTER TABLE `attendance_evidence` DROP FOREIGN KEY `FK_attendance_evidence_session`",
    "ALTER TABLE `attendance_session` DROP FOREIGN KEY `FK_attendance_session_session`",
    "DROP TABLE `attendance_code_try`",
    "DROP TABLE `attendance_record`",
    "DROP TABLE `attendance_evidence`",
    "DROP TABLE `attendance_session`",
  ];
}
