import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { platformErrors } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { FileStore } from './file-store.ts';

describe('the file store', () => {
  let app: TestInstallation;
  let files: FileStore;
  let folder: string;
  beforeAll(async () => {
    app = await testInstallation([]);
    files = app.get(FileStore);
    folder = join(app.config.DATA_DIR, 'files');
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.run('DELETE FROM platform_file'));

  const put = (content: string | Buffer, maxBytes = 1_000) => files.put(Readable.from([Buffer.from(content)]), { name: 'bài giảng.txt', mediaType: 'text/plain', maxBytes });
  const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const rows = async () => Number((await app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM platform_file'))?.n);

  it('gives back what it was given, under a name that says nothing', async () => {
    const stored = await put('Xin chào');
    const found = await files.get(stored.id);
    expect(await text(found.open())).toBe('Xin chào');
    expect(found).toMatchObject({ name: 'bài giảng.txt', mediaType: 'text/plain', bytes: 9, sha256: createHash('sha256').update('Xin chào').digest('hex') });
    const path = await found.local();
    expect(path.slice(folder.length)).toMatch(/^\/[0-9a-f]{2}\/[0-9a-f]{32}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('takes exactly as much as is allowed', async () => {
    expect(await put(Buffer.alloc(1_000))).toMatchObject({ bytes: 1_000 });
    const before = onDisk().length;
    await expect(put(Buffer.alloc(1_001))).rejects.toMatchObject({ def: platformErrors.too_large, params: { limit: '1 KB' } });
    await expect(put(Buffer.alloc(3_000_000), 2_097_152)).rejects.toMatchObject({ params: { limit: '2 MB' } });
    expect([onDisk().length, await rows()]).toEqual([before, 1]);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const before = onDisk().length;
    const broken = Readable.from((async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    })());
    await expect(files.put(broken, { name: 'x', mediaType: 'text/plain', maxBytes: 1_000 })).rejects.toThrow('connection lost');
    expect([onDisk().length, await rows()]).toEqual([before, 0]);
  });

  it('has no row without its file', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => put(`content ${index}`, index % 3 === 0 ? 2 : 1_000).catch(() => undefined)));
    const ids = await app.db.rows<{ id: number }>('SELECT id FROM platform_file');
    for (const { id } of ids) expect(readFileSync(await (await files.get(id)).local(), 'utf8')).toMatch(/^content \d+$/);
    expect(ids).toHaveLength(13);
  });

  it('knows nothing of a number that nobody was given', async () => {
    await expect(files.get(999_999)).rejects.toMatchObject({ def: platformErrors.not_found });
  });

  it('collects what nothing points to, when it is old', async () => {
    const stored = async (content: string) => {
      const { id } = await put(content);
      return { id, path: await (await files.get(id)).local() };
    };
    const [kept, orphan, fresh] = [await stored('kept'), await stored('orphan'), await stored('fresh')];
    const half = join(folder, 'incoming', 'f'.repeat(32));
    writeFileSync(half, 'half');
    await app.db.run('DELETE FROM platform_file WHERE id IN (?)', [[orphan.id, fresh.id]]);
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    for (const path of [kept.path, orphan.path, half]) utimesSync(path, twoDaysAgo, twoDaysAgo);
    expect(await files.collectOrphans()).toBe(2);
    expect(onDisk()).toEqual(expect.arrayContaining([kept.path, fresh.path]));
    expect(onDisk()).not.toContain(orphan.path);
    expect(onDisk()).not.toContain(half);
  });
});
