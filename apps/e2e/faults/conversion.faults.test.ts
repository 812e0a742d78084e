import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Documents } from '@halong/materials/server';
import { DeadLetters, FileStore } from '@halong/platform/server';
import { installation, type Installation } from '../product/installation.ts';
import { root } from '../product/process.ts';

const film = join(root, 'apps/e2e/samples/materials/gioi-thieu-chuyen-de-09.mp4');
let halong: Installation;

beforeEach(async () => {
  halong = await installation();
});
afterEach(() => halong.stop());

/** Converters that work in the folder of this installation. */
const converting = (folder: string): string[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return line.includes(join(folder, 'conversions')) ? [line] : [];
  } catch {
    return []; // It has ended in the meantime.
  }
});

it('killed in the middle of a conversion, the worker leaves no converter behind, and the next one goes on to the end', async () => {
  const { app, worker } = halong;
  const ownerId = await app.db.insert('identity_account', { login: 'lan', display_name: 'Trần Thị Lan' });
  const of = { name: 'gioi-thieu.mp4', mediaType: 'video/mp4' };
  const { id: fileId, sha256 } = await app.get(FileStore).put(createReadStream(film), { ...of, maxBytes: 10_000_000, uploadedBy: ownerId });
  const documentId = await app.get(Documents).add({ ...of, fileId, ownerId, purpose: 'CONTENT', kind: 'VIDEO', bytes: statSync(film).size, sha256, classification: 'INTERNAL', scan: 'NONE' });
  const state = async () => (await app.db.row<{ state: string }>('SELECT state FROM materials_rendition WHERE document_id = ?', [documentId]))?.state;
  const kept = async () => (await app.db.rows<{ id: number }>('SELECT f.id FROM materials_rendition_file f JOIN materials_rendition r ON r.id = f.rendition_id WHERE r.document_id = ? ORDER BY f.id', [documentId])).map(({ id }) => id);
  await expect.poll(async () => (await kept()).length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  await worker.signal('SIGKILL');
  const before = await kept();
  expect(await state()).toBe('CONVERTING');
  await expect.poll(() => converting(app.config.DATA_DIR), { timeout: 5_000 }).toEqual([]);
  worker.start();
  await expect.poll(state, { timeout: 120_000 }).toBe('READY');
  // What was kept is not made again.
  expect((await kept()).slice(0, before.length)).toEqual(before);
  await halong.settled();
  expect(await app.get(DeadLetters).list()).toEqual([]);
});
