import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAtLeast, versionIn } from './binaries.mjs';
import { sourceStamp } from './builds.mjs';
import { readSettings } from './config.mjs';
import { missingPackages } from './debian.mjs';
import { isInstalled } from './packages.mjs';
import { addressOf } from './readiness.mjs';
import { nextDelay } from './supervise.mjs';

describe('settings', () => {
  it('start on this machine only, with the demo', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3000, demo: true, databaseUrl: undefined, redisUrl: undefined });
  });

  it.each([[{ NODE_ENV: 'production' }, false], [{ NODE_ENV: 'production', DEMO: '1' }, true], [{ DEMO: '0' }, false]])('%j: demo %s', (env, demo) => {
    expect(readSettings(env).demo).toBe(demo);
  });

  it.each(['x', '0', '65536', '80.5', '-1'])('refuse PORT=%s by name', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow('PORT');
  });
});

describe('the stamp of the sources', () => {
  it('changes with a source and not with a test or a build', () => {
    const base = mkdtempSync(join(tmpdir(), 'halong-stamp-'));
    const write = (name, text) => writeFileSync(join(base, 'libs', name), text);
    mkdirSync(join(base, 'libs', 'dist'), { recursive: true });
    write('a.ts', '1');
    const first = sourceStamp(['libs', 'absent'], base);
    write('a.test.ts', '1');
    write('dist/a.js', '1');
    expect(sourceStamp(['libs', 'absent'], base)).toBe(first);
    write('a.ts', '2');
    utimesSync(join(base, 'libs', 'a.ts'), 1, 1);
    const second = sourceStamp(['libs', 'absent'], base);
    expect(second).not.toBe(first);
    write('b.ts', '');
    expect(sourceStamp(['libs', 'absent'], base)).not.toBe(second);
    rmSync(base, { recursive: true });
  });
});

describe('installed packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/elsewhere': { version: '1.0.0', integrity: 'y', optional: true },
    },
  };
  const a = { version: '1.0.0', integrity: 'x' };

  it.each([
    ['all there', { 'node_modules/a': a }, true],
    ['nothing there', {}, false],
    ['one missing', { 'node_modules/elsewhere': { version: '1.0.0', integrity: 'y' } }, false],
    ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
    ['another content', { 'node_modules/a': { ...a, integrity: 'z' } }, false],
    ['one too many', { 'node_modules/a': a, 'node_modules/old': a }, false],
  ])('%s', (_, packages, expected) => {
    expect(isInstalled(lock, { packages })).toBe(expected);
  });
});

describe('services of the system', () => {
  it.each([
    ['mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu', [10, 11]],
    ['/usr/sbin/mariadbd  Ver 11.8.2-MariaDB for Linux', [11, 8]],
    ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc', [7, 0]],
    ['something else', undefined],
  ])('%s', (text, version) => {
    expect(versionIn(text)).toEqual(version);
  });

  it.each([[[10, 11], true], [[10, 6], false], [[11, 4], true], [[9, 99], false]])('%j is new enough: %s', (version, expected) => {
    expect(isAtLeast(version, [10, 11])).toBe(expected);
  });

  it('need the two packages and whatever of theirs the system lacks', () => {
    const simulation = 'Reading…\nInst libaio1 (0.3 Debian)\nInst redis-tools (5:7 Debian)\nConf libaio1 (0.3)\nRemv other\n';
    expect(missingPackages(simulation)).toEqual(['mariadb-server-core', 'redis-tools', 'libaio1']);
    expect(missingPackages('')).toEqual(['mariadb-server-core', 'redis-tools']);
  });
});

describe('a dead child', () => {
  it('comes back later each time, at most after half a minute, and at once after a minute of life', () => {
    const delays = [];
    for (let delay, round = 0; round < 9; round++) delays.push((delay = nextDelay(delay, 10)));
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    expect(nextDelay(30000, 60_000)).toBe(500);
  });
});

describe('the address to ask', () => {
  it.each([
    ['127.0.0.1', false, 'http://127.0.0.1:3000'],
    ['0.0.0.0', false, 'http://127.0.0.1:3000'],
    ['::', false, 'http://[::1]:3000'],
    ['fe80::1', false, 'http://[fe80::1]:3000'],
    ['hoc.example.vn', true, 'https://hoc.example.vn:3000'],
  ])('%s, TLS %s: %s', (host, tls, address) => {
    expect(addressOf({ host, port: 3000 }, tls)).toBe(address);
  });
});
