import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ByteRange } from '../http/range.rules.ts';
import type { FileDrive } from './file-drive.ts';

export interface S3Place {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

const isMissing = (error: unknown) => (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/** Objects `files/<key>` of one bucket. What has to be read by path is copied to this machine for as long as it is used. */
export class S3Drive implements FileDrive {
  readonly kind = 'S3';
  private readonly client: S3Client;

  constructor(
    private readonly place: S3Place,
    /** Where copies lie while they are read. */
    private readonly copies: string,
  ) {
    mkdirSync(copies, { recursive: true, mode: 0o700 });
    const { endpoint, region, accessKey, secretKey } = place;
    this.client = new S3Client({
      endpoint, region, forcePathStyle: true, credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // Other servers than Amazon's do not know the newer checksums; content is checked by our own SHA-256.
      requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async takeIn(key: string, from: string): Promise<void> {
    const found = await stat(from).catch(() => undefined);
    if (!found) {
      if (await this.has(key)) return;
      throw new Error(`There is no file to take in under ${key}`);
    }
    await this.client.send(new PutObjectCommand({ ...this.object(key), Body: createReadStream(from), ContentLength: found.size, ContentType: 'application/octet-stream' }));
    await rm(from, { force: true });
  }

  async has(key: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.object(key)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  open(key: string, range?: ByteRange): Readable {
    return Readable.from(this.bytes(key, range), { objectMode: false });
  }

  private async *bytes(key: string, range: ByteRange | undefined): AsyncGenerator<Buffer> {
    const found = await this.client.send(new GetObjectCommand({ ...this.object(key), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) }));
    const first = Number(/^bytes (\d+)-/.exec(found.ContentRange ?? '')?.[1] ?? 0);
    yield* range ? cut(found.Body as AsyncIterable<Buffer>, range, first) : (found.Body as AsyncIterable<Buffer>);
  }

  async local(key: string): Promise<string> {
    const path = join(this.copies, key);
    const known = await stat(path).catch(() => undefined);
    if (!known) {
      const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      await pipeline(this.open(key), createWriteStream(draft, { mode: 0o600 })).catch(async (error: unknown) => {
        await rm(draft, { force: true });
        throw error;
      });
      await rename(draft, path);
    } else await utimes(path, known.atime, new Date()).catch(() => undefined);
    return path;
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.object(key)));
    await rm(join(this.copies, key), { force: true });
  }

  async *list(): AsyncIterable<{ key: string; since: number }> {
    let next: string | undefined;
    do {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.place.bucket, Prefix: 'files/', ...(next ? { ContinuationToken: next } : {}) }));
      for (const { Key, LastModified } of page.Contents ?? []) if (Key) yield { key: Key.slice('files/'.length), since: LastModified?.getTime() ?? 0 };
      next = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (next);
  }

  private object(key: string) {
    return { Bucket: this.place.bucket, Key: `files/${key}` };
  }
}

/** Nothing but the range, from bytes that begin at `at`: some servers answer with more than they were asked for. */
async function* cut(bytes: AsyncIterable<Buffer>, { start, end }: ByteRange, at: number): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    const part = piece.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
    at += piece.length;
    if (part.length > 0) yield part;
    if (at > end) return;
  }
}
