import { setTimeout as sleep } from 'node:timers/promises';
import { Relay } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { domains } from '../../api/domains.ts';
import type { ProductProcess } from './process.ts';
import { environmentOf, startProcesses, type Processes } from './processes.ts';

/** A whole installation whose database is seen from inside too (`app`), for the fault runs. */
export interface Installation extends Processes {
  app: TestInstallation;
  /** Waits until every subscriber has dealt with every message. @throws Error after two minutes */
  settled(): Promise<void>;
}

/** On the MariaDB and Redis that the environment names now. */
export async function installation(): Promise<Installation> {
  const app = await testInstallation(domains);
  const { DATABASE_URL, REDIS_URL, DATA_DIR } = app.config;
  const processes = await startProcesses(await environmentOf({ DATABASE_URL, REDIS_URL, DATA_DIR }));
  return {
    ...processes, app,
    settled: () => settled(app.get(Relay), processes.worker),
    stop: async () => {
      await processes.stop();
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
