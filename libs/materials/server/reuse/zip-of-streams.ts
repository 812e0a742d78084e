import { PassThrough, pipeline, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  path: string;
  bytes: number;
  at: Date;
  open(): Promise<Readable>;
}

/**
 * An archive that is made while it is read: one file open at a time, stored as it is, since documents are packed already.
 * When a file cannot be read the archive breaks off, so that nobody takes half of it for the whole.
 */
export function zipOfStreams(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  pipeline(zip.outputStream as Readable, out, () => undefined);
  zip.on('error', (error: Error) => out.destroy(error));
  for (const { path, bytes, at, open } of entries) {
    zip.addReadStreamLazy(path, { mtime: at, size: bytes, compress: false }, (give) => {
      open().then(
        (stream) => {
          stream.once('error', (error: Error) => out.destroy(error));
          out.once('close', () => stream.destroy());
          give(null, stream);
        },
        (error: Error) => give(error, undefined as never),
      );
    });
  }
  zip.end();
  return out;
}
