import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'node:http';
import { Injectable, Module } from '@nestjs/common';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { socketEvent, topic, type Actor, type Change } from '@halong/platform/contract';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { openApi, type Running } from '../compose.ts';
import type { Domain } from '../domain/domain.ts';
import { AUTHENTICATOR } from '../http/access.guard.ts';
import { currentRequest } from '../request/request-context.ts';
import { Realtime } from './realtime.ts';
import { OnSocket, Watch } from './socket-handlers.ts';

const room = topic({ name: 'room', access: 'signed-in' });
const office = topic({ name: 'office', access: ['SYSTEM_ADMIN'] });
const wave = socketEvent({ name: 'wave', access: 'signed-in', payload: z.object({ hand: z.enum(['left', 'right']) }), reply: z.object({ seen: z.string() }) });

/** Cookie → person; taking one out is what a sign-out does. */
const sessions = new Map<string, Actor>();
let maySee = true;
let away = false;

@Injectable()
class ProbeSockets {
  @Watch(room)
  async room(actor: Actor, id: number): Promise<boolean> {
    return maySee && id < 100 && currentRequest()?.actor === actor;
  }

  @Watch(office)
  async office(): Promise<boolean> {
    return true;
  }

  @OnSocket(wave)
  async wave(actor: Actor, { hand }: { hand: string }) {
    return { seen: `${actor.displayName} ${hand}`, secret: 'never leaves' };
  }
}

const authenticator = {
  actorOf: async (cookie: string | undefined) => {
    if (away) throw new Error('the database is away');
    return sessions.get(cookie ?? '');
  },
};

@Module({ providers: [ProbeSockets, { provide: AUTHENTICATOR, useValue: authenticator }], exports: [AUTHENTICATOR] })
class ProbeModule {}
const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes: {}, topics: { room, office }, socketEvents: { wave } };

