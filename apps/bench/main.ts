import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Recompute } from '@halong/completion/server';
import type { Database } from '@halong/platform/server';
import { testInstallation } from '@halong/testing/server';
import { TodayRepository } from '@halong/insights/server';
import { contest, type Contestant } from './contest.ts';
import { domains } from '../api/domains.ts';
import type { Figure } from './figure.ts';
import { completeMain, growOnce, prepareGrowth } from './growth.ts';
import { listCalls } from './lists.ts';
import { buildWorld, type World } from './world.ts';

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

async function statementsOf(db: Database, ask: () => Promise<unknown>): Promise<number> {
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

async function expectOk(url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}

/**
 * Goes through the cells again and again, with PRESENT and UNEXCUSED in turn, so that every mark changes something
 * whichever contestant made the one before it.
 */
function marking({ toMark, lecturerCookie: cookie }: World): (address: (sessionId: number, enrolmentId: number) => string) => Contestant['operate'] {
  let marks = 0;
  return (address) => async () => {
    const [cell, turn] = [toMark[marks % toMark.length], Math.floor(marks / toMark.length)];
    marks += 1;
    const body = JSON.stringify({ status: turn % 2 === 0 ? 'PRESENT' : 'UNEXCUSED', reason: 'Điểm danh giấy' });
    await expectOk(address(cell?.sessionId ?? 0, cell?.enrolmentId ?? 0), {
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

  const marks = marking(world);
  const write = await contest(
    { name: 'product', pid: productPid, operate: marks((s, e) => `${product.url}/api/sessions/${s}/attendance/${e}/mark`) },
    { name: 'bare', pid: barePid, operate: marks((s, e) => `${bare.url}/mark/${s}/${e}`) },
    dbPid, { rounds: 9, operations: 500 },
  );
  figures.push({ name: 'durable write: attendance mark', figure: round(write.ratio), goal: 2, unit: '× CPU of the bare handler', detail: `${round(write.product)} against ${round(write.bare)} CPU-ms; both write idempotency, evidence, record, audit and outbox rows; a thousand cells in turn` });

  const growing = await prepareGrowth(db, world);
  const recompute = installation.get(Recompute);
  await growOnce(db, world, growing, 0);
  await completeMain(db, world, recompute);
  const calls = listCalls(world, growing);
  const ask = async (path: string, cookie: string, size: number) => {
    const { items } = JSON.parse(await expectOk(`${product.url}/api${path}?size=${size}`, { headers: { cookie } })) as { items: unknown[] };
    return items.length;
  };
  const before = new Map<string, number>();
  for (const [name, { path, cookie }] of calls) before.set(name, await statementsOf(db, () => ask(path, cookie, 1)));
  for (let copy = 1; copy < 100; copy += 1) await growOnce(db, world, growing, copy);
  await completeMain(db, world, recompute);
  const unseen: string[] = [];
  for (const [name, { path, cookie }] of calls) {
    const [once, grown, shown] = [before.get(name) ?? 0, await statementsOf(db, () => ask(path, cookie, 100)), await ask(path, cookie, 100)];
    if (shown < 90) unseen.push(`${name} (${shown} rows)`);
    figures.push({ name: `statements of the list: ${name}`, figure: round(grown / once), goal: 1, unit: 'with a full page at 100× rows ÷ with one row at 1×', detail: `${grown} against ${once}, ${shown} rows` });
  }
  if (unseen.length > 0) throw new Error(`growth.ts does not grow these lists: ${unseen.join(', ')}`);
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
