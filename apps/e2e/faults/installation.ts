import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Relay } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { domains } from '../domains.ts';
import { ProductProcess, ready } from './process.ts';

/** A whole installation: its database seen from inside (`app`), and api and worker as processes. */
export interface Installation {
  app: TestInstallation;
  api: ProductProcess;
  worker: ProductProcess;
  url: string;
  /** A further api of the same installation, on its own port. */
  anotherApi(): Promise<{ api: ProductProcess; url: string }>;
  anotherWorker(): ProductProcess;
  apiReady(): Promise<void>;
  /** Waits until every subscriber has dealt with every message. @throws Error after two minutes */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** On the MariaDB and Redis that the environment names now. */
export async function installation(): Promise<Installation> {
  const app = await testInstallation(domains);
  const { DATABASE_URL, REDIS_URL, DATA_DIR } = app.config;
  const env = (port: number) => ({
    PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL, REDIS_URL, DATA_DIR, LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`, WEB_DIR: join(resolve(import.meta.dirname), 'none'),
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const processes = [new ProductProcess('api', env(port)), new ProductProcess('worker', env(port))] as [ProductProcess, ProductProcess];
  const [api, worker] = processes;
  const all: ProductProcess[] = [...processes];
  const added = (process: ProductProcess) => {
    all.push(process);
    process.start();
    return process;
  };
  for (const process of processes) process.start();
  await ready(url, api);
  return {
    app, api, worker, url,
    apiReady: () => ready(url, api),
    anotherApi: async () => {
      const otherPort = await freePort();
      const other = { api: added(new ProductProcess('api', env(otherPort))), url: `http://127.0.0.1:${otherPort}` };
      await ready(other.url, other.api);
      return other;
    },
    anotherWorker: () => added(new ProductProcess('worker', env(port))),
    settled: () => settled(app.get(Relay), worker),
    stop: async () => {
      await Promise.all(all.map((process) => process.stop()));
      await app.close();
    },
  };
}

async function settled(relay: Relay, worker: ProductProcess): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    if ((await relay.waiting()) === 0) return;
    await sleep(200);
  }
  throw new Error(`${await relay.waiting()} messages still wait after two minutes:\n${worker.lastWords}`);
}
