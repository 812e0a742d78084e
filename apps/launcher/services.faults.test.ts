import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { afterAll, afterEach, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'services-alone.mjs');
const home = mkdtempSync(join(tmpdir(), 'Hạ Long – '));
const folders = [join(home, 'dữ liệu'), join(home, `một đường dẫn dài ${'quá '.repeat(20)}`.trim())];
const launchers = new Set<ChildProcess>();

interface Started { launcher: ChildProcess; ended: string[]; socketPath: string; redisPath: string }

/** Starts the services of a folder and resolves once both answer. */
async function start(dataDir: string): Promise<Started> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' };
  const launcher = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  launchers.add(launcher);
  let ended: string[] = [];
  for await (const line of createInterface({ input: launcher.stdout })) {
    if (line.startsWith('ended ')) ended = JSON.parse(line.slice(6)) as string[];
    if (!line.startsWith('ready ')) continue;
    launcher.stdout.resume();
    const urls = JSON.parse(line.slice(6)) as { databaseUrl: string; redisUrl: string };
    const socketPath = new URL(urls.databaseUrl).searchParams.get('socketPath') ?? '';
    return { launcher, ended, socketPath, redisPath: decodeURIComponent(new URL(urls.redisUrl).pathname) };
  }
  throw new Error('The services ended before they were ready.');
}

async function end(launcher: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const exit = once(launcher, 'exit');
  launcher.kill(signal);
  await exit;
}

const connect = ({ socketPath }: Started) => createConnection({ user: 'root', socketPath, database: 'halong' });
const pidOf = (dataDir: string, name: string) => Number.parseInt(readFileSync(join(dataDir, 'run', `${name}.pid`), 'utf8'), 10);
const lives = (pid: number) => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

afterEach(() => Promise.all([...launchers].map((launcher) => end(launcher, 'SIGTERM'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it.each(folders)('a killed start leaves nothing that the next one cannot clean up, and loses nothing: %s', async (dataDir) => {
  const first = await start(dataDir);
  const before = await connect(first);
  await before.query('create table ledger (entry int primary key)');
  await before.query('insert into ledger values (1), (2)');
  before.destroy();
  const redis = new Redis(first.redisPath);
  await redis.set('kept', 'yes');
  redis.disconnect();
  const orphans = ['mariadb', 'redis'].map((name) => pidOf(dataDir, name));

  await end(first.launcher, 'SIGKILL');
  expect(orphans.map(lives)).toEqual([true, true]);

  const second = await start(dataDir);
  expect(second.ended.sort()).toEqual(['mariadb', 'redis']);
  expect(orphans.map(lives)).toEqual([false, false]);
  const after = await connect(second);
  expect((await after.query('select entry from ledger order by entry'))[0]).toEqual([{ entry: 1 }, { entry: 2 }]);
  after.destroy();
  const again = new Redis(second.redisPath);
  expect(await again.get('kept')).toBe('yes');
  again.disconnect();

  const last = ['mariadb', 'redis'].map((name) => pidOf(dataDir, name));
  await end(second.launcher, 'SIGTERM');
  expect(last.map(lives)).toEqual([false, false]);
  expect(readdirSync(join(dataDir, 'run'))).toEqual([]);
  expect(existsSync(second.socketPath)).toBe(false);
});

it('a killed database comes back by itself', async () => {
  const dataDir = folders[0] ?? home;
  const started = await start(dataDir);
  const pid = pidOf(dataDir, 'mariadb');
  process.kill(pid, 'SIGKILL');
  let answer: unknown;
  while (!answer) {
    const connection = await connect(started).catch(() => undefined);
    if (!connection) continue;
    answer = (await connection.query('select 1 as one').catch(() => [undefined]))[0];
    connection.destroy();
  }
  expect(answer).toEqual([{ one: 1 }]);
  expect(pidOf(dataDir, 'mariadb')).not.toBe(pid);
});

it('a second start on the same folder is refused', async () => {
  const dataDir = folders[0] ?? home;
  await start(dataDir);
  const second = spawn(process.execPath, [script], { env: { ...process.env, DATA_DIR: dataDir }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.on('data', (text) => (said += text));
  expect(await once(second, 'close')).toEqual([1, null]);
  expect(said).toContain(`already runs on ${dataDir}`);
});
