import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, column, index or key exists already; or, going down, is gone already. */
const doneAlready = new Set([1050, 1060, 1061, 1826, 1022, 1005, 1091, 1051, 1146]);

/**
 * A migration as a list of statements. DDL commits by itself in MariaDB, so a killed migration leaves half of
 * them behind; running it again skips what is already there and does the rest.
 */
export abstract class SqlMigration implements MigrationInterface {
  abstract name: string;
  abstract statements: readonly string[];
  abstract undo: readonly string[];

  up(runner: QueryRunner): Promise<void> {
    return this.apply(runner, this.statements);
  }

  down(runner: QueryRunner): Promise<void> {
    return this.apply(runner, this.undo);
  }

  private async apply(runner: QueryRunner, statements: readonly string[]): Promise<void> {
    for (const statement of statements) {
      try {
        await runner.query(statement);
      } catch (error) {
        const { errno, message } = error as { errno?: number; message: string };
        // 1005 also stands for a foreign key that cannot be made: only "duplicate key" (121) means done.
        const done = doneAlready.has(errno ?? 0) && (errno !== 1005 || /errno: 121/.test(message));
        if (!done) throw error;
      }
    }
  }
}
