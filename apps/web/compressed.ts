import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(js|css|svg|webmanifest)$/;
/** Below one packet there is nothing to win. */
const worthIt = 1400;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Writes `<file>.br` and `<file>.gz` beside every script, style sheet and drawing of a folder that is worth it: the api
 * sends those to browsers that take them, and nothing is compressed while somebody waits.
 * @returns the paths that got compressed copies, relative to the folder
 */
export async function compressFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && texts.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const done = await Promise.all(files.map(async (file) => {
    const content = await readFile(file);
    if (content.length < worthIt) return [];
    const small = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await Promise.all([
      toBrotli(content, { params: small }).then((bytes) => writeFile(`${file}.br`, bytes)),
      toGzip(content, { level: constants.Z_BEST_COMPRESSION }).then((bytes) => writeFile(`${file}.gz`, bytes)),
    ]);
    return [file.slice(folder.length + 1)];
  }));
  return done.flat().sort();
}

/** Compresses what a build has written. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'halong:compressed',
    apply: 'build',
    configResolved: ({ build, root }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: async () => {
      await compressFolder(folder);
    },
  };
}
