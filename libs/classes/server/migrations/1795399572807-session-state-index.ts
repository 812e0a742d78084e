import { SqlMigration } from '@halong/platform/server';

export class SessionStateIndex1795399572807 extends SqlMigration {
  name = 'SessionStateIndex1795399572807';

  statements = [
    "CREATE INDEX `IDX_classes_session_state` ON `classes_session` (`state`, `starts_at`)",
  ];

  undo = [
    "DROP INDEX `IDX_classes_session_state` ON `classes_session`",
  ];
}
