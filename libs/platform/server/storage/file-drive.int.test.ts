import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskDrive } from './disk-drive.ts';
import type { FileDrive } from './file-drive.ts';
import { S3Drive } from './s3-drive.ts';

const folder = mkdtempSync(join(tmpdir(), 'halong-drives-'));
let server: Server | undefined;

/** An S3 server of its own on the loopback. */
async function s3(): Promise<FileDrive> {
  const directory = join(folder, 's3');
  const s3rver = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'halong', configs: [] }] });
  await s3rver.run();
  server = s3rver.httpServer;
  const { port } = server.address() as { port: number };
  return new S3Drive({ endpoint: `http://127.0.0.1:${port}`, bucket: 'halong', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER' }, join(folder, 'copies'));
}

afterAll(async () => {
  server?.close();
  if (server) await once(server, 'close');
  rmSync(folder, { recursive: true, force: true });
});

/** One contract for both drives. */
describe.each([['the disk', async (): Promise<FileDrive> => new DiskDrive(join(folder, 'disk'))], ['S3', s3]])('%s keeps files', (_name, make) => {
  let drive: FileDrive;
  beforeAll(async () => {
    drive = await make();
  });

  let next = 0;
  const given = async (content: string | Buffer) => {
    next += 1;
    const key = next.toString(16).padStart(32, '0');
    const from = join(folder, `in-${key}`);
    writeFileSync(from, content);
    await drive.takeIn(key, from);
    return { key, from };
  };

  it('and takes them from where they were', async () => {
    const { key, from } = await given('Xin chào');
    expect([await text(drive.open(key)), existsSync(from), await drive.has(key)]).toEqual(['Xin chào', false, true]);
    expect(readFileSync(await drive.local(key), 'utf8')).toBe('Xin chào');
  });

  it('whole and in parts', async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    const { key } = await given(content);
    expect(content.equals(await buffer(drive.open(key)))).toBe(true);
    for (const [start, end] of [[0, 0], [10, 99], [299_990, 299_999], [65_530, 65_540]] as const) {
      expect(content.subarray(start, end + 1).equals(await buffer(drive.open(key, { start, end })))).toBe(true);
    }
  });

  it('knows what it does not have', async () => {
    const unknown = 'f'.repeat(32);
    expect(await drive.has(unknown)).toBe(false);
    await expect(buffer(drive.open(unknown))).rejects.toThrow();
    await expect(drive.takeIn(unknown, join(folder, 'nowhere'))).rejects.toThrow();
  });

  it('lists and removes', async () => {
    const before = Date.now() - 5_000;
    const { key } = await given('weg');
    const known = async () => {
      const found: { key: string; since: number }[] = [];
      for await (const one of drive.list()) found.push(one);
      return found;
    };
    expect((await known()).find((one) => one.key === key)?.since).toBeGreaterThan(before);
    await drive.remove(key);
    await drive.remove(key);
    expect([await drive.has(key), (await known()).some((one) => one.key === key)]).toEqual([false, false]);
  });
});
