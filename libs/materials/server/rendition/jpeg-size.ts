import { open } from 'node:fs/promises';

/** Width and height of a JPEG that one of our converters has made, from its frame header. */
export async function jpegSize(path: string): Promise<{ width: number; height: number }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, 0);
    for (let at = 2; at + 9 < bytesRead && buffer[at] === 0xff;) {
      const marker = buffer[at + 1]!;
      const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
      if (frame) return { height: buffer.readUInt16BE(at + 5), width: buffer.readUInt16BE(at + 7) };
      at += 2 + buffer.readUInt16BE(at + 2);
    }
    throw new Error(`${path} has no frame`);
  } finally {
    await file.close();
  }
}
