import { Controller, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, defineErrors, idParams, route } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { AUTHENTICATOR } from './access.guard.ts';
import { text } from 'node:stream/consumers';
import { openApi } from '../compose.ts';
import { Download, Handle, type Answer, type Input } from './handle.ts';
import { Database } from '../database/database.ts';
import type { Domain } from '../domain/domain.ts';

const errors = defineErrors('probe', {
  full: { kind: 'conflict', vi: 'Đã đủ {seats} chỗ.', en: 'All {seats} seats are taken.' },
  closed: { kind: 'conflict', vi: 'Lớp đã đóng.', en: 'The class is closed.' },
});
const item = z.object({ id: z.number(), name: z.string() });
const routes = {
  open: route({ method: 'GET', path: '/probe/:id', summary: '', access: 'anyone', params: idParams, response: item }),
  admin: route({ method: 'GET', path: '/probe-admin', summary: '', access: ['SYSTEM_ADMIN'], response: item }),
  add: route({ method: 'POST', path: '/probe', summary: '', access: 'signed-in', body: z.strictObject({ name: z.string().min(1) }), response: item, errors: [errors.full, errors.closed] }),
  touch: route({ method: 'PUT', path: '/probe-touch', summary: '', access: 'signed-in' }),
  upload: route({ method: 'POST', path: '/probe-file', summary: '', access: 'signed-in', upload: { maxBytes: 10 }, response: z.object({ content: z.string() }) }),
  download: route({ method: 'GET', path: '/probe-file', summary: '', access: 'signed-in', download: ['text/html'] }),
};

@Controller()
class ProbeController {
  constructor(private readonly db: Database) {}

  @Handle(routes.open)
  async open({ params }: Input<typeof routes.open>): Answer<typeof routes.open> {
    return { id: params.id, name: 'một', secret: 'never leaves' } as { id: number; name: string };
  }

  @Handle(routes.admin)
  async admin(): Answer<typeof routes.admin> {
    return { id: 1, name: 'quản trị' };
  }

  @Handle(routes.add)
  async add({ body }: Input<typeof routes.add>): Answer<typeof routes.add> {
    if (body.name === 'full') throw new AppError(errors.full, { seats: 3 });
    if (body.name === 'bug') throw new Error('secret detail');
    const id = await this.db.insert('platform_schedule', { name: body.name, next_at: new Date() });
    return { id: id + 1, name: body.name };
  }

  @Handle(routes.touch)
  async touch(): Answer<typeof routes.touch> {
    return undefined;
  }

  @Handle(routes.upload)
  async upload({ stream }: Input<typeof routes.upload>): Answer<typeof routes.upload> {
    return { content: await text(stream) };
  }

  @Handle(routes.download)
  async download(): Answer<typeof routes.download> {
    return new Download("bảng (1)'\ud800.html", 'text/html', Buffer.from('<script>1</script>'));
  }
}

const authenticator = {
  actorOf: async (cookie: string | undefined) =>
    cookie === 'sid=known' ? { accountId: 7, personId: null, sessionId: 1, displayName: 'Thu', grants: [] } : undefined,
};

@Module({ controllers: [ProbeController], providers: [{ provide: AUTHENTICATOR, useValue: authenticator }], exports: [AUTHENTICATOR] })
class ProbeModule {}

const probe: Domain = { name: 'probe', module: ProbeModule, entities: [], migrations: [], routes };

