import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@halong/platform/server';
import { testInstallation } from '@halong/testing/server';
import { TodayRepository } from '@halong/insights/server';
import { contest, type Contestant } from './contest.ts';
import { domains } from '../api/domains.ts';
import type { Figure } from './figure.ts';
import { buildWorld, growHundredfold, type World } from './world.ts';

const root = resolve(import.meta.dirname, '../../..');

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

async function start(file: string, env: Record<string, string>, probe: string): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--enable-source-maps', resolve(root, file)], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env, PORT: String(port) } });
  const url = `http://127.0.0.1:${port}`;
  for (let round = 0; round < 200; round += 1) {
    if (await fetch(url + probe).then(() => true, () => false)) return { child, url };
    await sleep(100);
  }
  throw new Error(`${file} did not start`);
}

async function databasePid(db: Database): Promise<number> {
  const row = await db.row<{ file: string }>('SELECT @@pid_file AS file');
  return Number(readFileSync(row?.file ?? '', 'utf8'));
}

async function statementsOf(db: Database, ask: () => Promise<void>): Promise<number> {
  const read = async () => Number((await db.row<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Questions'"))?.Value ?? 0);
  // The best of several: schedules of other processes ask the same server.
  const counts: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const before = await read();
    await ask();
    counts.push((await read()) - before - 1);
  }
  return Math.min(...counts);
}

async function expectOk(url: string, init: RequestInit): Promise<void> {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}

/** Marks in turn: PRESENT and UNEXCUSED of each trainee, so that every mark changes something. */
function marker(address: (sessionId: number, enrolmentId: number) => string, world: World, cookie: string): Contestant['operate'] {
  const session = world.main.sessionIds[0] ?? 0;
  return (n) => {
    const trainee = world.main.trainees[n % world.main.trainees.length];
    const body = JSON.stringify({ status: Math.floor(n / world.main.trainees.length) % 2 === 0 ? 'PRESENT' : 'UNEXCUSED', reason: 'Điểm danh giấy' });
    return expectOk(address(session, trainee?.enrolmentId ?? 0), {
      method: 'POST', body, headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    });
  };
}

const installation = await testInstallation(domains, {});
const figures: Figure[] = [];
const children: ChildProcess[] = [];
try {
  const { db, config } = installation;
  const world = await buildWorld(db);
  const shared = { DATABASE_URL: process.env['DATABASE_URL']!.replace(/\/[^/?]*(\?|$)/, `/${config.database.database}$1`), NODE_ENV: 'test', DATA_DIR: config.DATA_DIR, LOG_LEVEL: 'error', HOST: '127.0.0.1', DEMO: '0' };
  const product = await start('apps/api/dist/main.js', shared, '/api/health/live');
  const bare = await start('apps/bench/dist/bare.js', { ...shared, BENCH_SESSIONS_SQL: TodayRepository.mySessionsSql, BENCH_YEAR_SQL: TodayRepository.personYearSql }, '/');
  children.push(product.child, bare.child);
  const [productPid, barePid, dbPid] = [product.child.pid ?? 0, bare.child.pid ?? 0, await databasePid(db)];

  const read = await contest(
    { name: 'product', pid: productPid, operate: () => expectOk(`${product.url}/api/my/today`, { headers: { cookie: world.traineeCookie } }) },
    { name: 'bare', pid: barePid, operate: () => expectOk(`${bare.url}/today`, { headers: { cookie: world.traineeCookie } }) },
    dbPid, { rounds: 9, operations: 800 },
  );
  figures.push({ name: 'hot read: Hôm nay', figure: round(read.ratio), goal: 1.6, unit: '× CPU of the bare handler', detail: `${round(read.product)} against ${round(read.bare)} CPU-ms, process and database` });

  const write = await contest(
    { name: 'product', pid: productPid, operate: marker((s, e) => `${product.url}/api/sessions/${s}/attendance/${e}/mark`, world, world.lecturerCookie) },
    { name: 'bare', pid: barePid, operate: marker((s, e) => `${bare.url}/mark/${s}/${e}`, world, world.lecturerCookie) },
    dbPid, { rounds: 9, operations: 300 },
  );
  figures.push({ name: 'durable write: attendance mark', figure: round(write.ratio), goal: 2, unit: '× CPU of the bare handler', detail: `${round(write.product)} against ${round(write.bare)} CPU-ms, with audit, outbox and idempotency rows` });

  const lists: [string, string, string][] = [
    ['people', '/people?size=50', world.administratorCookie], ['accounts', '/accounts?size=50', world.administratorCookie], ['classes', '/classes?size=50', world.administratorCookie],
    ['units', '/units?size=50', world.administratorCookie], ['trainees of a class', `/classes/${world.main.classId}/enrolments?size=50`, world.lecturerCookie],
    ['attendance of a session', `/sessions/${world.main.sessionIds[1]}/attendance?size=50`, world.lecturerCookie],
  ];
  const ask = (path: string, cookie: string) => () => expectOk(`${product.url}/api${path}`, { headers: { cookie } });
  const before = new Map<string, number>();
  for (const [name, path, cookie] of lists) before.set(name, await statementsOf(db, ask(path, cookie)));
  await growHundredfold(db, world);
  for (const [name, path, cookie] of lists) {
    const [once, grown] = [before.get(name) ?? 1, await statementsOf(db, ask(path, cookie))];
    figures.push({ name: `statements of the list: ${name}`, figure: round(grown / once), goal: 1, unit: 'at 100× rows ÷ at 1×', detail: `${grown} against ${once}` });
  }
} finally {
  for (const child of children) child.kill('SIGTERM');
  await sleep(500);
  await installation.close();
}

mkdirSync(resolve(root, 'dist'), { recursive: true });
writeFileSync(resolve(root, 'dist/bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
for (const { name, figure, goal, unit, detail } of figures) console.log(`${figure <= goal ? 'holds ' : 'MISSES'} ${name}: ${figure} (goal ${goal}) ${unit}; ${detail}`);
process.exit(figures.every(({ figure, goal }) => figure <= goal) ? 0 : 1);

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
