import { SqlMigration } from '@halong/platform/server';

export class RegulationsFoundation1790000300000 extends SqlMigration {
  name = 'RegulationsFoundation1790000300000';

  statements = [
    "CREATE TABLE `regulations_rule_set` (`id` int NOT NULL AUTO_INCREMENT, `category` varchar(40) NOT NULL, `version` int NOT NULL, `name_vi` varchar(200) NOT NULL, `name_en` varchar(200) NOT NULL, `legal_basis` varchar(500) NOT NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `rules` json NOT NULL, `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), UNIQUE INDEX `UQ_regulations_rule_set_version` (`category`, `version`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  ];

  undo = [
    "DROP TABLE `regulations_rule_set`",
  ];
}
