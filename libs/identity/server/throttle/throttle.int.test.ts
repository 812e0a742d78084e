import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { openRedis } from '@halong/platform/server';
import { admin, identityInstallation, password } from '../identity.testing.ts';
import { LocalThrottle } from './local-throttle.ts';
import { brakes } from './throttle.rules.ts';
import { delayScript, takeScript } from './throttle.scripts.ts';

/** A whole course behind one router. */
const crowd = 300;

describe('brakes against guessing', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  beforeAll(async () => {
    scene = await identityInstallation(testInstallation);
  });
  afterAll(() => scene.app.close());

  const later = (seconds: number) => scene.app.clock.moveTo(new Date(scene.app.clock.millis() + seconds * 1_000));

  it(`lets ${crowd} people with accounts of their own in at once from one address, every fifth of whom mistypes first`, async () => {
    const first = await scene.account('nguoi1');
    const { password_hash } = (await scene.app.db.row<{ password_hash: string }>('SELECT password_hash FROM identity_account WHERE id = ?', [first]))!;
    for (let index = 2; index <= crowd; index += 1) {
      const id = await scene.accounts.createExternal({ displayName: `Người ${index}`, login: `nguoi${index}` });
      await scene.app.db.run('UPDATE identity_account SET password_hash = ? WHERE id = ?', [password_hash, id]);
    }
    const comeIn = async (index: number) => {
      const mistyped = index % 5 === 0 ? [(await scene.browser().signIn(`nguoi${index}`, 'sai mật khẩu')).status] : [];
      return [...mistyped, (await scene.browser().signIn(`nguoi${index}`)).status];
    };
    const replies = await Promise.all(Array.from({ length: crowd }, (_, index) => comeIn(index + 1)));
    expect(replies).toEqual(Array.from({ length: crowd }, (_, index) => ((index + 1) % 5 === 0 ? [401, 200] : [200])));
    const sessions = await scene.app.db.row<{ n: number }>('SELECT COUNT(DISTINCT account_id) AS n FROM identity_session');
    expect(Number(sessions?.n)).toBe(crowd);
    await later(120);
  });

  it.each([['known', 'ngoan'], ['unknown', 'khongco']])('slows guessing at an account that is %s, says for how long, and lets the owner in afterwards', async (_, login) => {
    if (login === 'ngoan') await scene.account(login, admin);
    for (let failure = 0; failure < brakes.freeAtAddress; failure += 1) expect((await scene.browser().signIn(login, 'sai mật khẩu')).status).toBe(401);
    const refused = await scene.browser().signIn(login);
    expect([refused.status, refused.body.code, refused.body.params?.seconds, refused.response.headers.get('retry-after')]).toEqual([429, 'platform.too_many_requests', 1, '1']);
    await later(1.1);
    expect((await scene.browser().signIn(login, 'sai mật khẩu')).status).toBe(401);
    expect((await scene.browser().signIn(login)).body.params?.seconds).toBe(2);
    await later(2.1);
    expect((await scene.browser().signIn(login)).status).toBe(login === 'ngoan' ? 200 : 401);
    if (login === 'ngoan') expect((await scene.browser().signIn(login, 'sai mật khẩu')).status).toBe(401);
  });

  it('counts tries that arrive at the same time', async () => {
    await scene.account('songsong');
    const replies = await Promise.all(Array.from({ length: 20 }, () => scene.browser().signIn('songsong', 'sai mật khẩu')));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(brakes.freeAtAddress);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('empties the bucket of an address that guesses codes', async () => {
    const replies: number[] = [];
    while (!replies.includes(429) && replies.length < 400) {
      const batch = await Promise.all(Array.from({ length: 20 }, () => scene.browser().send('POST', '/activation/check', { code: '0000-0000-0000-0' })));
      replies.push(...batch.map(({ status }) => status));
    }
    expect(new Set(replies)).toEqual(new Set([400, 429]));
    await later(600);
    expect((await scene.browser().signIn('ngoan', password)).status).toBe(200);
  });

  it('brakes in Redis exactly as in memory', async () => {
    const redis = openRedis(scene.app.config.REDIS_URL);
    await new Promise((resolve) => redis.once('ready', resolve));
    const local = new LocalThrottle();
    const prefix = `${scene.app.config.database.database}:compare:`;
    const counters = [{ key: `${prefix}a`, free: 5 }, { key: `${prefix}b`, free: 8 }];
    let now = 1_790_000_000_000;
    for (let step = 0; step < 200; step += 1) {
      now += (step * 7_919) % 4_000;
      const delay = await redis.eval(delayScript, 2, ...counters.map(({ key }) => key), now, brakes.capMs, brakes.forgetMs, 5, 8);
      expect(Number(delay)).toBe(local.delay(counters, now));
      const [cost, force] = [((step * 31) % 50) + 1, step % 3 === 0];
      const taken = await redis.eval(takeScript, 1, `${prefix}c`, now, brakes.bucket, brakes.perSecond, cost, force ? 1 : 0);
      expect(Math.abs(Number(taken) - local.take(`${prefix}c`, now, cost, force))).toBeLessThanOrEqual(1);
    }
    redis.disconnect();
  });
});
