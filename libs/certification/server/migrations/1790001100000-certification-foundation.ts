import { SqlMigration } from '@halong/platform/server';

export class CertificationFoundation1790001100000 extends SqlMigration {
  name = 'CertificationFoundation1790001100000';

  statements = [
    "CREATE TABLE `certification_register` (`institution_id` int NOT NULL, `year` int NOT NULL, `kind` varchar(10) NOT NULL, `last_seq` int NOT NULL, PRIMARY KEY (`institution_id`, `year`, `kind`)) ENGINE=InnoDB",
    "CREATE TABLE `certification_certificate` (`id` int NOT NULL AUTO_INCREMENT, `enrolment_id` int NOT NULL, `class_id` int NOT NULL, `institution_id` int NOT NULL, `year` int NOT NULL, `kind` varchar(10) NOT NULL, `seq` int NOT NULL, `register_no` varchar(60) NOT NULL, `verify_code` varchar(40) NOT NULL, `state` varchar(20) NOT NULL, `content` json NOT NULL, `issued_on` date NOT NULL, `file_id` int NULL, `batch_id` int NULL, `revoked_at` datetime(3) NULL, `revocation_ground` varchar(40) NULL, `revocation_decision` varchar(120) NULL, `version` int NOT NULL DEFAULT '1', INDEX `IDX_certification_certificate_class` (`class_id`), UNIQUE INDEX `UQ_certification_certificate_code` (`verify_code`), UNIQUE INDEX `UQ_certification_certificate_no` (`register_no`), UNIQUE INDEX `UQ_certification_certificate_seq` (`institution_id`, `year`, `kind`, `seq`), UNIQUE INDEX `UQ_certification_certificate_enrolment` (`enrolment_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "CREATE TABLE `certification_batch` (`id` int NOT NULL AUTO_INCREMENT, `class_id` int NOT NULL, `total` int NOT NULL, `done` int NOT NULL DEFAULT '0', `state` varchar(20) NOT NULL, `created_by` int NULL, `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), INDEX `IDX_certification_batch_class` (`class_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    "ALTER TABLE `certification_register` ADD CONSTRAINT `FK_certification_register_institution` FOREIGN KEY (`institution_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `certification_certificate` ADD CONSTRAINT `FK_certification_certificate_enrolment` FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment_enrolment`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `certification_certificate` ADD CONSTRAINT `FK_certification_certificate_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `certification_certificate` ADD CONSTRAINT `FK_certification_certificate_institution` FOREIGN KEY (`institution_id`) REFERENCES `organisation_unit`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `certification_certificate` ADD CONSTRAINT `FK_certification_certificate_file` FOREIGN KEY (`file_id`) REFERENCES `platform_file`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
    "ALTER TABLE `certification_batch` ADD CONSTRAINT `FK_certification_batch_class` FOREIGN KEY (`class_id`) REFERENCES `classes_class`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION",
  ];

  undo = [
    "ALTER TABLE `certification_batch` DROP FOREIGN KEY `FK_certification_batch_class`",
    "ALTER TABLE `certification_certificate` DROP FOREIGN KEY `FK_certification_certificate_file`",
    "ALTER TABLE `certification_certificate` DROP FOREIGN KEY `FK_certification_certificate_institution`",
    "ALTER TABLE `certification_certificate` DROP FOREIGN KEY `FK_certification_certificate_class`",
    "ALTER TABLE `certification_certificate` DROP FOREIGN KEY `FK_certification_certificate_enrolment`",
    "ALTER TABLE `certification_register` DROP FOREIGN KEY `FK_certification_register_institution`",
    "DROP TABLE `certification_batch`",
    "DROP TABLE `certification_certificate`",
    "DROP TABLE `certification_register`",
  ];
}
