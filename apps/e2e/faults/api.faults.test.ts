import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import type { Installation } from '../product/installation.ts';
import type { ClassDay } from './class-day.ts';
import { ask, during, Ledger, type Command } from './ledger.ts';
import { gradingClient, markingClient, proveMorning, proveReplays, readingClient, type Fact } from './morning.ts';
import { morning } from './prepared.ts';

let halong: Installation;
let day: ClassDay;

beforeEach(async () => {
  ({ halong, day } = await morning(8));
});
afterEach(() => halong.stop());

/** Notifications that wait to be read. */
async function unread(personId: number, count: number): Promise<number[]> {
  const at = halong.app.clock.now();
  const rows = Array.from({ length: count }, (_, n) => ({ person_id: personId, kind: 'admitted', params: '{}', link: '/classes/1', once_key: `faults-${n}`, at, mailed_at: at }));
  await halong.app.db.insertMany('notifications_notification', rows);
  return (await halong.app.db.rows<{ id: number }>('SELECT id FROM notifications_notification WHERE person_id = ? ORDER BY id', [personId])).map(({ id }) => id);
}

/** Twenty kills, or as many as two minutes hold on a slow machine. */
async function killAgainAndAgain(kills: number, seconds: number, acknowledged: () => number): Promise<number> {
  const chance = chanceOf('api killed');
  const until = performance.now() + seconds * 1_000;
  for (let kill = 0; ; kill += 1) {
    if (kill === kills || (kill > 0 && performance.now() > until)) return kill;
    const before = acknowledged();
    await expect.poll(acknowledged, { timeout: 60_000 }).toBeGreaterThan(before);
    await sleep(chance.between(0, 900));
    await halong.api.signal('SIGKILL');
    halong.api.start();
    await halong.apiReady();
  }
}

it('killed up to twenty times, the api loses nothing that it acknowledged and does nothing twice', async () => {
  const ledger = new Ledger<Fact>(halong.url, { connection: true, unavailable: false });
  const ids = await unread(day.trainees[7]!.personId, 5_000);
  const clients = [
    markingClient(ledger, day, 0), markingClient(ledger, day, 1), markingClient(ledger, day, 2), markingClient(ledger, day, 3, true), markingClient(ledger, day, 4, true),
    gradingClient(ledger, day, 5), gradingClient(ledger, day, 6), readingClient(ledger, day, 7, ids),
  ];
  let kills = 0;
  await during(clients, async () => {
    kills = await killAgainAndAgain(20, 90, () => ledger.entries.length);
  });
  expect(ledger.faults.connection).toBeGreaterThanOrEqual(kills);
  await proveReplays(halong.url, ledger);
  await halong.settled();
  await proveMorning(halong.app, ledger);
  process.stdout.write(`  ${kills} kills, ${ledger.entries.length} acknowledged, ${ledger.abandoned.length} given up, ${ledger.faults.connection} connections broken\n`);
});

it('ends under load without a failed request while another api takes over, and its sockets come back', async () => {
  const other = await halong.anotherApi();
  const socket = io(halong.url, { path: '/api/ws', transports: ['websocket'], extraHeaders: { cookie: day.coordinator }, forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 500 });
  await new Promise<void>((connected) => socket.once('connect', () => connected()));
  let answered = 0;
  /** In turns one api and the other; a closed door sends it to the next, with the same key. */
  const roundRobin = (at: number) => async (going: () => boolean) => {
    const { enrolmentId } = day.trainees[at]!;
    for (let n = 0; going(); n += 1) {
      const path = `/sessions/${day.sessionId}/attendance/${enrolmentId}/mark`;
      const command: Command = { cookie: day.coordinator, method: 'POST', path, body: { status: n % 2 ? 'PRESENT' : 'UNEXCUSED', reason: `Theo phiếu ký ${at}-${n}` }, key: `rolling-${at}-${n}` };
      const urls = n % 2 ? [halong.url, other.url] : [other.url, halong.url];
      const reply = await ask(urls[0]!, command).catch((error: NodeJS.ErrnoException) => {
        // Refused at the door, or reset in the queue before it: not begun, and the key makes asking again safe anyway.
        if (error.code !== 'ECONNREFUSED' && error.code !== 'ECONNRESET') throw error;
        return ask(urls[1]!, command);
      });
      expect(reply.status).toBe(200);
      answered += 1;
    }
  };
  const back = new Promise<void>((connected) => socket.once('disconnect', () => socket.once('connect', () => connected())));
  await during([0, 1, 2, 3, 4, 5].map(roundRobin), async () => {
    await sleep(1_000);
    await halong.api.signal('SIGTERM');
    halong.api.start();
    await halong.apiReady();
    await other.api.signal('SIGTERM');
    await sleep(500);
  });
  await back;
  socket.close();
  const marks = await halong.app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_audit WHERE action = 'attendance.mark'");
  expect(Number(marks?.n)).toBe(answered);
});
