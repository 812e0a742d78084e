import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { copyFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, platformErrors } from '@halong/platform/contract';
import type { Database } from '../database/database.ts';
import type { ByteRange } from '../http/range.rules.ts';

export interface StoredFile {
  id: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** Keeps uploaded and made files under random names outside the web root. Nothing in it is ever executed. */
export class FileStore {
  readonly drive = 'DISK';

  constructor(
    private readonly db: Database,
    private readonly folder: string,
  ) {
    mkdirSync(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
  }

  /**
   * Writes the stream to disk and then its row. Needs no transaction: a file without a row is never listed.
   * @throws AppError too_large beyond `maxBytes`, no_space when the disk is full.
   */
  async put(stream: Readable, file: { name: string; mediaType: string; maxBytes: number; uploadedBy?: number | null }): Promise<StoredFile> {
    const key = randomBytes(16).toString('hex');
    const incoming = join(this.folder, 'incoming', key);
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > file.maxBytes) done(new AppError(platformErrors.too_large, { limit: sizeText(file.maxBytes) }));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(stream, measure, createWriteStream(incoming, { mode: 0o600, flush: true }));
      mkdirSync(this.folderOf(key), { recursive: true, mode: 0o700 });
      await rename(incoming, this.path(key));
    } catch (error) {
      await rm(incoming, { force: true });
      throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new AppError(platformErrors.no_space) : error;
    }
    const sha256 = hash.digest('hex');
    // When this fails the file stays: the answer may have been lost after the row was written. `collectOrphans` knows.
    const id = await this.db.insert('platform_file', {
      storage_key: key, name: safeFileName(file.name), media_type: file.mediaType, bytes, sha256, uploaded_by: file.uploadedBy ?? null,
    });
    return { id, name: safeFileName(file.name), mediaType: file.mediaType, bytes, sha256 };
  }

  /**
   * Takes over a file that lies whole on this machine, under a key of the caller (32 hexadecimal digits). Safe to repeat:
   * the second time finds what the first has kept.
   * @throws AppError no_space
   */
  async keep(key: string, from: string, file: Omit<StoredFile, 'id'> & { uploadedBy?: number | null }): Promise<StoredFile> {
    mkdirSync(this.folderOf(key), { recursive: true, mode: 0o700 });
    if (!(await this.lies(key))) await this.takeIn(from, this.path(key));
    const values = { storage_key: key, name: safeFileName(file.name), media_type: file.mediaType, bytes: file.bytes, sha256: file.sha256, uploaded_by: file.uploadedBy ?? null };
    const known = await this.db.row<{ id: number }>('SELECT id FROM platform_file WHERE storage_key = ?', [key]);
    const id = known?.id ?? (await this.db.insert('platform_file', values));
    return { id, name: values.name, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 };
  }

  private async takeIn(from: string, to: string): Promise<void> {
    try {
      await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(from, `${to}.part`);
      await rename(`${to}.part`, to);
      await rm(from, { force: true });
    }
  }

  private lies(key: string): Promise<boolean> {
    return stat(this.path(key)).then(() => true, () => false);
  }

  /** @throws AppError not_found */
  async get(id: number): Promise<StoredFile & { path: string; open: (range?: ByteRange) => Readable }> {
    const row = await this.db.row<StoredFile & { storage_key: string; media_type: string }>(
      'SELECT id, storage_key, name, media_type, bytes, sha256 FROM platform_file WHERE id = ?',
      [id],
    );
    if (!row) throw new AppError(platformErrors.not_found);
    const path = this.path(row.storage_key);
    return { id: row.id, name: row.name, mediaType: row.media_type, bytes: Number(row.bytes), sha256: row.sha256, path, open: (range) => createReadStream(path, range) };
  }

  /** Removes uploads that were cut off and files that never got a row, once they are a day old. Answers how many. */
  async collectOrphans(olderThanMs = 86_400_000): Promise<number> {
    let removed = 0;
    for (const folder of await readdir(this.folder)) {
      const keys = await readdir(join(this.folder, folder));
      const rows = folder === 'incoming' ? [] : await this.db.rows<{ storage_key: string }>('SELECT storage_key FROM platform_file WHERE storage_key IN (?)', [keys]);
      const known = new Set(rows.map((row) => row.storage_key));
      for (const key of keys.filter((name) => !known.has(name))) removed += await this.removeOld(join(this.folder, folder, key), olderThanMs);
    }
    return removed;
  }

  private async removeOld(path: string, olderThanMs: number): Promise<number> {
    const found = await stat(path).catch(() => undefined);
    // The age of a file is told by the machine that wrote it, not by our clock.
    if (!found || Date.now() - found.mtimeMs < olderThanMs) return 0;
    await rm(path, { force: true });
    return 1;
  }

  private folderOf(key: string): string {
    return join(this.folder, key.slice(0, 2));
  }

  private path(key: string): string {
    return join(this.folderOf(key), key);
  }
}

const sizeText = (bytes: number) => (bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.ceil(bytes / 1_024)} KB`);

/** Names that mean a device to Windows, whatever follows the dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Keeps the name that people gave, without what a file system or a header could trip over. */
export function safeFileName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"\\/:*?<>|]/gu, '_').trim();
  // By characters and not by code units: half a character could not be sent in a header.
  return [...cleaned].slice(-199).join('').replace(/^[.\s]+/, '_').replace(/[.\s]+$/, '_').replace(device, '_$1') || 'tep';
}
