import { open } from 'node:fs/promises';
import type { Conversion } from './conversion.ts';

/** More than this of a text is not searched. */
const mostBytes = 2 * 1024 ** 2;

/** Plain text and captions are shown as they are; only their words are kept for searching. */
export async function convertWords(work: Conversion): Promise<void> {
  const file = await open(work.source, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(mostBytes, work.document.bytes)), 0, undefined, 0);
    await work.texts('TEXT', [{ page: 1, text: buffer.toString('utf8', 0, bytesRead) }]);
  } finally {
    await file.close();
  }
}
