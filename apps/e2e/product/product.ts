import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { runStep } from './process.ts';
import { environmentOf, startProcesses } from './processes.ts';

/** An installation as an office has it, for the journeys: nothing of it is seen but its pages and its commands. */
export interface Product {
  url: string;
  /** `npm run halong -- …`; answers what it printed. Throws when it fails. */
  halong(...args: string[]): Promise<string>;
  /** Moves the one clock to this instant of the province: `at('2026-10-01T07:25')`. */
  at(instant: string): Promise<void>;
  /** The api is killed, and started again at once. */
  restart(): Promise<void>;
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

/** Starts a fresh installation: empty, or with the demo province; `web` is the folder of another client than the built one. */
export async function startProduct({ demo = false, web }: { demo?: boolean; web?: string } = {}): Promise<Product> {
  const database = `journey_${process.pid}_${randomBytes(3).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'halong-journey-'));
  const databaseUrl = new URL(process.env['DATABASE_URL'] ?? '');
  databaseUrl.pathname = `/${database}`;
  const forget = async () => {
    await administrate(`DROP DATABASE ${database}`);
    rmSync(folder, { recursive: true, force: true });
  };
  await administrate(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  try {
    const places = { DATABASE_URL: databaseUrl.toString(), REDIS_URL: process.env['REDIS_URL'] ?? '', DATA_DIR: folder };
    // Only Node is on its path: converters are proven elsewhere, and would take the processor from the pages here.
    const env = { ...(await environmentOf(places, { demo })), PATH: dirname(process.execPath), ...(web ? { WEB_DIR: web } : {}) };
    await runStep('migrate', [], env);
    if (demo) await runStep('demo', [], env);
    const processes = await startProcesses(env);
    return {
      url: processes.url,
      halong: (...args) => runStep('halong', args, env),
      at: async (instant) => {
        const withZone = /[+Z]/.test(instant.slice(10)) ? instant : `${instant}+07:00`;
        await runStep('halong', ['clock', withZone], env);
        await processes.clockAt(new Date(withZone));
      },
      restart: async () => {
        await processes.api.signal('SIGKILL');
        processes.api.start();
        await processes.apiReady();
      },
      stop: async () => {
        await processes.stop();
        for (const one of [processes.api, processes.worker]) process.stderr.write(one.lastWords);
        await forget();
      },
    };
  } catch (error) {
    await forget();
    throw error;
  }
}
