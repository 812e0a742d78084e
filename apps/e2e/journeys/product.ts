import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const root = resolve(import.meta.dirname, '../../..');

/** An installation as an office has it: api and worker as processes of their own, on an empty database. */
export interface Product {
  url: string;
  /** `npm run halong -- …`; answers what it printed. Throws when it fails. */
  halong(...args: string[]): Promise<string>;
  /** Moves the one clock to this instant of the province: `at('2026-10-01T07:25')`. */
  at(instant: string): Promise<void>;
  stop(): Promise<void>;
}

async function administrate(statement: string): Promise<void> {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const socketPath = url.searchParams.get('socketPath') ?? undefined;
  const connection = await createConnection({
    user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
  });
  await connection.query(statement);
  await connection.end();
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function run(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, file), ...args], { env, cwd: root });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('exit', (code) => (code === 0 ? done(text) : fail(new Error(`${file} ${args.join(' ')} ended with ${code}:\n${text}`))));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(15_000).then(() => child.kill('SIGKILL'))]);
}

/** Starts a fresh installation: empty, or with the demo province. */
export async function startProduct({ demo = false } = {}): Promise<Product> {
  const database = `journey_${process.pid}_${randomBytes(3).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'halong-journey-'));
  await administrate(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const databaseUrl = new URL(process.env['DATABASE_URL'] ?? '');
  databaseUrl.pathname = `/${database}`;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl.toString(), DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1',
    PUBLIC_URL: url, DEMO: demo ? '1' : '0', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error', WEB_DIR: join(root, 'apps/web/dist'),
  };
  await run('apps/worker/dist/migrate.js', [], env);
  if (demo) await run('apps/worker/dist/demo.js', [], env);
  const children = ['apps/api/dist/main.js', 'apps/worker/dist/main.js'].map((file) => spawn(process.execPath, ['--enable-source-maps', join(root, file)], { env, cwd: root, stdio: 'inherit' }));
  await ready(url, children);
  return {
    url,
    halong: (...args) => run('apps/worker/dist/halong.js', args, env),
    at: async (instant) => {
      const withZone = /[+Z]/.test(instant.slice(10)) ? instant : `${instant}+07:00`;
      await run('apps/worker/dist/halong.js', ['clock', withZone], env);
      await sleep(1_200); // each process reads the clock once a second
    },
    stop: async () => {
      await Promise.all(children.map(ended));
      await administrate(`DROP DATABASE ${database}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, children: ChildProcess[]): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    if (children.some((child) => child.exitCode !== null)) throw new Error('A process of the product ended while it started');
    await sleep(100);
  }
  throw new Error('The product did not become ready in 30 seconds');
}
