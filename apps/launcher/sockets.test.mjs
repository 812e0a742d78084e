import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { databaseUrl, openPrivateFolder, redisUrl, socketFolder } from './sockets.mjs';

const temp = mkdtempSync(join(tmpdir(), 'halong-sockets-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

describe('socketFolder', () => {
  const room = 107 - '/run/mariadb.sock'.length;

  it('is inside DATA_DIR up to the last byte that a socket path may have', () => {
    const dataDir = `/${'a'.repeat(room - 1)}`;
    expect(socketFolder(dataDir)).toBe(`${dataDir}/run`);
    expect(socketFolder(`${dataDir}a`, '/tmp')).toMatch(/^\/tmp\/halong-[0-9a-f]{12}$/);
  });

  it('counts bytes, not letters', () => {
    expect(socketFolder(`/${'ạ'.repeat(room - 1)}`, '/tmp')).toMatch(/^\/tmp\/halong-/);
  });

  it('is the same for the next start and another one for another DATA_DIR', () => {
    const long = `/${'a'.repeat(120)}`;
    expect(socketFolder(long)).toBe(socketFolder(long));
    expect(socketFolder(long)).not.toBe(socketFolder(`${long}b`));
  });

  it('falls back to /tmp when the temp folder is too long itself', () => {
    expect(socketFolder(`/${'a'.repeat(120)}`, `/${'t'.repeat(120)}`)).toMatch(/^\/tmp\/halong-/);
  });
});

describe('openPrivateFolder', () => {
  it('closes the folder to everybody else', () => {
    openPrivateFolder(join(temp, 'mine'));
    expect(statSync(join(temp, 'mine')).mode & 0o777).toBe(0o700);
  });

  it('refuses a link that somebody laid there', () => {
    symlinkSync(join(temp, 'mine'), join(temp, 'link'));
    expect(() => openPrivateFolder(join(temp, 'link'))).toThrow('somebody else');
  });
});

describe('addresses of the services', () => {
  const socket = '/srv/Hạ Long & bạn/run/x?#%.sock';

  it('survive spaces, accents and signs', () => {
    expect(new URL(databaseUrl(socket)).searchParams.get('socketPath')).toBe(socket);
    expect(decodeURIComponent(new URL(redisUrl(socket)).pathname)).toBe(socket);
  });

  it('have the form that the product reads', () => {
    expect(databaseUrl('/d/run/mariadb.sock')).toBe('mysql://root@localhost/halong?socketPath=%2Fd%2Frun%2Fmariadb.sock');
    expect(redisUrl('/d/run/redis.sock')).toBe('unix:///d/run/redis.sock');
  });
});
