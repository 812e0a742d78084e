import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { openContext, type Running } from '../compose.ts';
import { Database } from '../database/database.ts';
import type { Domain } from '../domain/domain.ts';
import { openRedis, QUEUES, type Queues } from '../jobs/background.ts';
import { DeadLetters } from './dead-letters.ts';
import { Deliveries } from './delivery.ts';
import { event, job, On, Runs } from './event.ts';
import { Outbox } from './outbox.ts';
import { Subscribers } from './subscribers.ts';

const payload = z.object({ subject: z.number() });
const messages = {
  moved: event('probe.moved', payload),
  unheard: event('probe.unheard', payload),
  stamp: job('probe.stamp', payload),
  long: job('probe.long', payload, { ownTransaction: true }),
};

/** How often `failing` still has to fail. */
let failures = 0;

@Injectable()
class ProbeListener {
  constructor(private readonly db: Database) {}

  private note = (effect: string, subject: number) => this.db.insert('probe_effect', { effect, subject }).then(() => undefined);

  @On(messages.moved)
  steady({ subject }: { subject: number }): Promise<void> {
    return this.note('steady', subject);
  }

  @On(messages.moved)
  async failing({ subject }: { subject: number }): Promise<void> {
    await this.note('failing', subject);
    if (failures > 0) {
      failures -= 1;
      throw new Error('not yet');
    }
  }

  @Runs(messages.stamp)
  stamp({ subject }: { subject: number }): Promise<void> {
    return this.note('stamp', subject);
  }

  @Runs(messages.long)
  async long({ subject }: { subject: number }): Promise<void> {
    await this.db.run('INSERT IGNORE INTO probe_effect (effect, subject) VALUES (?, ?)', ['long', subject]);
  }
}

@Module({ providers: [ProbeListener] })
class ProbeModule {}
const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes: {}, messages };

const waitUntil = async (met: () => Promise<boolean>) => {
  for (let round = 0; round < 400; round += 1) {
    if (await met()) return;
    await sleep(50);
  }
  throw new Error('It did not happen within 20 seconds');
};

describe('messages', () => {
  let app: TestInstallation;
  let workers: Running[];
  const start = () => openContext({ name: 'worker', config: app.config, domains: [probe], background: true });
  const stop = async () => { for (const worker of workers.splice(0)) await worker.close(); };

  beforeAll(async () => {
    app = await testInstallation([probe]);
    await app.db.run('CREATE TABLE probe_effect (id int AUTO_INCREMENT PRIMARY KEY, effect varchar(20) NOT NULL, subject int NOT NULL)');
    workers = [await start(), await start()];
  });
  afterAll(async () => {
    await stop();
    await app.close();
  });
  beforeEach(() => app.db.run('DELETE FROM probe_effect'));

  const publish = (def: (typeof messages)[keyof typeof messages], subject: number, at?: Date) =>
    app.db.transaction(() => app.get(Outbox).publish(def, { subject }, at));
  const effects = async () =>
    (await app.db.rows<{ effect: string; n: number }>('SELECT effect, COUNT(*) AS n FROM probe_effect GROUP BY effect ORDER BY effect')).map(({ effect, n }) => `${effect} ${n}`);

  it('reach each subscriber once, with two workers', async () => {
    for (let subject = 1; subject <= 100; subject += 1) await publish(messages.moved, subject);
    await publish(messages.stamp, 1);
    await app.settled();
    expect(await effects()).toEqual(['failing 100', 'stamp 1', 'steady 100']);
  });

  it('that nobody hears are finished at once', async () => {
    const id = await publish(messages.unheard, 1);
    await waitUntil(async () => (await app.db.row('SELECT 1 FROM platform_outbox WHERE id = ? AND done_at IS NOT NULL', [id])) !== undefined);
  });

  it('have one effect however often they are delivered', async () => {
    const id = await publish(messages.moved, 7);
    const deliveries = app.get(Deliveries);
    const subscriber = app.get(Subscribers).of('probe.moved').find((each) => each.id.includes('steady'))!.id;
    await Promise.all(Array.from({ length: 10 }, () => deliveries.deliver({ eventId: id, subscriber })));
    await app.settled();
    await deliveries.deliver({ eventId: id, subscriber });
    expect(await effects()).toEqual(['failing 1', 'steady 1']);
  });

  it('go again to the subscriber that failed and to no other', async () => {
    failures = 2;
    await publish(messages.moved, 8);
    await app.settled();
    expect(failures).toBe(0);
    expect(await effects()).toEqual(['failing 1', 'steady 1']);
  });

  it('that fail for good are shown, hold up no other, and can be sent again', async () => {
    failures = 8;
    await publish(messages.moved, 10);
    const letters = app.get(DeadLetters);
    // Nobody waits for the pauses between the attempts here.
    await waitUntil(async () => {
      for (const job of await app.get<Queues>(QUEUES as never).events.getDelayed()) await job.promote().catch(() => undefined);
      return (await letters.list()).length > 0;
    });
    expect(await letters.list()).toMatchObject([{ message: 'probe.moved', subscriber: 'ProbeListener.failing.probe.moved', error: 'not yet', attempts: 8 }]);
    await publish(messages.moved, 11);
    await waitUntil(async () => (await effects()).includes('failing 1'));
    expect(await letters.redrive()).toBe(1);
    await app.settled();
    expect(await effects()).toEqual(['failing 2', 'steady 2']);
    expect(await letters.list()).toEqual([]);
  });

  it('do not fail when their subscriber has another name now', async () => {
    const id = await publish(messages.stamp, 9);
    await app.get(Deliveries).deliver({ eventId: id, subscriber: 'ProbeListener.oldName.probe.stamp' });
    await app.settled();
    expect(await effects()).toEqual(['stamp 1']);
  });

  it('wait for their time by our clock, and a moved clock brings them', async () => {
    await publish(messages.stamp, 1, new Date(app.clock.millis() + 86_400_000));
    await publish(messages.stamp, 2);
    await waitUntil(async () => (await effects()).length > 0);
    expect(await effects()).toEqual(['stamp 1']);
    await app.clock.moveTo(new Date(app.clock.millis() + 86_400_000));
    await app.settled();
    expect(await effects()).toEqual(['stamp 2']);
    await app.clock.moveTo(new Date());
    await publish(messages.stamp, 3);
    await app.settled();
    expect(await effects()).toEqual(['stamp 3']);
  });

  it('wait while no worker runs', async () => {
    await stop();
    await publish(messages.moved, 1);
    await publish(messages.long, 1);
    await sleep(300);
    expect(await effects()).toEqual([]);
    workers.push(await start());
    await app.settled();
    expect(await effects()).toEqual(['failing 1', 'long 1', 'steady 1']);
  });

  it('survive a Redis that forgot them', async () => {
    await stop();
    const id = await publish(messages.moved, 3);
    // A relay took it, and Redis forgot it: nothing but the row is left.
    await app.db.run('UPDATE platform_outbox SET relayed_at = NOW(3) - INTERVAL 1 MINUTE WHERE id = ?', [id]);
    const redis = openRedis(app.config.REDIS_URL, { blocking: true });
    const keys = await redis.keys(`${app.config.database.database}:*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
    workers.push(await start());
    await app.settled();
    expect(await effects()).toEqual(['failing 1', 'steady 1']);
    expect(await app.db.row('SELECT 1 FROM platform_outbox WHERE id = ? AND relayed_at > NOW(3) - INTERVAL 1 MINUTE', [id])).toBeDefined();
  });
});
