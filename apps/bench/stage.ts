import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TodayRepository } from '@halong/insights/server';
import type { Database } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { domains } from '../api/domains.ts';
import { buildWorld, type World } from './world.ts';

/** The repository, seen from what is built. */
export const root = resolve(import.meta.dirname, '../../..');

export interface Server {
  url: string;
  pid: number;
}

/** Everything a comparison stands on: the same database and people for the product and for the bare handler. */
export interface Stage {
  installation: TestInstallation;
  db: Database;
  world: World;
  product: Server;
  bare: Server;
  databasePid: number;
  /** Another server of the bench, ended with the stage. `probe` is an address that answers when it is up. */
  start(file: string, env: Record<string, string>, probe: string): Promise<Server>;
  /** The product's worker, ended with the stage. */
  startWorker(): void;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function spawned(children: ChildProcess[], file: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', resolve(root, file)], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  children.push(child);
  return child;
}

async function start(children: ChildProcess[], file: string, env: Record<string, string>, probe: string): Promise<Server> {
  const port = await freePort();
  const child = spawned(children, file, { ...env, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(url + probe).then(() => true, () => false)) return { url, pid: child.pid ?? 0 };
    await sleep(100);
  }
  throw new Error(`${file} did not start`);
}

async function databasePid(db: Database): Promise<number> {
  const row = await db.row<{ file: string }>('SELECT @@pid_file AS file');
  return Number(readFileSync(row?.file ?? '', 'utf8'));
}

/** Sets the stage, runs `play` on it and clears it away whatever happens. */
export async function onStage<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const installation = await testInstallation(domains, {});
  const children: ChildProcess[] = [];
  try {
    const { db, config } = installation;
    const world = await buildWorld(db);
    const shared = {
      DATABASE_URL: process.env['DATABASE_URL']!.replace(/\/[^/?]*(\?|$)/, `/${config.database.database}$1`), NODE_ENV: 'test', DATA_DIR: config.DATA_DIR,
      LOG_LEVEL: 'error', HOST: '127.0.0.1', DEMO: '0',
    };
    const begin: Stage['start'] = (file, env, probe) => start(children, file, { ...shared, ...env }, probe);
    const product = await begin('apps/api/dist/main.js', {}, '/api/health/live');
    const bare = await begin('apps/bench/dist/bare.js', { BENCH_SESSIONS_SQL: TodayRepository.mySessionsSql, BENCH_YEAR_SQL: TodayRepository.personYearSql }, '/');
    return await play({ installation, db, world, product, bare, databasePid: await databasePid(db), start: begin, startWorker: () => void spawned(children, 'apps/worker/dist/main.js', shared) });
  } finally {
    await Promise.all(children.map(ended));
    await installation.close();
  }
}

/** Asks the process to end, and waits for it; not longer than ten seconds. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(10_000, undefined, { ref: false })]);
}

/** @throws Error with the answer when it is not a 2xx */
export async function expectOk(url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}

/** How many statements the database was asked while `ask` ran: the fewest of several, since schedules of other processes ask the same server. */
export async function statementsOf(db: Database, ask: () => Promise<unknown>): Promise<number> {
  const read = async () => Number((await db.row<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Questions'"))?.Value ?? 0);
  const counts: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const before = await read();
    await ask();
    counts.push((await read()) - before - 1);
  }
  return Math.min(...counts);
}