describe('the API', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([probe], { http: true });
  });
  afterAll(() => app.close());

  const call = (path: string, init: RequestInit = {}) => fetch(`${app.url}/api${path}`, init);
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    call('/probe', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie: 'sid=known', ...headers } });

  it('says what its clock shows with every answer, refusals included', async () => {
    await app.clock.moveTo(new Date('2026-03-01T01:00:00Z'));
    const shown = async (path: string) => (await call(path)).headers.get('x-halong-now') ?? '';
    expect((await Promise.all(['/probe/5', '/probe-admin', '/nowhere'].map(shown))).map((at) => at.slice(0, 16))).toEqual(Array(3).fill('2026-03-01T01:00'));
    await app.db.run('UPDATE platform_clock SET offset_ms = 0');
    await app.clock.read();
  });

  it('lets out only what the contract names', async () => {
    expect(await (await call('/probe/5')).json()).toEqual({ id: 5, name: 'một' });
  });

  it('refuses bad input with the field and a request id', async () => {
    const response = await call('/probe/none');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ code: 'platform.invalid_input', fields: [{ path: 'params.id' }] });
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  });

  it('speaks the language of the person', async () => {
    const vi = await (await post({ name: 'full' })).json();
    const en = await (await post({ name: 'full' }, { 'accept-language': 'en' })).json();
    expect([vi.title, en.title]).toEqual(['Đã đủ 3 chỗ.', 'All 3 seats are taken.']);
  });

  it('asks who it is, then whether they may', async () => {
    expect((await call('/probe-admin')).status).toBe(401);
    expect((await call('/probe-admin', { headers: { cookie: 'sid=known' } })).status).toBe(403);
  });

  it('does not tell what broke', async () => {
    const response = await post({ name: 'bug' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
  });

  it.each([
    ['//probe/5'], ['/PROBE/5'], ['/probe/5/'], ['/%70robe-admin'], ['/probe-admin/'], ['/./probe-admin'],
  ])('never answers %s to a stranger with data behind a role', async (path) => {
    const response = await call(path);
    if (path.includes('admin')) expect([401, 404]).toContain(response.status);
    else expect([200, 404]).toContain(response.status);
  });

  it('refuses a page of another site', async () => {
    const response = await post({ name: 'x' }, { origin: 'https://evil.example' });
    expect((await response.json()).code).toBe('platform.foreign_origin');
  });

  it('does an unsafe request once per key and answers the same', async () => {
    const headers = { 'idempotency-key': 'key-00000001' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ name: 'once' }, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    const other = await post({ name: 'different' }, headers);
    expect((await other.json()).code).toBe('platform.key_reused');
  });

  it('refuses a body that is too large or no JSON', async () => {
    expect((await post({ name: 'x'.repeat(1_200_000) })).status).toBe(413);
    const broken = await call('/probe', { method: 'POST', body: '{"name":', headers: { 'content-type': 'application/json', cookie: 'sid=known' } });
    expect(broken.status).toBe(400);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'name=x'],
    ['plain text', 'text/plain', '{"name":"x"}'],
    ['raw bytes', 'application/octet-stream', '{"name":"x"}'],
  ])('refuses %s where JSON is spoken', async (_name, type, body) => {
    for (const [path, method] of [['/probe', 'POST'], ['/probe-touch', 'PUT']] as const) {
      const response = await call(path, { method, body, headers: { 'content-type': type, cookie: 'sid=known' } });
      expect(response.status).toBe(400);
    }
  });

  it('needs no body where the contract has none', async () => {
    expect((await call('/probe-touch', { method: 'PUT', headers: { cookie: 'sid=known' } })).status).toBe(204);
  });

  it('takes a file as raw bytes and in no other way', async () => {
    const send = (type: string | undefined, body?: string) => call('/probe-file', { method: 'POST', body, headers: { cookie: 'sid=known', ...(type ? { 'content-type': type } : {}) } });
    expect(await (await send('application/octet-stream', 'bytes')).json()).toEqual({ content: 'bytes' });
    for (const response of [await send('application/json', '{}'), await send(undefined), await send('multipart/form-data; boundary=x', '--x--')]) expect(response.status).toBe(400);
  });

  it('hands out files so that no browser runs them', async () => {
    const response = await call('/probe-file', { headers: { cookie: 'sid=known' } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html',
      'content-disposition': "attachment; filename*=UTF-8''b%E1%BA%A3ng%20%281%29%27_.html",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  it('names the faults of a field in the language of the person', async () => {
    const [vi, en] = [await (await post({ name: '' })).json(), await (await post({ name: '' }, { 'accept-language': 'en-GB,en' })).json()];
    expect(vi.fields[0].path).toBe('body.name');
    expect(vi.fields[0].message).not.toBe(en.fields[0].message);
    expect(vi.fields[0].message).toMatch(/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/i);
  });

  it.each([
    [{ name: { $ne: null } }], [{ name: ['x'] }], [{ name: 'x', role: 'SYSTEM_ADMIN' }], [[{ name: 'x' }]], ['x'], [null], [{}],
  ])('refuses the body %j', async (body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('refuses a body that reaches for the prototype', async () => {
    const response = await call('/probe', { method: 'POST', body: '{"name":"x","__proto__":{"admin":true}}', headers: { 'content-type': 'application/json', cookie: 'sid=known' } });
    expect(response.status).toBe(400);
  });

  it.each([['/probe/5'], ['/probe/none'], ['/nowhere'], ['/probe-admin'], ['/health/live']])('puts the same guard around %s', async (path) => {
    const { headers } = await call(path);
    for (const [name, value] of [['x-content-type-options', 'nosniff'], ['cache-control', 'no-store'], ['x-frame-options', 'DENY'], ['referrer-policy', 'same-origin']] as const) {
      expect(headers.get(name)).toBe(value);
    }
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('knows one address in production, whatever Host the request names', async () => {
    const config = { ...app.config, production: true, PUBLIC_URL: 'https://lms.example' };
    const production = await openApi({ name: 'production', config, domains: [probe] });
    await production.app.listen(0, '127.0.0.1');
    const url = await production.app.getUrl();
    const touch = async (origin?: string) => (await fetch(`${url}/api/probe-touch`, { method: 'PUT', headers: { cookie: 'sid=known', ...(origin ? { origin } : {}) } })).status;
    expect([await touch('https://lms.example'), await touch(), await touch(url), await touch('https://lms.example.evil.example'), await touch('null')]).toEqual([204, 204, 403, 403, 403]);
    expect((await fetch(`${url}/api/health/live`)).headers.get('strict-transport-security')).toContain('max-age');
    await production.close();
  });

  it('describes itself and says that it is ready', async () => {
    const description = await (await call('/openapi.json')).json();
    expect(Object.keys(description.paths)).toContain('/api/probe/{id}');
    expect(description.paths['/api/probe'].post.responses['409'].description).toBe('probe.full: All {seats} seats are taken.\nprobe.closed: The class is closed.');
    expect(await (await call('/health/ready')).json()).toMatchObject({ status: 'ok', database: true });
  });
});
