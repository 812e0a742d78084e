import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { schemaDrift } from './draft-migration.ts';
import { platformMigrations } from './platform.migrations.ts';
import type { SqlMigration } from './sql-migration.ts';

describe('the platform’s migrations', () => {
  let app: TestInstallation;
  let source: DataSource;
  beforeEach(async () => {
    app = await testInstallation([]);
    source = app.get(DataSource);
  });
  afterEach(() => app.close());

  const tables = async () => (await app.db.rows<{ name: string }>('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()')).map(({ name }) => name);
  const migrations = platformMigrations.map((Migration) => new Migration() as SqlMigration);

  async function down(): Promise<void> {
    for (let count = 0; count < migrations.length; count += 1) await source.undoLastMigration({ transaction: 'none' });
  }

  it('agree with the entities, go down to nothing and up again', async () => {
    expect((await schemaDrift(source)).up).toEqual([]);
    await down();
    expect(await tables()).toEqual(['platform_migration']);
    await source.runMigrations({ transaction: 'none' });
    expect((await schemaDrift(source)).up).toEqual([]);
  });

  it('end well wherever they were killed', async () => {
    const runner = source.createQueryRunner();
    for (const migration of migrations) {
      for (let killedAfter = 0; killedAfter <= migration.statements.length; killedAfter += 1) {
        await migration.down(runner);
        for (const statement of migration.statements.slice(0, killedAfter)) await runner.query(statement);
        await migration.up(runner);
        expect((await schemaDrift(source)).up).toEqual([]);
      }
    }
    await runner.release();
  });
});