describe('realtime', () => {
  let app: TestInstallation;
  let second: Running;
  let addresses: string[];
  const open: Socket[] = [];

  beforeAll(async () => {
    app = await testInstallation([probe], { http: true });
    const api = await openApi({ name: 'second', config: app.config, domains: [probe] });
    await api.app.listen(0, '127.0.0.1');
    second = api;
    addresses = [app.url, await api.app.getUrl()];
    for (const name of ['an', 'binh']) sessions.set(name, anActor({ displayName: name }));
  });
  afterEach(() => {
    maySee = true;
    away = false;
    for (const socket of open.splice(0)) socket.disconnect();
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  function connect(cookie: string, { process = 0, headers = {}, transports = ['websocket'] }: { process?: number; headers?: Record<string, string>; transports?: string[] } = {}): Promise<Socket> {
    const socket = io(addresses[process]!, { path: '/api/ws', transports, forceNew: true, reconnection: false, extraHeaders: { cookie, ...headers } });
    open.push(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  }

  const watch = (socket: Socket, name: string, id: number) => socket.timeout(5_000).emitWithAck('watch', { topic: name, id });
  const ended = (socket: Socket) => new Promise<string>((resolve) => socket.once('disconnect', resolve));

  it('asks nobody to sign in again because a service is away', async () => {
    await expect(connect('nobody')).rejects.toMatchObject({ message: 'not_signed_in' });
    away = true;
    await expect(connect('an')).rejects.toMatchObject({ message: 'unavailable' });
  });

  it('tells the watchers on every process, and only them', async () => {
    const near = await connect('an');
    const far = await connect('binh', { process: 1 });
    const heard: string[] = [];
    near.on('changed', (change: Change) => heard.push(`near ${change.topic} ${change.id}`));
    far.on('changed', (change: Change) => heard.push(`far ${change.topic} ${change.id}`));
    expect(await watch(near, 'room', 1)).toEqual({ ok: true });
    expect(await watch(far, 'room', 1)).toEqual({ ok: true });
    expect(await watch(far, 'room', 2)).toEqual({ ok: true });
    // A process that has just started reads the stream from "now": what was told in that instant it never hears.
    await expect.poll(() => {
      app.get(Realtime).changed('room', 2);
      return heard.includes('far room 2');
    }, { timeout: 10_000, interval: 100 }).toBe(true);
    await sleep(300);
    heard.length = 0;
    app.get(Realtime).changed('room', 1);
    await expect.poll(() => heard.toSorted(), { timeout: 10_000 }).toEqual(['far room 1', 'near room 1']);
    second.app.get(Realtime).changed('room', 1);
    app.get(Realtime).changed('room', 2);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(5);
    expect(heard.filter((line) => line === 'near room 2')).toEqual([]);
  });

  it('tells nothing that was rolled back', async () => {
    const socket = await connect('an');
    await watch(socket, 'room', 3);
    await watch(socket, 'room', 4);
    const heard: number[] = [];
    socket.on('changed', ({ id }: Change) => heard.push(id));
    await app.db.transaction(async () => {
      app.get(Realtime).changed('room', 3);
      throw new Error('no');
    }).catch(() => undefined);
    app.get(Realtime).changed('room', 4);
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual([4]);
  });

  it('refuses to watch what one may not see, with the same words as for what is not there', async () => {
    const socket = await connect('an');
    expect(await watch(socket, 'room', 100)).toMatchObject({ problem: { code: 'platform.not_found', status: 404 } });
    expect(await watch(socket, 'nowhere', 1)).toMatchObject({ problem: { code: 'platform.not_found' } });
    expect(await watch(socket, 'office', 1)).toMatchObject({ problem: { code: 'platform.forbidden' } });
  });

  it('speaks the language of the person', async () => {
    const [vi, en] = await Promise.all([connect('an'), connect('an', { headers: { 'accept-language': 'en-GB' } })]);
    expect((await watch(vi, 'room', 100)).problem.title).toContain('Không tìm thấy');
    expect((await watch(en, 'room', 100)).problem.title).toContain('not found');
  });

  it('answers messages by their contract', async () => {
    const socket = await connect('an');
    expect(await socket.timeout(5_000).emitWithAck('wave', { hand: 'left' })).toEqual({ seen: 'an left' });
    expect(await socket.timeout(5_000).emitWithAck('wave', { hand: 'third' })).toMatchObject({ problem: { code: 'platform.invalid_input' } });
  });

  it.each([['websocket'], ['polling']])('lets nobody in by %s without a session', async (transport) => {
    await expect(connect('nobody', { transports: [transport] })).rejects.toThrow('not_signed_in');
  });

  it.each([['websocket'], ['polling']])('shakes no hands with a page of another site by %s', async (transport) => {
    await expect(connect('an', { transports: [transport], headers: { origin: 'https://evil.example' } })).rejects.toThrow();
    await expect(connect('an', { transports: [transport], headers: { origin: app.config.PUBLIC_URL, 'sec-fetch-site': 'cross-site' } })).rejects.toThrow();
    await connect('an', { transports: [transport], headers: { origin: app.config.PUBLIC_URL } });
  });

  it('lets a socket that comes back watch nothing until it is asked again', async () => {
    const socket = await connect('an');
    await watch(socket, 'room', 5);
    const end = ended(socket);
    socket.io.engine.close();
    await end;
    maySee = false;
    const again = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    socket.connect();
    await again;
    const heard: number[] = [];
    socket.on('changed', ({ id }: Change) => heard.push(id));
    expect(await watch(socket, 'room', 5)).toMatchObject({ problem: { code: 'platform.not_found' } });
    maySee = true;
    await watch(socket, 'room', 6);
    app.get(Realtime).changed('room', 5);
    app.get(Realtime).changed('room', 6);
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual([6]);
    sessions.set('minh', anActor());
    const gone = await connect('minh');
    sessions.delete('minh');
    gone.disconnect();
    await expect(connect('minh')).rejects.toThrow('not_signed_in');
  });

  it('ends the sockets of a session that is over, also without being told', async () => {
    sessions.set('thu', anActor());
    const socket = await connect('thu');
    sessions.delete('thu');
    expect(await ended(socket)).toBe('io server disconnect');
  });

  it('refuses a message of a session that is over before that', async () => {
    sessions.set('hoa', anActor());
    const socket = await connect('hoa');
    sessions.delete('hoa');
    const end = ended(socket);
    socket.emit('wave', { hand: 'left' });
    expect(await end).toBe('io server disconnect');
  });

  it('ends every socket of one account on every process', async () => {
    const actor = anActor();
    sessions.set('lan', actor);
    const sockets = await Promise.all([connect('lan'), connect('lan', { process: 1 })]);
    const bystander = await connect('an');
    app.get(Realtime).endSockets(actor.accountId);
    expect(await Promise.all(sockets.map(ended))).toEqual(['io server disconnect', 'io server disconnect']);
    expect(bystander.connected).toBe(true);
  });

  it('lives through payloads that are too large, of the wrong shape or no socket.io at all', async () => {
    const bystander = await connect('an');
    const flood = await connect('an');
    const end = ended(flood);
    flood.emit('wave', { hand: 'x'.repeat(200_000) });
    await end;
    const odd = await connect('an');
    for (const payload of [null, 5, [], { topic: {}, id: 'x' }, { topic: 'room', id: -1 }, { topic: 'x'.repeat(1_000), id: 1 }]) {
      expect(await odd.timeout(5_000).emitWithAck('watch', payload)).toMatchObject({ problem: { code: 'platform.invalid_input' } });
    }
    odd.emit('watch');
    odd.emit('unwatch', 'nonsense');
    odd.emit('wave', { hand: 'left' }, 'not a function');
    const raw = await connect('an');
    const rawEnd = ended(raw);
    (raw.io.engine as unknown as { write(packet: string): void }).write('9{"not":"a packet"');
    await rawEnd;
    expect(await watch(bystander, 'room', 1)).toEqual({ ok: true });
  });

  it('bounds what one socket may watch', async () => {
    sessions.set('boss', anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] }));
    const socket = await connect('boss');
    const answers = await Promise.all(Array.from({ length: 250 }, (_, id) => watch(socket, 'office', id)));
    // Two rooms are its own: the socket's and the account's.
    expect(answers.filter(({ ok }) => ok)).toHaveLength(198);
    expect(answers[249]).toMatchObject({ problem: { code: 'platform.too_many_requests', status: 429 } });
  });

  it('bounds how many sockets one account holds, one after the other or all at once', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 90 }, () => connect('an')));
    await expect(connect('an')).rejects.toMatchObject({ message: 'unavailable' });
    await expect.poll(() => settled.filter((one) => one.status === 'fulfilled' && one.value.connected).length).toBe(40);
    await expect(connect('binh')).resolves.toMatchObject({ connected: true });
  });

  it('answers somebody who asks without end by asking them to wait', async () => {
    const socket = await connect('an');
    const answers = (await Promise.all(Array.from({ length: 1_500 }, () => watch(socket, 'room', 1)))) as { ok?: true; problem?: { code: string } }[];
    expect([...new Set(answers.map(({ ok, problem }) => problem?.code ?? ok))].sort()).toEqual(['platform.too_many_requests', true]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(400);
  });

  it('speaks only on its own path', async () => {
    const status = await new Promise((resolve, reject) => {
      request(`${app.url}/socket.io/?EIO=4&transport=polling`, (response) => resolve(response.statusCode)).on('error', reject).end();
    });
    expect(status).toBe(404);
  });
});
