import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { openApi, type Running } from '../compose.ts';

describe('the web client', () => {
  let app: TestInstallation;
  let api: Running;
  let url: string;
  let folder: string;

  /** What a build leaves: a page that names one script. */
  const build = (script: string) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<!doctype html><style nonce="__CSP_NONCE__"></style><script>ask();</script><script src="/assets/${script}"></script></html>`);
    writeFileSync(join(folder, 'assets', script), `console.log('${script}')`);
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
    writeFileSync(join(folder, '.secret'), 'hidden');
  };
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, text: await response.text(), header: (name: string) => response.headers.get(name) };
  };

  beforeAll(async () => {
    app = await testInstallation([]);
    folder = join(app.config.DATA_DIR, 'web');
    const opened = await openApi({ name: 'web', config: { ...app.config, WEB_DIR: folder }, domains: [] });
    api = opened;
    await opened.app.listen(0, '127.0.0.1');
    url = await opened.app.getUrl();
    expect((await get('/')).status).toBe(404);
    build('one-1a2b.js');
  });
  afterAll(async () => {
    await api.close();
    await app.close();
  });

  it('is served with a nonce of its own for every visit, whatever page is asked for', async () => {
    const [home, deep] = [await get('/'), await get('/classes/5')];
    const nonces = [home, deep].map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(home.header('content-security-policy')).toContain(`'nonce-${nonces[0]}'`);
    expect([home.header('cache-control'), home.header('x-content-type-options')]).toEqual(['no-cache', 'nosniff']);
    expect((await get('/index.html')).text).not.toContain('__CSP_NONCE__');
  });

  it('lets the script in the page run and no other', async () => {
    const policy = (await get('/')).header('content-security-policy') ?? '';
    const hash = createHash('sha256').update('ask();').digest('base64');
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(`'self' 'sha256-${hash}'`);
  });

  it('lets browsers keep hashed files for good and ask again for the others', async () => {
    const [script, icon] = [await get('/assets/one-1a2b.js'), await get('/icon.svg')];
    expect([script.status, script.header('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect([icon.status, icon.header('cache-control'), icon.header('content-type')]).toEqual([200, 'no-cache', 'image/svg+xml']);
  });

  it('is what lies on disk now: a new build needs no restart', async () => {
    build('two-3c4d.js');
    expect((await get('/')).text).toContain('/assets/two-3c4d.js');
    expect((await get('/assets/two-3c4d.js')).text).toBe("console.log('two-3c4d.js')");
    const gone = await get('/assets/one-1a2b.js');
    expect([gone.status, gone.header('content-type'), gone.header('cache-control')]).toEqual([404, 'application/problem+json; charset=utf-8', 'no-store']);
  });

  it('keeps the page that it knows while a build replaces it', async () => {
    await get('/');
    rmSync(join(folder, 'index.html'));
    expect((await get('/today')).status).toBe(200);
    writeFileSync(join(folder, 'index.html'), '');
    expect((await get('/today')).text).toContain('/assets/two-3c4d.js');
    build('three-5e6f.js');
    expect((await get('/today')).text).toContain('/assets/three-5e6f.js');
  });

  it.each([['/api/nowhere'], ['/api'], ['/%61pi/nowhere'], ['/assets/nothing.js']])('answers %s like the API: there is nothing', async (path) => {
    const { status, header } = await get(path);
    expect([status, header('cache-control')]).toEqual([404, 'no-store']);
    expect(header('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([['/.secret'], ['/..%2f..%2fsecrets.json'], ['/%2e%2e/secrets.json'], ['//secrets.json'], ['/%00'], ['/%'], ['/assets/..%5c..%5csecrets.json'], ['/assets']])('gives no file away for %s', async (path) => {
    const { status, text } = await get(path);
    expect([200, 400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/hidden|auditKey/);
  });
});
