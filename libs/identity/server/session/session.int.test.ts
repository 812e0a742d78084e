import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { admin, identityInstallation, password } from '../identity.testing.ts';

const minutes = (count: number) => count * 60_000;

describe('sessions', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  beforeAll(async () => {
    scene = await identityInstallation(testInstallation);
  });
  afterAll(() => scene.app.close());

  const later = async (ms: number) => {
    await scene.app.clock.moveTo(new Date(scene.app.clock.millis() + ms));
  };

  it('signs in with login or address and says who it is', async () => {
    await scene.account('quantri', admin);
    const browser = scene.browser();
    const signedIn = await browser.signIn(' QuanTri ');
    expect(signedIn.status).toBe(200);
    expect(signedIn.cookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(signedIn.body).toMatchObject({ login: 'quantri', personas: ['admin'], can: { manageAccounts: true }, language: 'vi' });
    expect((await browser.send('GET', '/me')).body).toEqual(signedIn.body);
    await scene.accounts.createExternal({ displayName: 'Hà Thư', login: 'thuh', email: 'Thu@Quangninh.example' });
    await scene.accounts.setPassword((await idOf('thuh')), password);
    expect((await scene.browser().signIn('thu@quangninh.example')).body).toMatchObject({ login: 'thuh', personas: [] });
  });

  const idOf = async (login: string) => (await scene.app.db.row<{ id: number }>('SELECT id FROM identity_account WHERE login = ?', [login]))!.id;

  it('keeps only hashes of tokens and passwords', async () => {
    const rows = await scene.app.db.rows<{ token_hash: string }>('SELECT token_hash FROM identity_session');
    expect(rows.every(({ token_hash }) => /^[\da-f]{64}$/.test(token_hash))).toBe(true);
    const stored = await scene.app.db.rows<{ password_hash: string }>('SELECT password_hash FROM identity_account WHERE password_hash IS NOT NULL');
    expect(stored.every(({ password_hash }) => password_hash.startsWith('19456,2,1$'))).toBe(true);
  });

  it('answers a wrong password, an unknown login and a waiting account alike', async () => {
    await scene.account('coma');
    await scene.accounts.createExternal({ displayName: 'Chưa kích hoạt', login: 'dangcho' });
    const replies = await Promise.all(
      [['coma', 'sai mật khẩu'], ['khongcoai', 'sai mật khẩu'], ['dangcho', 'sai mật khẩu'], ['thú', 'sai mật khẩu']].map(([login = '', typed]) => scene.browser().signIn(login, typed)),
    );
    const bodies = replies.map(({ body: { requestId: _, ...rest } }) => rest);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]));
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ code: 'identity.wrong_sign_in' });
    expect(replies.every(({ cookie }) => cookie === undefined)).toBe(true);
  });

  it('gives a new token at every sign-in and ends the old one', async () => {
    await scene.account('xoay');
    const browser = scene.browser();
    await browser.signIn('xoay');
    const old = browser.cookie;
    await browser.signIn('xoay');
    expect(browser.cookie).not.toBe(old);
    const stale = scene.browser();
    stale.cookie = old;
    expect((await stale.send('GET', '/me')).status).toBe(401);
    expect((await browser.send('GET', '/me')).status).toBe(200);
  });

  it('does not take a token that somebody else chose', async () => {
    const browser = scene.browser();
    browser.cookie = `sid=${'a'.repeat(43)}`;
    await browser.signIn('xoay');
    expect(browser.cookie).not.toContain('aaaa');
  });

  it('signs out', async () => {
    const browser = scene.browser();
    await browser.signIn('xoay');
    const stale = scene.browser();
    stale.cookie = browser.cookie;
    const out = await browser.send('DELETE', '/session');
    expect([out.status, out.response.headers.get('clear-site-data')]).toEqual([204, '"cache", "cookies"']);
    expect(out.cookie).toContain('Max-Age=0');
    expect((await stale.send('GET', '/me')).body.code).toBe('platform.not_signed_in');
    expect((await browser.send('DELETE', '/session')).status).toBe(204);
  });

  it('ends after half an hour without a request, and after twelve hours in any case', async () => {
    await scene.account('canbo', { role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 });
    const browser = scene.browser();
    await browser.signIn('canbo', password, true);
    for (let passed = 0; passed + 29 < 12 * 60; passed += 29) {
      await later(minutes(29));
      expect((await browser.send('GET', '/me')).status).toBe(200);
    }
    await later(minutes(29));
    expect((await browser.send('GET', '/me')).status).toBe(401);
    await browser.signIn('canbo');
    await later(minutes(30));
    expect((await browser.send('GET', '/me')).status).toBe(401);
  });

  it("lets a trainee's own device stay for fourteen days, until it belongs to somebody with a role", async () => {
    const id = await scene.account('hocvien');
    const browser = scene.browser();
    const signedIn = await browser.signIn('hocvien', password, true);
    expect(signedIn.cookie).toMatch(/^sid=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    await later(minutes(13 * 24 * 60));
    expect((await browser.send('GET', '/me')).body).toMatchObject({ ownDevice: true });
    await scene.accounts.grant(id, { ...admin, reason: 'lên quản trị' });
    await later(minutes(31));
    expect((await browser.send('GET', '/me')).status).toBe(401);
    await scene.account('hocvien2');
    const other = scene.browser();
    await other.signIn('hocvien2', password, true);
    await later(minutes(14 * 24 * 60));
    expect((await other.send('GET', '/me')).status).toBe(401);
  });

  it('remembers the language', async () => {
    const browser = scene.browser();
    await browser.signIn('xoay');
    expect((await browser.send('PATCH', '/me', { language: 'en' })).body).toMatchObject({ language: 'en' });
    expect((await browser.send('GET', '/me')).body).toMatchObject({ language: 'en' });
  });

  it('changes the password and ends every other session', async () => {
    await scene.account('doimk');
    const [here, elsewhere] = [scene.browser(), scene.browser()];
    await here.signIn('doimk');
    await elsewhere.signIn('doimk');
    expect((await here.send('PUT', '/me/password', { current: 'sai', password: 'tàu lá than 7' })).body.code).toBe('identity.wrong_password');
    expect((await here.send('PUT', '/me/password', { current: password, password: 'matkhau123' })).body.code).toBe('identity.password_common');
    expect((await here.send('PUT', '/me/password', { current: password, password: 'tàu lá than 7' })).status).toBe(204);
    expect((await here.send('GET', '/me')).status).toBe(200);
    expect((await elsewhere.send('GET', '/me')).status).toBe(401);
    expect((await scene.browser().signIn('doimk', 'tàu lá than 7')).status).toBe(200);
  });

  it('closes open sockets and requests when the account is disabled', async () => {
    await scene.account('truong', admin);
    const id = await scene.account('bikhoa');
    const [boss, victim] = [scene.browser(), scene.browser()];
    await boss.signIn('truong');
    await victim.signIn('bikhoa');
    const socket = io(scene.app.url, { path: '/api/ws', transports: ['websocket'], extraHeaders: { cookie: victim.cookie ?? '' }, reconnection: false });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    const gone = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    const { body } = await boss.send('GET', `/accounts/${id}`);
    const disabled = await boss.send('POST', `/accounts/${id}/disable`, { reason: 'nghỉ việc', version: body['version'] });
    expect(disabled.body).toMatchObject({ state: 'DISABLED', can: { disable: false, enable: true } });
    expect((await victim.send('GET', '/me')).status).toBe(401);
    expect(await Promise.race([gone, sleep(5_000, 'still open')])).toBe('io server disconnect');
    expect((await scene.browser().signIn('bikhoa')).body.code).toBe('identity.account_disabled');
    expect((await scene.browser().signIn('bikhoa', 'sai mật khẩu')).body.code).toBe('identity.wrong_sign_in');
    const again = io(scene.app.url, { path: '/api/ws', transports: ['websocket'], extraHeaders: { cookie: victim.cookie ?? '' }, reconnection: false });
    const refusal = await new Promise<Error>((resolve) => again.once('connect_error', resolve));
    expect(refusal.message).toBe('not_signed_in');
    again.close();
  });
});
