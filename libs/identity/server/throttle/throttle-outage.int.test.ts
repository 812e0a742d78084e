import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { openRedis } from '@halong/platform/server';
import { identityInstallation, password } from '../identity.testing.ts';
import { brakes } from './throttle.rules.ts';

/** A Redis of our own, on a Unix socket, to be frozen, killed and started again. */
const folder = mkdtempSync(join(tmpdir(), 'halong-redis-'));
const url = `unix://${join(folder, 'redis.sock')}`;
let redis: ChildProcess;

async function startRedis(): Promise<void> {
  redis = spawn('redis-server', ['--port', '0', '--unixsocket', join(folder, 'redis.sock'), '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' });
  const client = openRedis(url, { blocking: true });
  await client.ping();
  client.disconnect();
}

async function killRedis(): Promise<void> {
  const gone = once(redis, 'exit');
  redis.kill('SIGCONT');
  redis.kill('SIGKILL');
  await gone;
}

describe('brakes while Redis is away', () => {
  let scene: Awaited<ReturnType<typeof identityInstallation<TestInstallation>>>;
  const shared = process.env['REDIS_URL'];
  beforeAll(async () => {
    await startRedis();
    process.env['REDIS_URL'] = url;
    scene = await identityInstallation(testInstallation);
  });
  afterAll(async () => {
    process.env['REDIS_URL'] = shared;
    await scene.app.close();
    await killRedis();
    rmSync(folder, { recursive: true, force: true });
  });

  const guess = async (login: string, times: number) => {
    const replies: number[] = [];
    for (let one = 0; one < times; one += 1) replies.push((await scene.browser().signIn(login, 'sai mật khẩu')).status);
    return replies;
  };

  it.each([
    ['frozen', 'SIGSTOP', 'dongbang'],
    ['dead', 'SIGKILL', 'chet'],
  ] as const)('%s: people sign in, guessing is slowed down', async (_, signal, name) => {
    await scene.account(`${name}1`);
    await scene.account(`${name}2`);
    if (signal === 'SIGSTOP') redis.kill(signal);
    else await killRedis();
    expect((await scene.browser().signIn(`${name}1`)).status).toBe(200);
    const guesses = await guess(`${name}2`, brakes.freeAtAddress + 5);
    expect(guesses.slice(0, brakes.freeAtAddress)).toEqual(Array<number>(brakes.freeAtAddress).fill(401));
    expect(guesses).toContain(429);
    expect((await scene.browser().signIn(`${name}2`)).body).toMatchObject({ code: 'platform.too_many_requests' });
    expect((await scene.browser().signIn(`${name}1`)).status).toBe(200);
    await scene.app.clock.moveTo(new Date(scene.app.clock.millis() + 61_000));
    expect((await scene.browser().signIn(`${name}2`, password)).status).toBe(200);
    if (signal === 'SIGSTOP') redis.kill('SIGCONT');
    else await startRedis();
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
