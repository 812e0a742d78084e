import { createHash, type Hash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, readdir, rm, stat, statfs, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { AppError, platformErrors } from '@halong/platform/contract';
import { UploadRepository } from './upload.repository.ts';

/** Running hashes are worth keeping for this many uploads; of the others the file is read once more at its end. */
const keptHashes = 500;

/** The SHA-256 of everything up to an offset, as long as this process has written it all. */
class RunningHashes {
  private readonly known = new Map<string, { hash: Hash; at: number }>();

  /** Taken out while somebody writes; undefined when another process, or this one before a restart, wrote a part. */
  take(token: string, offset: number): Hash | undefined {
    const found = this.known.get(token);
    this.known.delete(token);
    if (offset === 0) return createHash('sha256');
    return found?.at === offset ? found.hash : undefined;
  }

  keep(token: string, hash: Hash, at: number): void {
    this.known.set(token, { hash, at });
    const [oldest] = this.known.keys();
    if (this.known.size > keptHashes && oldest !== undefined) this.known.delete(oldest);
  }
}

/** A network gives small pieces; a disk takes this many bytes at once for less. */
const gatheredBytes = 512 * 1024;
/** What a slow line has brought lies on the disk after this long at the latest. */
const gatheredMs = 200;

/**
 * The end of a file that grows, and the hash up to it. Pieces are copied into one of two buffers, one of which fills while
 * the other is written: a piece that is let go at once costs the collector of garbage next to nothing.
 */
class GrowingFile {
  private filling = Buffer.allocUnsafeSlow(gatheredBytes);
  private other = Buffer.allocUnsafeSlow(gatheredBytes);
  private bytes = 0;
  private timer: NodeJS.Timeout | undefined;
  /** One write after the other; once one has failed, so do all. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    readonly file: FileHandle,
    /** Everything before is written. */
    public at: number,
    readonly hash: Hash | undefined,
  ) {}

  async add(piece: Buffer): Promise<void> {
    for (let taken = 0; taken < piece.length; ) {
      const more = piece.copy(this.filling, this.bytes, taken);
      taken += more;
      this.bytes += more;
      if (this.bytes === gatheredBytes) await this.flush();
    }
    if (this.bytes > 0) this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), gatheredMs);
  }

  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const part = this.filling.subarray(0, this.bytes);
    [this.filling, this.other, this.bytes] = [this.other, this.filling, 0];
    // A disk that is nearly full takes a part first and says no to the rest.
    for (let done = 0; done < part.length; ) done += (await this.file.write(part, done, part.length - done, this.at + done)).bytesWritten;
    this.hash?.update(part);
    this.at += part.length;
  }
}

/** Where uploads grow: one file each under its random name, on the disk of this machine. Its length is how much has arrived. */
export class UploadSpool extends DataStore {
  private readonly hashes = new RunningHashes();
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  constructor(
    private readonly folder: string,
    private readonly uploads: UploadRepository,
  ) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  path(token: string): string {
    if (!/^[0-9a-f]{32}$/.test(token)) throw ERRORS.FILE_NOT_FOUND;
    return join(this.folder, token);
  }

  override async create(upload: Upload): Promise<Upload> {
    await writeFile(this.path(upload.id), '', { flag: 'wx', mode: 0o600 }).catch(honestly);
    return upload;
  }

  override async getUpload(token: string): Promise<Upload> {
    const row = await this.uploads.byToken(token);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    const offset = row.state === 'RECEIVING' ? await this.size(token) : row.bytes;
    return new Upload({ id: token, size: row.bytes, offset, creation_date: row.createdAt.toISOString() });
  }

  /** How much of it lies here. @throws ERRORS.FILE_NO_LONGER_EXISTS */
  async size(token: string): Promise<number> {
    const found = await stat(this.path(token)).catch(() => undefined);
    if (!found) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return found.size;
  }

  /**
   * Writes what comes, at the pace of the disk, and counts the hash of what was written. Answers the new offset; whatever
   * ends the stream, everything that came is kept, and the file ends with what was written whole.
   * @throws AppError no_space
   */
  override async write(stream: Readable, token: string, offset: number): Promise<number> {
    const growing = new GrowingFile(await open(this.path(token), 'r+'), offset, this.hashes.take(token, offset));
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) await growing.add(piece);
      await growing.flush();
      return growing.at;
    } catch (error) {
      await growing.flush().catch(() => undefined);
      await growing.file.truncate(growing.at).catch(() => undefined);
      return honestly(error);
    } finally {
      if (growing.hash) this.hashes.keep(token, growing.hash, growing.at);
      await growing.file.close();
    }
  }

  /** On the disk itself and not only in its memory; then the hash, if it has been counted on the way. */
  async settle(token: string, bytes: number): Promise<string | null> {
    const file = await open(this.path(token), 'r+');
    await file.sync().finally(() => file.close());
    return this.hashes.take(token, bytes)?.digest('hex') ?? null;
  }

  /** Reads the file once. */
  async hashOf(token: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(this.path(token), { highWaterMark: 1024 ** 2 })) hash.update(piece as Buffer);
    return hash.digest('hex');
  }

  /** The file, and its row if it is still open. */
  override async remove(token: string): Promise<void> {
    this.hashes.take(token, -1);
    await rm(this.path(token), { force: true });
    const row = await this.uploads.byToken(token);
    if (row) await this.uploads.drop(row.id);
  }

  async has(token: string): Promise<boolean> {
    return stat(this.path(token)).then(() => true, () => false);
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  /** What lies here and was not touched for `ms`, by the clock of the machine that wrote it. */
  async untouched(ms: number): Promise<string[]> {
    const names = await readdir(this.folder);
    const old = await Promise.all(names.map(async (name) => {
      const found = await stat(join(this.folder, name)).catch(() => undefined);
      return found !== undefined && Date.now() - found.mtimeMs > ms;
    }));
    return names.filter((name, index) => old[index] && /^[0-9a-f]{32}$/.test(name));
  }
}

function honestly(error: unknown): never {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '');
  throw full ? new AppError(platformErrors.no_space) : error;
}
