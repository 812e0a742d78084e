import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { Pool, PoolConnection } from 'mysql2';
import type { DatabaseTarget } from '../config/config.ts';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface SourceOptions {
  target: DatabaseTarget;
  poolSize: number;
  entities: EntityClass[];
  migrations: MigrationClass[];
}

/** Locks decide, not snapshots: READ COMMITTED behaves the same on MariaDB and MySQL. */
const session = ['SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', "SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 3"];

/** Queued before whatever the taker of the connection asks; a connection that does not obey is not used. */
function introduce(connection: PoolConnection): void {
  connection.on('error', () => undefined); // the statement that meets the fault reports it
  for (const statement of session) connection.query(statement, (error) => error && connection.destroy());
}

export function createDataSource({ target, poolSize, entities, migrations }: SourceOptions): DataSource {
  return new DataSource({
    type: 'mariadb',
    connectorPackage: 'mysql2',
    username: target.user,
    password: target.password,
    database: target.database,
    host: target.host,
    port: target.port,
    socketPath: target.socketPath,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: ['DATE'],
    entities,
    migrations,
    migrationsTableName: 'platform_migration',
    synchronize: false,
    // Failed statements reach the log as errors, without the parameters that TypeORM would print.
    logging: false,
    poolSize,
    extra: {
      decimalNumbers: true,
      stringifyObjects: true,
      maxPreparedStatements: 400,
      queueLimit: 1_000,
      connectTimeout: 5_000,
      enableKeepAlive: true,
    },
  } as never);
}

/** Connects and makes every connection of the pool speak our dialect of time and isolation. */
export async function openDataSource(options: SourceOptions): Promise<DataSource> {
  const source = createDataSource(options);
  await source.initialize();
  const pool = (source.driver as unknown as { pool: Pool }).pool;
  pool.on('connection', introduce);
  // The connection that TypeORM opened while it started has not heard it yet.
  const idle = await new Promise<PoolConnection>((resolve, reject) => pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection))));
  introduce(idle);
  idle.release();
  return source;
}
