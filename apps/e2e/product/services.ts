import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const script = resolve(import.meta.dirname, '../../launcher/services-alone.mjs');

/** A MariaDB and a Redis that nobody else uses, kept alive by the launcher: what is killed comes back by itself. */
export interface OwnServices {
  databaseUrl: string;
  redisUrl: string;
  signal(name: 'mariadb' | 'redis', signal: NodeJS.Signals): void;
  /** Kills Redis and takes what it kept on disk: it comes back empty. */
  emptyRedis(): void;
  stop(): Promise<void>;
}

/** Starts them in a folder of their own with full durability, and makes this process speak to them until `stop`. */
export async function ownServices(): Promise<OwnServices> {
  const dataDir = mkdtempSync(join(tmpdir(), 'halong-faults-'));
  const before = { DATABASE_URL: process.env['DATABASE_URL'], REDIS_URL: process.env['REDIS_URL'] };
  const launcher = spawn(process.execPath, [script], { env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const urls = await readiness(launcher.stdout);
  Object.assign(process.env, { DATABASE_URL: urls.databaseUrl, REDIS_URL: urls.redisUrl });
  const signal: OwnServices['signal'] = (name, how) => process.kill(Number.parseInt(readFileSync(join(dataDir, 'run', `${name}.pid`), 'utf8'), 10), how);
  return {
    ...urls,
    signal,
    emptyRedis: () => {
      signal('redis', 'SIGKILL');
      rmSync(join(dataDir, 'redis', 'appendonlydir'), { recursive: true, force: true });
    },
    stop: async () => {
      const ended = once(launcher, 'exit');
      launcher.kill('SIGTERM');
      await ended;
      Object.assign(process.env, before);
      await sleep(0);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function readiness(output: NodeJS.ReadableStream): Promise<{ databaseUrl: string; redisUrl: string }> {
  for await (const line of createInterface({ input: output })) {
    if (!line.startsWith('ready ')) continue;
    output.resume();
    return JSON.parse(line.slice(6)) as { databaseUrl: string; redisUrl: string };
  }
  throw new Error('The services ended before they were ready');
}
