import { join } from 'node:path';
import { Controller, Injectable, Module } from '@nestjs/common';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '@halong/platform/contract';
import { anActor, Line, testInstallation, type TestInstallation } from '@halong/testing/server';
import { openApi, openContext, type Running } from './compose.ts';
import type { Config } from './config/config.ts';
import { Database } from './database/database.ts';
import type { Domain } from './domain/domain.ts';
import { event, On } from './events/event.ts';
import { Outbox } from './events/outbox.ts';
import { AUTHENTICATOR } from './http/access.guard.ts';
import { Handle, type Answer, type Input } from './http/handle.ts';
import { QUEUES, type Queues } from './jobs/background.ts';

const added = event('probe.added', z.object({ id: z.number() }));
const count = z.object({ count: z.number() });
const routes = {
  read: route({ method: 'GET', path: '/probe', summary: '', access: 'anyone', response: count }),
  add: route({ method: 'POST', path: '/probe', summary: '', access: 'anyone', body: z.object({ slow: z.boolean() }), response: count }),
};

/** What the running test wants to happen in the middle of a request. */
let middle: () => Promise<void> = async () => undefined;

@Injectable()
class ProbeListener {
  constructor(private readonly db: Database) {}

  @On(added)
  async onAdded({ id }: { id: number }): Promise<void> {
    await this.db.run('UPDATE probe_effect SET heard = heard + 1 WHERE id = ?', [id]);
  }
}

@Controller()
class ProbeController {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  @Handle(routes.read)
  async read(): Answer<typeof routes.read> {
    const row = await this.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM probe_effect');
    return { count: Number(row?.n) };
  }

  @Handle(routes.add)
  add({ body }: Input<typeof routes.add>): Answer<typeof routes.add> {
    return this.db.transaction(async () => {
      const id = await this.db.insert('probe_effect', { heard: 0 });
      await this.outbox.publish(added, { id });
      if (body.slow) await middle();
      return this.read();
    });
  }
}

const person = anActor();
const authenticator = { actorOf: async () => person };

@Module({ controllers: [ProbeController], providers: [ProbeListener, { provide: AUTHENTICATOR, useValue: authenticator }], exports: [AUTHENTICATOR] })
class ProbeModule {}
const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes, messages: { added } };

describe('when something is away', () => {
  let app: TestInstallation;
  let database: Line;
  let redis: Line;
  let api: Running;
  let worker: Running;
  let url: string;

  beforeEach(async () => {
    app = await testInstallation([probe]);
    await app.db.run('CREATE TABLE probe_effect (id int AUTO_INCREMENT PRIMARY KEY, heard int NOT NULL)');
    const { socketPath, host = '', port = 0, ...account } = app.config.database;
    database = new Line(join(app.config.DATA_DIR, 'my.sock'), socketPath ? { path: socketPath } : { host, port });
    redis = Line.toRedis(join(app.config.DATA_DIR, 'redis.sock'), app.config.REDIS_URL);
    await Promise.all([database.join(), redis.join()]);
    const config: Config = { ...app.config, REDIS_URL: `unix://${redis.path}`, database: { ...account, socketPath: database.path }, LOG_LEVEL: 'silent' };
    const opened = await openApi({ name: 'api', config, domains: [probe] });
    await opened.app.listen(0, '127.0.0.1');
    api = opened;
    url = await opened.app.getUrl();
    worker = await openContext({ name: 'worker', config, domains: [probe], background: true });
  });
  afterEach(async () => {
    await api.close();
    await worker.close();
    await Promise.all([database.cut(), redis.cut()]);
    await app.close();
  });

  const read = () => fetch(`${url}/api/probe`);
  const ready = () => fetch(`${url}/api/health/ready`);
  const add = (slow = false, key = 'key-00000001') =>
    fetch(`${url}/api/probe`, { method: 'POST', body: JSON.stringify({ slow }), headers: { 'content-type': 'application/json', 'idempotency-key': key } });
  const heard = async () => (await app.db.rows<{ heard: number }>('SELECT heard FROM probe_effect')).map((row) => row.heard);

  it('answers 503 with a hint while the database is gone, and goes on by itself when it is back', async () => {
    expect((await ready()).status).toBe(200);
    await database.cut();
    const refused = await Promise.all([read(), read(), add()]);
    for (const response of refused) {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await response.json()).toMatchObject({ code: 'platform.unavailable' });
    }
    expect((await ready()).status).toBe(503);
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    await database.join();
    expect((await ready()).status).toBe(200);
    expect((await add()).status).toBe(200);
    await expect.poll(heard, { timeout: 20_000 }).toEqual([1]);
  });

  it('leaves nothing of a command whose line was cut, and does it once when it is sent again', async () => {
    middle = () => database.cut();
    expect((await add(true)).status).toBe(503);
    expect(await heard()).toEqual([]);
    middle = async () => undefined;
    await database.join();
    expect(await (await add(true)).json()).toEqual({ count: 1 });
    expect(await (await add(true)).json()).toEqual({ count: 1 });
    await expect.poll(heard, { timeout: 20_000 }).toEqual([1]);
  });

  it('a delivery that meets the outage waits, however long it is, and keeps all its attempts', async () => {
    const { events } = worker.app.get<Queues>(QUEUES);
    await events.pause();
    expect((await add()).status).toBe(200);
    await expect.poll(() => events.getWaitingCount(), { timeout: 20_000 }).toBe(1);
    await database.cut();
    await events.resume();
    const tries = async () => (await events.getJobs(['delayed', 'active', 'waiting'])).map(({ attemptsStarted, attemptsMade }) => [attemptsStarted >= 2, attemptsMade]);
    await expect.poll(tries, { timeout: 20_000 }).toEqual([[true, 0]]);
    await database.join();
    await expect.poll(heard, { timeout: 20_000 }).toEqual([1]);
    expect(await events.getFailedCount()).toBe(0);
  });

  it('leaks no connection in ten outages', async () => {
    for (let outage = 0; outage < 10; outage += 1) {
      const asked = Array.from({ length: 30 }, (_, index) => (index % 2 ? read() : add(false, `key-${outage}-${index}-0000`)));
      await database.cut();
      for (const response of await Promise.all(asked)) expect([200, 503]).toContain(response.status);
      await database.join();
    }
    expect((await Promise.all(Array.from({ length: 60 }, read))).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
  });

  it('works on while Redis is gone, and catches up when it is back', async () => {
    await redis.cut();
    expect(await (await add()).json()).toEqual({ count: 1 });
    expect(await (await ready()).json()).toMatchObject({ database: true, redis: false });
    expect(await heard()).toEqual([0]);
    await redis.join();
    await expect.poll(heard, { timeout: 20_000 }).toEqual([1]);
    await expect.poll(async () => (await (await ready()).json()).redis, { timeout: 20_000 }).toBe(true);
  });

  it('finishes what is running when it is told to end, and takes nothing new', async () => {
    let inside: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const entered = new Promise<void>((resolve) => (inside = resolve));
    middle = () => new Promise((resolve) => {
      goOn = resolve;
      inside();
    });
    const socket = io(url, { path: '/api/ws', transports: ['websocket'], reconnection: false });
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    const socketEnd = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    const running = add(true);
    await entered;
    const closing = api.close();
    // Not "io server disconnect": the client is to connect again, to another process.
    expect(await socketEnd).toBe('transport close');
    await expect(read()).rejects.toThrow();
    goOn();
    expect(await (await running).json()).toEqual({ count: 1 });
    await closing;
    middle = async () => undefined;
  });
});
