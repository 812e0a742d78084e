/** Parts of a JPEG that say how to draw it: JFIF, colour profile, Adobe's transform. */
const drawnBy = new Set([0xe0, 0xe2, 0xee]);
const pngKept = new Set(['IHDR', 'PLTE', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT', 'IDAT', 'IEND']);
const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** An EXIF part that says nothing but which side is up. */
function orientationPart(orientation: number): Buffer {
  const exif = Buffer.from('ffe1002245786966000049492a000800000001001201030001000000000000000000000000', 'hex').subarray(0, 36);
  exif.writeUInt16LE(orientation, 28);
  return exif;
}

/** Which side is up, from the EXIF part of a JPEG; 1 when it does not say. */
function orientationOf(exif: Buffer): number {
  if (exif.toString('latin1', 0, 4) !== 'Exif' || exif.length < 14) return 1;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(start) && entry < 200; entry += 1) {
    const at = start + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  }
  return 1;
}

function cleanJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    if (marker === 0xda) {
      const over = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      // What hangs behind the end of the picture is none of it.
      return over < end ? undefined : Buffer.concat([...kept, bytes.subarray(at, over + 2)]);
    }
    const orientation = marker === 0xe1 ? orientationOf(bytes.subarray(at + 4, end)) : 1;
    if (orientation > 1) kept.push(orientationPart(orientation));
    const said = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !drawnBy.has(marker));
    if (!said) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function cleanPng(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return undefined;
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return undefined;
    if (pngKept.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

function cleanWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return undefined;
    const type = bytes.toString('latin1', at, at + 4);
    const part = Buffer.from(bytes.subarray(at, end));
    // Its flags promise EXIF (8) and XMP (4), which are gone.
    if (type === 'VP8X' && part.length > 8) part[8] = part[8]! & ~0x0c;
    if (webpKept.has(type)) kept.push(part);
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return kept.length === 0 ? undefined : Buffer.concat([head, body]);
}

/** Length of the sub-blocks of a GIF that begin at `at`, with the empty one at their end. */
function blocksEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== 0) end += bytes[end]! + 1;
  return end + 1;
}

const colours = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

function cleanGif(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 0, 3) !== 'GIF' || bytes.length < 14) return undefined;
  let at = 13 + colours(bytes[10]!);
  const kept = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const from = at;
    if (bytes[at] === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    if (bytes[at] === 0x2c) at = blocksEnd(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
    else if (bytes[at] === 0x21) at = blocksEnd(bytes, at + 2);
    else return undefined;
    const kind = bytes[from] === 0x21 ? bytes[from + 1] : undefined;
    const loop = kind === 0xff && bytes.toString('latin1', from + 3, from + 11) === 'NETSCAPE';
    if (kind === undefined || kind === 0xf9 || loop) kept.push(bytes.subarray(from, at));
  }
  return undefined;
}

const cleaners: Record<string, (bytes: Buffer) => Buffer | undefined> = { jpg: cleanJpeg, png: cleanPng, webp: cleanWebp, gif: cleanGif };

/** The picture without place, camera, comments and previews; which side is up stays. Undefined when it is cut off or no such picture. */
export const withoutMetadata = (bytes: Buffer, ending: string): Buffer | undefined => (bytes.length < 20 ? undefined : cleaners[ending]?.(bytes));

function jpegFrame(bytes: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return undefined;
}

function webpFrame(bytes: Buffer): { width: number; height: number } | undefined {
  const type = bytes.toString('latin1', 12, 16);
  if (type === 'VP8X' && bytes.length >= 30) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (type === 'VP8 ' && bytes.length >= 30) return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (type === 'VP8L' && bytes.length >= 25) return { width: (bytes.readUInt32LE(21) & 0x3fff) + 1, height: ((bytes.readUInt32LE(21) >> 14) & 0x3fff) + 1 };
  return undefined;
}

/** Width and height of a clean picture. */
export function imageSize(bytes: Buffer, ending: string): { width: number; height: number } | undefined {
  if (ending === 'jpg') return jpegFrame(bytes);
  if (ending === 'png') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (ending === 'gif') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  return webpFrame(bytes);
}
