import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import type { Domain } from '../domain/domain.ts';
import { FileStore } from '../storage/file-store.ts';
import { AUTHENTICATOR } from './access.guard.ts';
import { Handle, type Answer, type Input } from './handle.ts';

const limit = 100_000;
const upload = { method: 'POST', summary: '', upload: { maxBytes: limit }, response: z.object({ bytes: z.number() }) } as const;
const routes = {
  file: route({ ...upload, path: '/probe-file', access: 'signed-in' }),
  secret: route({ ...upload, path: '/probe-secret', access: ['SYSTEM_ADMIN'] }),
};

@Controller()
class ProbeController {
  constructor(private readonly files: FileStore) {}

  @Handle(routes.file)
  async file({ stream }: Input<typeof routes.file>): Answer<typeof routes.file> {
    return this.files.put(stream, { name: 'tep.bin', mediaType: 'application/octet-stream', maxBytes: limit });
  }

  @Handle(routes.secret)
  async secret({ stream }: Input<typeof routes.secret>): Answer<typeof routes.secret> {
    return this.files.put(stream, { name: 'tep.bin', mediaType: 'application/octet-stream', maxBytes: limit });
  }
}

const authenticator = {
  actorOf: async (cookie: string | undefined) =>
    cookie === 'sid=known' ? { accountId: 7, personId: null, sessionId: 1, displayName: 'Thu', grants: [] } : undefined,
};

@Module({ controllers: [ProbeController], providers: [{ provide: AUTHENTICATOR, useValue: authenticator }], exports: [AUTHENTICATOR] })
class ProbeModule {}

const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes };

/** One connection, spoken by hand: what was answered so far and whether the other side has ended it. */
function line(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const heard = { text: '', ended: false };
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()));
  socket.on('end', () => (heard.ended = true)).on('error', () => (heard.ended = true));
  const until = async (done: () => boolean) => {
    for (let round = 0; round < 100 && !done(); round += 1) await sleep(100);
  };
  return { socket, heard, until };
}

const refusals: [string, number, string, string, string][] = [
  ['too large', 413, '/api/probe-file', 'sid=known', 'application/octet-stream'],
  ['without the role', 403, '/api/probe-secret', 'sid=known', 'application/octet-stream'],
  ['signed out', 401, '/api/probe-file', 'sid=none', 'application/octet-stream'],
  ['in another form', 400, '/api/probe-file', 'sid=known', 'multipart/form-data'],
  ['to nowhere', 404, '/api/nowhere', 'sid=known', 'application/octet-stream'],
];

describe('an upload that is refused', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([probe], { http: true });
  });
  afterAll(() => app.close());

  const head = (path: string, cookie: string, type: string, bytes: number) =>
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes}\r\n\r\n`;

  it.each(refusals)('%s: the sender who has stopped in the middle hears %d and the connection ends', async (_, status, path, cookie, type) => {
    const { socket, heard, until } = line(app.url);
    socket.write(head(path, cookie, type, 50_000_000));
    socket.write(Buffer.alloc(300_000));
    await until(() => heard.ended);
    expect(heard.text.split('\r\n')[0]).toContain(` ${status} `);
    expect(heard.text.toLowerCase()).toContain('connection: close');
    expect(heard.text).toContain('"requestId"');
    expect(heard.ended).toBe(true);
    socket.destroy();
  });

  it.each(refusals)('%s: the sender who sends all of it hears %d and may use the connection again', async (_, status, path, cookie, type) => {
    const { socket, heard, until } = line(app.url);
    socket.write(head(path, cookie, type, 3_000_000));
    for (let part = 0; part < 30; part += 1) {
      socket.write(Buffer.alloc(100_000));
      await sleep(5);
    }
    socket.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await until(() => heard.text.split('HTTP/1.1 ').length === 3 || heard.ended);
    const answers = heard.text.split('HTTP/1.1 ').slice(1).map((answer) => Number(answer.slice(0, 3)));
    expect(answers).toEqual([status, 200]);
    socket.destroy();
  });

  it('is taken when it is small enough, and the connection goes on', async () => {
    const { socket, heard, until } = line(app.url);
    socket.write(head('/api/probe-file', 'sid=known', 'application/octet-stream', limit));
    socket.write(Buffer.alloc(limit));
    await until(() => heard.text.includes('"bytes":100000'));
    socket.write('GET /api/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await until(() => heard.text.split('HTTP/1.1 200').length === 3);
    expect(heard.text.split('HTTP/1.1 200')).toHaveLength(3);
    expect(heard.text.toLowerCase()).not.toContain('connection: close');
    socket.destroy();
  });
});
