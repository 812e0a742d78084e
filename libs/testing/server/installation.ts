import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import { createConnection } from 'mysql2/promise';
import {
  Clock, Database, entitiesOf, inRequest, loadConfig, migrationsOf, openApi, openContext, openDataSource, openRedis, Relay,
  type Composition, type Config, type Domain, type Running,
} from '@halong/platform/server';
import type { Actor, RoleGrant } from '@halong/platform/contract';

export interface TestInstallation {
  config: Config;
  db: Database;
  clock: Clock;
  get<T>(type: Type<T>): T;
  /** Runs as this person, as if a request of theirs were being handled. */
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  /** Waits until every published message has been dealt with. */
  settled(): Promise<void>;
  /** Ends everything and drops the database. */
  close(): Promise<void>;
  /** The address of the API, when it was asked for. */
  url: string;
}

function administratorUrl(): URL {
  if (!process.env['DATABASE_URL'] || !process.env['REDIS_URL']) {
    throw new Error('Service tests need DATABASE_URL and REDIS_URL. `npm test -- <project>` starts private services and sets both.');
  }
  return new URL(process.env['DATABASE_URL']);
}

async function administrate(statement: string): Promise<void> {
  const url = administratorUrl();
  const socketPath = url.searchParams.get('socketPath') ?? undefined;
  const connection = await createConnection({
    user: decodeURIComponent(url.username), password: decodeURIComponent(url.password),
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
  });
  await connection.query(statement);
  await connection.end();
}

export interface InstallationOptions {
  /** Relay, queues and schedules run in this process too. */
  background?: boolean;
  /** HTTP and sockets on a free port of the loopback. */
  http?: boolean;
}

/**
 * A whole installation of these domains on its own database of the real MariaDB and the real Redis.
 * @throws whatever keeps the processes from starting; nothing is left behind then
 */
export async function testInstallation(domains: Domain[], options: InstallationOptions = {}): Promise<TestInstallation> {
  const database = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'halong-test-'));
  const url = administratorUrl();
  url.pathname = `/${database}`;
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: url.toString(), REDIS_URL: process.env['REDIS_URL'], DATA_DIR: folder, LOG_LEVEL: 'error', WEB_DIR: join(folder, 'none') });
  const processes: Running[] = [];
  const close = async () => {
    for (const running of processes) await running.close();
    await administrate(`DROP DATABASE ${database}`);
    await forget(config);
    rmSync(folder, { recursive: true, force: true });
  };
  await administrate(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  try {
    await migrate(config, domains);
    const { main, address } = await start({ name: 'test', config, domains }, options, processes);
    return {
      config,
      db: main.app.get(Database),
      clock: main.app.get(Clock),
      url: address,
      get: (type) => main.app.get(type, { strict: false }),
      as: (actor, work) => inRequest({ requestId: 'test', language: 'vi', actor }, work),
      settled: () => settled(main.app.get(Relay)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(composition: Composition, options: InstallationOptions, processes: Running[]): Promise<{ main: Running; address: string }> {
  if (options.background || !options.http) processes.push(await openContext({ ...composition, background: options.background ?? false }));
  if (!options.http) return { main: processes[0] as Running, address: '' };
  const api = await openApi(composition);
  processes.unshift(api);
  await api.app.listen(0, '127.0.0.1');
  return { main: api, address: await api.app.getUrl() };
}

/** Takes what this installation left in the Redis that all of them share. */
async function forget(config: Config): Promise<void> {
  const redis = openRedis(config.REDIS_URL, { blocking: true });
  for (const pattern of [`${config.database.database}:*`, `*${config.database.database}`]) {
    for await (const keys of redis.scanStream({ match: pattern, count: 1_000 }) as AsyncIterable<string[]>) if (keys.length > 0) await redis.del(...keys);
  }
  redis.disconnect();
}

export async function migrate(config: Config, domains: Domain[]): Promise<void> {
  const source = await openDataSource({ target: config.database, poolSize: 2, entities: entitiesOf(domains), migrations: migrationsOf(domains) });
  await source.runMigrations({ transaction: 'none' });
  await source.destroy();
}

/** Nothing is waiting: every subscriber has dealt with every message that is due by our clock. */
async function settled(relay: Relay): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    if ((await relay.waiting()) === 0) return;
    await sleep(50);
  }
  throw new Error('Messages are still waiting after 30 seconds');
}

let nextAccount = 1_000_000;

/** An actor for service tests: `anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] })`. */
export function anActor(overrides: Partial<Actor> & { grants?: RoleGrant[] } = {}): Actor {
  nextAccount += 1;
  return { accountId: nextAccount, personId: null, sessionId: nextAccount, displayName: 'Người thử', grants: [], ...overrides };
}
