import { Injectable, Module } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { openContext, type Running } from '../compose.ts';
import type { Domain } from '../domain/domain.ts';
import { Every, job } from '../events/event.ts';
import { Schedules } from './schedules.ts';

const messages = { count: job('probe.count', z.object({})) };

@Injectable()
class ProbeJobs {
  @Every(60, messages.count)
  async count(): Promise<void> {}
}

@Module({ providers: [ProbeJobs] })
class ProbeModule {}
const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes: {}, messages };
const hour = 3_600_000;

describe('work that the clock asks for', () => {
  let app: TestInstallation;
  let second: Running;
  let ticks: (() => Promise<void>)[];
  beforeAll(async () => {
    app = await testInstallation([probe]);
    second = await openContext({ name: 'second', config: app.config, domains: [probe], background: false });
    const schedules = [app.get(Schedules), second.app.get(Schedules)];
    for (const each of schedules) {
      await each.start(hour);
      each.stop();
    }
    ticks = schedules.map((each) => () => each.tick());
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });
  beforeEach(async () => {
    await both();
    await app.db.run('DELETE FROM platform_outbox');
  });

  const both = () => Promise.all(ticks.map((tick) => tick()));
  const asked = async () => Number((await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_outbox WHERE name = 'probe.count'"))?.n);
  const moveBy = async (ms: number) => {
    await app.clock.moveTo(new Date(app.clock.millis() + ms));
    await second.app.get(app.clock.constructor as never, { strict: false }).read();
  };

  it('is asked for once by two processes, and not again before its time', async () => {
    await moveBy(61_000);
    await both();
    expect(await asked()).toBe(1);
    await both();
    expect(await asked()).toBe(1);
  });

  it('is asked for once after a long sleep, not once for every time that was missed', async () => {
    await moveBy(24 * hour);
    await both();
    await both();
    expect(await asked()).toBe(1);
  });

  it('does not sleep until the old time when the clock was moved back', async () => {
    await moveBy(-48 * hour);
    await both();
    expect(await asked()).toBe(1);
    await both();
    expect(await asked()).toBe(1);
  });
});
