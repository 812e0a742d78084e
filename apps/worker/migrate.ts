import { entitiesOf, loadConfig, migrationsOf, openDataSource } from '@halong/platform/server';
import { domains } from '../api/domains.ts';

/** Brings the schema up to date: `migrate` or `migrate down` (the last one only). */
const config = loadConfig();
const source = await openDataSource({ target: config.database, poolSize: 2, entities: entitiesOf(domains), migrations: migrationsOf(domains) });
if (process.argv[2] === 'down') await source.undoLastMigration({ transaction: 'none' });
else for (const { name } of await source.runMigrations({ transaction: 'none' })) console.log(`migrated ${name}`);
await source.destroy();
