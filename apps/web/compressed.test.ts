import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFolder } from './compressed.ts';

const script = 'export const xin = "chào anh chị";\n'.repeat(200);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'halong-compressed-'));
  await mkdir(join(folder, 'assets'));
  for (const name of ['assets/index.js', 'assets/index.js.map', 'assets/index.css', 'assets/letters.woff2', 'index.html']) await writeFile(join(folder, name), script);
  await writeFile(join(folder, 'assets/tiny.js'), 'export {};');
});
afterAll(() => rm(folder, { recursive: true }));

describe('compressFolder', () => {
  it('puts two copies beside scripts and styles; not beside fonts, maps, tiny files and the page with its nonce', async () => {
    expect(await compressFolder(folder)).toEqual(['assets/index.css', 'assets/index.js']);
    const copies = (await readdir(join(folder, 'assets'))).filter((name) => /\.(br|gz)$/.test(name));
    expect(copies.sort()).toEqual(['index.css.br', 'index.css.gz', 'index.js.br', 'index.js.gz']);
    expect(await readdir(folder)).toEqual(['assets', 'index.html']);
  });

  it('loses nothing', async () => {
    await compressFolder(folder);
    const copy = (ending: string) => readFile(join(folder, `assets/index.js.${ending}`));
    expect(brotliDecompressSync(await copy('br')).toString()).toBe(script);
    expect(gunzipSync(await copy('gz')).toString()).toBe(script);
  });
});
