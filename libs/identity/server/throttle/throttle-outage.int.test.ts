import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Line, testInstallation, type TestInstallation } from '@halong/testing/server';
import { openRedis } from '@halong/platform/server';
import { identityInstallation, password } from '../identity.testing.ts';
import { brakes } from './throttle.rules.ts';

/** A line of our own to Redis, to be held, cut and joined again. */
const folder = mkdtempSync(join(tmpdir(), 'halong-redis-'));
const shared = process.env['REDIS_URL'];
const line = Line.toRedis(join(folder, 'redis.sock'), shared ?? '');
const url = `unix://${line.path}`;

describe('brakes while Redis is away', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  beforeAll(async () => {
    await line.join();
    process.env['REDIS_URL'] = url;
    scene = await identityInstallation(testInstallation);
  });
  afterAll(async () => {
    process.env['REDIS_URL'] = shared;
    await scene.app.close();
    await line.cut();
    rmSync(folder, { recursive: true, force: true });
  });

  const guess = async (login: string, times: number) => {
    const replies: number[] = [];
    for (let one = 0; one < times; one += 1) replies.push((await scene.browser().signIn(login, 'sai mật khẩu')).status);
    return replies;
  };

  it.each([
    ['frozen', 'dongbang', { away: async () => line.hold(), back: async () => line.release() }],
    ['dead', 'chet', { away: () => line.cut(), back: () => line.join() }],
  ] as const)('%s: people sign in, guessing is slowed down', async (_, name, redis) => {
    await scene.account(`${name}1`);
    await scene.account(`${name}2`);
    await redis.away();
    expect((await scene.browser().signIn(`${name}1`)).status).toBe(200);
    const guesses = await guess(`${name}2`, brakes.freeAtAddress + 5);
    expect(guesses.slice(0, brakes.freeAtAddress)).toEqual(Array<number>(brakes.freeAtAddress).fill(401));
    expect(guesses).toContain(429);
    expect((await scene.browser().signIn(`${name}2`)).body).toMatchObject({ code: 'platform.too_many_requests' });
    expect((await scene.browser().signIn(`${name}1`)).status).toBe(200);
    await scene.app.clock.moveTo(new Date(scene.app.clock.millis() + 61_000));
    expect((await scene.browser().signIn(`${name}2`, password)).status).toBe(200);
    await redis.back();
  });

  it('back: counts for all processes together again', async () => {
    const client = openRedis(url, { blocking: true });
    await expect.poll(async () => {
      await scene.browser().signIn('khongco', 'sai mật khẩu');
      return (await client.keys('*:throttle:*')).length;
    }, { timeout: 10_000 }).toBeGreaterThan(0);
    client.disconnect();
  });
});
