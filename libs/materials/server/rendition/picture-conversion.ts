import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { programPath } from '@halong/platform/server';
import { imageSize, withoutMetadata } from './image-metadata.rules.ts';
import { runBounded } from './bounded-run.ts';
import { ConversionRefused, refusedAs, type Conversion } from './conversion.ts';

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' };
const mostBytes = 64 * 1024 ** 2;

/**
 * A picture that says nothing but what it shows: drawn anew by ffmpeg when it is there, and in any case without the data that
 * cameras and programs put beside it. Others are given this one and never the original.
 */
export async function convertPicture(work: Conversion): Promise<void> {
  const { document, source, folder, signal } = work;
  const ending = endings[document.mediaType];
  if (!ending || document.bytes > mostBytes) throw new ConversionRefused('TOO_LONG', `${document.mediaType}, ${document.bytes} bytes`);
  const name = `picture.${ending}`;
  if (work.has(name)) return;
  const path = join(folder, name);
  const drawn = (ending === 'jpg' || ending === 'png') && (await programPath('ffmpeg')) !== undefined;
  if (drawn) {
    const args = ['-nostdin', '-v', 'error', '-y', '-i', source, '-frames:v', '1', '-map_metadata', '-1', '-vf', "scale='min(2560,iw)':-1", ...(ending === 'jpg' ? ['-q:v', '3'] : []), path];
    await runBounded('ffmpeg', args, { folder, seconds: 120, signal }).catch(refusedAs('DAMAGED'));
  }
  const bytes = withoutMetadata(await readFile(drawn ? path : source), ending);
  const size = bytes && imageSize(bytes, ending);
  if (!bytes || !size) throw new ConversionRefused('DAMAGED', 'not a whole picture');
  await writeFile(path, bytes);
  await work.keep({ name, mediaType: document.mediaType, path, ...size });
}
