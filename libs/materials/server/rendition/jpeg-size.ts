import { readFile } from 'node:fs/promises';
import { imageSize } from './image-metadata.rules.ts';

/** Width and height of a JPEG that one of our converters has made. */
export async function jpegSize(path: string): Promise<{ width: number; height: number }> {
  const size = imageSize(await readFile(path), 'jpg');
  if (!size) throw new Error(`${path} has no frame`);
  return size;
}
