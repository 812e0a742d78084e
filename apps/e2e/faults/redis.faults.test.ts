import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Notifications } from '@halong/notifications/server';
import { Database, DeadLetters } from '@halong/platform/server';
import type { Installation } from '../product/installation.ts';
import type { OwnServices } from '../product/services.ts';
import { chanceOf } from './chance.ts';
import type { ClassDay } from './class-day.ts';
import { ask, during, Ledger } from './ledger.ts';
import { gradingClient, markingClient, proveMorning, type Fact } from './morning.ts';
import { morningOnOwnServices } from './prepared.ts';

let services: OwnServices;
let halong: Installation;
let day: ClassDay;
let stop = async () => {};

beforeEach(async () => {
  ({ services, halong, day, stop } = await morningOnOwnServices(6));
});
afterEach(() => stop());

/** Tells one trainee something new several times a second; each of it is to become one notification and one mail. */
const teller = (told: string[]) => async (going: () => boolean) => {
  const { app } = halong;
  while (going()) {
    const onceKey = `faults-${told.length}`;
    const params = { classCode: onceKey, className: 'Lãnh đạo cấp phòng', openingDate: '2026-10-01' };
    await app.get(Database).transaction(() => app.get(Notifications).tell({ kind: 'admitted', params, link: '/classes/1', onceKey, personIds: [day.trainees[0]!.personId] }));
    told.push(onceKey);
    await sleep(100);
  }
};

/** Reads and the door: they need no Redis either. */
const reader = async (going: () => boolean) => {
  while (going()) {
    for (const path of ['/my/notifications', `/sessions/${day.sessionId}/my-attendance`]) {
      expect(await ask(halong.url, { cookie: day.trainees[1]!.cookie, method: 'GET', path })).toMatchObject({ status: 200 });
    }
    await sleep(50);
  }
};

it('Redis killed, emptied and frozen: every answer is a 2xx, every effect comes once, sockets come back', async () => {
  const chance = chanceOf('Redis killed');
  const ledger = new Ledger<Fact>(halong.url, { connection: false, unavailable: false });
  const socket = io(halong.url, { path: '/api/ws', transports: ['websocket'], extraHeaders: { cookie: day.trainees[0]!.cookie }, forceNew: true });
  let heard = 0;
  socket.on('changed', () => (heard += 1));
  socket.on('connect', () => void socket.emitWithAck('watch', { topic: 'inbox', id: day.trainees[0]!.personId }));
  const told: string[] = [];
  const clients = [markingClient(ledger, day, 1), markingClient(ledger, day, 2), gradingClient(ledger, day, 3), teller(told), reader];
  await during(clients, async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      await sleep(chance.between(800, 2_000));
      services.emptyRedis();
    }
    await sleep(3_000);
    services.signal('redis', 'SIGSTOP');
    await sleep(8_000);
    services.signal('redis', 'SIGCONT');
    await sleep(1_000);
  });
  await halong.settled();
  await proveMorning(halong.app, ledger);
  await proveMails(told);
  expect(await halong.app.get(DeadLetters).list()).toEqual([]);
  await expect.poll(() => socket.connected, { timeout: 30_000 }).toBe(true);
  const before = heard;
  await expect.poll(async () => {
    await ask(halong.url, { cookie: day.trainees[0]!.cookie, method: 'POST', path: '/my/notifications/read', body: { all: true } });
    return heard > before;
  }, { timeout: 30_000, interval: 500 }).toBe(true);
  socket.close();
  process.stdout.write(`  ${ledger.entries.length} acknowledged, ${told.length} told, ${heard} heard on the socket\n`);
});

async function proveMails(told: string[]): Promise<void> {
  const { db } = halong.app;
  const notifications = await db.rows<{ key: string }>('SELECT once_key AS `key` FROM notifications_notification WHERE person_id = ? AND once_key LIKE ? ORDER BY id', [day.trainees[0]!.personId, 'faults-%']);
  expect(notifications.map(({ key }) => key)).toEqual(told);
  const mails = await db.rows<{ subject: string; n: number }>("SELECT subject, COUNT(*) AS n FROM platform_mail WHERE state = 'SHOWN' AND subject LIKE '%faults-%' GROUP BY subject");
  expect(mails.filter(({ n }) => Number(n) !== 1)).toEqual([]);
  expect(mails.map(({ subject }) => /faults-\d+/.exec(subject)?.[0]).sort()).toEqual([...told].sort());
}
