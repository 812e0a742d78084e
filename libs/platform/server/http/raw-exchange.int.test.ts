import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Controller, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, platformErrors, route } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import type { Domain } from '../domain/domain.ts';
import { AUTHENTICATOR } from './access.guard.ts';
import { Download, Handle, type Answer, type Input } from './handle.ts';
import { takeOver } from './raw-exchange.ts';

const params = z.object({ id: z.coerce.number().int() });
const raw = { summary: '', access: 'signed-in', raw: true } as const;
const routes = {
  patch: route({ ...raw, method: 'PATCH', path: '/probe/:id', params }),
  head: route({ ...raw, method: 'HEAD', path: '/probe/:id', params }),
  options: route({ ...raw, method: 'OPTIONS', path: '/probe' }),
  json: route({ method: 'POST', path: '/probe', summary: '', access: 'signed-in' }),
  stream: route({ method: 'GET', path: '/probe-stream', summary: '', access: 'signed-in', download: ['text/plain'] }),
  file: route({ method: 'GET', path: '/probe-file', summary: '', access: 'signed-in', download: ['text/plain'] }),
};
const content = Buffer.from('0123456789');

@Controller()
class ProbeController {
  @Handle(routes.patch)
  async patch({ params: { id }, http }: Input<typeof routes.patch>): Answer<typeof routes.patch> {
    if (id === 1) throw new AppError(platformErrors.not_found);
    const { request, response } = takeOver(http);
    if (id === 2) throw new Error('in the middle');
    const bytes = await buffer(request);
    response.writeHead(207, { 'X-Bytes': String(bytes.length) }).end('taken');
    return once(response, 'close');
  }

  @Handle(routes.head)
  async head({ http }: Input<typeof routes.head>): Answer<typeof routes.head> {
    return takeOver(http).response.writeHead(200, { 'X-Offset': '5' }).end();
  }

  @Handle(routes.options)
  async options({ http }: Input<typeof routes.options>): Answer<typeof routes.options> {
    return takeOver(http).response.writeHead(204).end();
  }

  @Handle(routes.json)
  async json(): Answer<typeof routes.json> {
    return undefined;
  }

  @Handle(routes.stream)
  async stream(): Answer<typeof routes.stream> {
    return new Download('this.ts', 'text/plain', createReadStream(import.meta.filename));
  }

  @Handle(routes.file)
  async file(): Answer<typeof routes.file> {
    const open = (range?: { start: number; end: number }) => Readable.from([range ? content.subarray(range.start, range.end + 1) : content]);
    return new Download('số.txt', 'text/plain; charset=utf-8', { bytes: content.length, etag: 'v1', open });
  }
}

const authenticator = {
  actorOf: async (cookie: string | undefined) => (cookie === 'sid=known' ? { accountId: 7, personId: null, sessionId: 1, displayName: 'Thu', grants: [] } : undefined),
};

@Module({ controllers: [ProbeController], providers: [{ provide: AUTHENTICATOR, useValue: authenticator }], exports: [AUTHENTICATOR] })
class ProbeModule {}

const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes };

describe('a handler that speaks HTTP itself', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([probe], { http: true });
  });
  afterAll(() => app.close());

  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
    fetch(`${app.url}/api${path}`, { method, headers: { cookie: 'sid=known', ...headers }, ...(body === undefined ? {} : { body }) });
  const offset = { 'content-type': 'application/offset+octet-stream' };

  it('gets the bytes, and its answer carries the headers of all answers', async () => {
    const reply = await ask('PATCH', '/probe/5', offset, 'x'.repeat(2_000_000));
    expect([reply.status, reply.headers.get('x-bytes'), await reply.text()]).toEqual([207, '2000000', 'taken']);
    expect([reply.headers.get('x-content-type-options'), reply.headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
    expect(reply.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('is behind the same guard as everybody', async () => {
    for (const [method, path] of [['PATCH', '/probe/5'], ['HEAD', '/probe/5'], ['OPTIONS', '/probe']]) {
      expect((await ask(method!, path!, { cookie: 'sid=none', ...(method === 'PATCH' ? offset : {}) }, method === 'PATCH' ? 'x' : undefined)).status).toBe(401);
    }
    expect((await ask('PATCH', '/probe/5', { ...offset, 'sec-fetch-site': 'cross-site' }, 'x')).status).toBe(403);
    expect((await ask('HEAD', '/probe/5')).headers.get('x-offset')).toBe('5');
    expect((await ask('OPTIONS', '/probe')).status).toBe(204);
  });

  it('may refuse in our words before it takes over', async () => {
    const reply = await ask('PATCH', '/probe/1', offset, 'x');
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([404, 'platform.not_found']);
    expect((await ask('PATCH', '/probe/one', offset, 'x')).status).toBe(400);
  });

  it('leaves nobody waiting when it fails afterwards', async () => {
    await expect(ask('PATCH', '/probe/2', offset, 'x')).rejects.toThrow('fetch failed');
    expect((await ask('HEAD', '/probe/5')).status).toBe(200);
  });

  it('does not open this kind of body to other routes', async () => {
    expect((await ask('POST', '/probe', offset, 'x')).status).toBe(400);
  });

  it.each([
    [{}, 200, '0123456789', null],
    [{ range: 'bytes=2-4' }, 206, '234', 'bytes 2-4/10'],
    [{ range: 'bytes=-3' }, 206, '789', 'bytes 7-9/10'],
    [{ range: 'bytes=2-4', 'if-range': '"v0"' }, 200, '0123456789', null],
    [{ range: 'bytes=20-' }, 416, '', 'bytes */10'],
    [{ 'if-none-match': '"v1"' }, 304, '', null],
  ])('gives the part of a file that is asked for: %j → %i', async (headers, status, text, part) => {
    const reply = await ask('GET', '/probe-file', headers as unknown as Record<string, string>);
    expect([reply.status, await reply.text(), reply.headers.get('content-range')]).toEqual([status, text, part]);
    expect([reply.headers.get('etag'), reply.headers.get('content-security-policy')]).toEqual(['"v1"', "default-src 'none'; sandbox"]);
  });

  it('leaves a plain stream as it was', async () => {
    const reply = await ask('GET', '/probe-stream', { range: 'bytes=0-1' });
    expect([reply.status, (await reply.text()).slice(0, 6), reply.headers.get('accept-ranges')]).toEqual([200, 'import', null]);
  });

  it('says the size of a file without sending it', async () => {
    const reply = await ask('HEAD', '/probe-file');
    expect([reply.status, reply.headers.get('content-length'), reply.headers.get('accept-ranges')]).toEqual([200, '10', 'bytes']);
  });
});
