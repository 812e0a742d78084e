import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DeadLetters } from '@halong/platform/server';
import type { Installation } from '../product/installation.ts';
import type { OwnServices } from '../product/services.ts';
import { chanceOf } from './chance.ts';
import type { ClassDay } from './class-day.ts';
import { during, Ledger } from './ledger.ts';
import { gradingClient, markingClient, proveMorning, proveReplays, type Fact } from './morning.ts';
import { morningOnOwnServices } from './prepared.ts';

let services: OwnServices;
let halong: Installation;
let day: ClassDay;
let stop = async () => {};

beforeEach(async () => {
  ({ services, halong, day, stop } = await morningOnOwnServices(6));
});
afterEach(() => stop());

it('MariaDB killed under load: an honest 503, nothing acknowledged is lost, and the same processes go on', async () => {
  const chance = chanceOf('MariaDB killed');
  const ledger = new Ledger<Fact>(halong.url, { connection: false, unavailable: true });
  const before = [halong.api.pid, halong.worker.pid];
  const clients = [0, 1, 2, 3].map((at) => markingClient(ledger, day, at, at === 3)).concat([4, 5].map((at) => gradingClient(ledger, day, at)));
  await during(clients, async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      await sleep(chance.between(800, 2_000));
      services.signal('mariadb', 'SIGKILL');
      await sleep(300);
      await halong.apiReady();
    }
    await sleep(1_000);
  });
  expect(ledger.faults.unavailable).toBeGreaterThan(0);
  expect([halong.api.alive, halong.worker.alive, halong.api.pid, halong.worker.pid]).toEqual([true, true, ...before]);
  await proveReplays(halong.url, ledger);
  await halong.settled();
  await proveMorning(halong.app, ledger);
  expect(await halong.app.get(DeadLetters).list()).toEqual([]);
  process.stdout.write(`  ${ledger.entries.length} acknowledged, ${ledger.faults.unavailable} honest refusals\n`);
});
