import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nowHeader } from '@halong/platform/contract';
import { ProductProcess, root, type Environment } from './process.ts';

/** Api and worker of one installation. */
export interface Processes {
  url: string;
  api: ProductProcess;
  worker: ProductProcess;
  /** What all of them, and the one-off steps, are told. */
  env: Environment;
  /** A further api of the same installation, on its own port. */
  anotherApi(): Promise<{ api: ProductProcess; url: string }>;
  anotherWorker(): ProductProcess;
  apiReady(): Promise<void>;
  /** Waits until the api's clock shows this instant, to which it was moved a moment ago. */
  clockAt(instant: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Where an installation keeps its things. */
export interface Places {
  DATABASE_URL: string;
  REDIS_URL: string;
  DATA_DIR: string;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

const addressOf = (port: number) => `http://127.0.0.1:${port}`;

/** What an installation is told; of this process's own environment it knows the path only. */
export async function environmentOf(places: Places, { demo = false } = {}): Promise<Environment> {
  const port = await freePort();
  return {
    PATH: process.env['PATH'], ...places, NODE_ENV: 'test', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error', DEMO: demo ? '1' : '0',
    HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: addressOf(port), WEB_DIR: join(root, 'apps/web/dist'),
  };
}

/** Starts api and worker on a database that is migrated. @throws Error with their last words when they do not become ready */
export async function startProcesses(env: Environment): Promise<Processes> {
  const url = String(env['PUBLIC_URL']);
  const all: ProductProcess[] = [];
  const started = (app: 'api' | 'worker', itsEnv: Environment): ProductProcess => {
    const one = new ProductProcess(app, itsEnv);
    all.push(one);
    one.start();
    return one;
  };
  const stop = async () => void (await Promise.all(all.map((one) => one.stop())));
  const [api, worker] = [started('api', env), started('worker', env)];
  const found: Processes = {
    url, api, worker, env, stop,
    apiReady: async () => void (await answered(url, api)),
    clockAt: async (instant) => {
      for (let late = NaN; !(late >= 0 && late < 300_000); late = (await answered(url, api)).getTime() - instant.getTime()) await sleep(50);
    },
    anotherApi: async () => {
      const port = await freePort();
      const other = { api: started('api', { ...env, PORT: String(port), PUBLIC_URL: addressOf(port) }), url: addressOf(port) };
      await answered(other.url, other.api);
      return other;
    },
    anotherWorker: () => started('worker', env),
  };
  await found.apiReady().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (!worker.alive) throw new Error(`The worker ended while it started:\n${worker.lastWords}`);
  return found;
}

/** What the clock of the api shows once it is ready. @throws Error with its last words when it ends or needs over a minute */
async function answered(url: string, api: ProductProcess): Promise<Date> {
  for (let round = 0; round < 600; round += 1) {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (response?.ok) return new Date(response.headers.get(nowHeader) ?? NaN);
    if (!api.alive) throw new Error(`The api ended while it started:\n${api.lastWords}`);
    await sleep(100);
  }
  throw new Error(`The api did not become ready:\n${api.lastWords}`);
}
