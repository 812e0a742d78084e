import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, platformErrors } from '@halong/platform/contract';
import type { Database } from '../database/database.ts';
import type { ByteRange } from '../http/range.rules.ts';
import { DiskDrive } from './disk-drive.ts';
import type { FileDrive } from './file-drive.ts';

export interface StoredFile {
  id: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** How long what nobody points to, and copies for reading, are left alone. */
const dayMs = 86_400_000;

/** Keeps uploaded and made files under random names outside the web root. Nothing in it is ever executed. */
export class FileStore {
  private readonly incoming: string;

  constructor(
    private readonly db: Database,
    folder: string,
    private readonly files: FileDrive = new DiskDrive(folder),
  ) {
    this.incoming = join(folder, 'incoming');
    mkdirSync(this.incoming, { recursive: true, mode: 0o700 });
  }

  get drive(): FileDrive['kind'] {
    return this.files.kind;
  }

  /**
   * Writes the stream to the drive and then its row. Needs no transaction: a file without a row is never listed.
   * @throws AppError too_large beyond `maxBytes`, no_space when the disk is full.
   */
  async put(stream: Readable, file: { name: string; mediaType: string; maxBytes: number; uploadedBy?: number | null }): Promise<StoredFile> {
    const key = randomBytes(16).toString('hex');
    const incoming = join(this.incoming, key);
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
      await this.files.takeIn(key, incoming);
    } catch (error) {
      await rm(incoming, { force: true });
      throw honest(error);
    }
    // When this fails the file stays: the answer may have been lost after the row was written. `collectOrphans` knows.
    return this.record(key, { ...file, bytes, sha256: hash.digest('hex') });
  }

  /**
   * Takes over a file that lies whole on this machine, under a key of the caller (32 hexadecimal digits). Safe to repeat:
   * the second time finds what the first has kept.
   * @throws AppError no_space
   */
  async keep(key: string, from: string, file: Omit<StoredFile, 'id'> & { uploadedBy?: number | null }): Promise<StoredFile> {
    if (!(await this.files.has(key))) {
      await this.files.takeIn(key, from).catch((error: unknown) => {
        throw honest(error);
      });
    }
    const known = await this.db.row<{ id: number }>('SELECT id FROM platform_file WHERE storage_key = ?', [key]);
    return known ? { ...file, id: known.id, name: safeFileName(file.name) } : this.record(key, file);
  }

  private async record(key: string, file: Omit<StoredFile, 'id'> & { uploadedBy?: number | null }): Promise<StoredFile> {
    const { mediaType, bytes, sha256, uploadedBy = null } = file;
    const name = safeFileName(file.name);
    const id = await this.db.insert('platform_file', { storage_key: key, name, media_type: mediaType, bytes, sha256, uploaded_by: uploadedBy });
    return { id, name, mediaType, bytes, sha256 };
  }

  /** What is known of a file, its bytes (or a range of them), and a path on this machine for those who need one. @throws AppError not_found */
  async get(id: number): Promise<StoredFile & { open: (range?: ByteRange) => Readable; local: () => Promise<string> }> {
    const row = await this.db.row<StoredFile & { storage_key: string; media_type: string }>(
      'SELECT id, storage_key, name, media_type, bytes, sha256 FROM platform_file WHERE id = ?',
      [id],
    );
    if (!row) throw new AppError(platformErrors.not_found);
    const key = row.storage_key;
    return {
      id: row.id, name: row.name, mediaType: row.media_type, bytes: Number(row.bytes), sha256: row.sha256,
      open: (range) => this.files.open(key, range), local: () => this.files.local(key),
    };
  }

  /** Removes uploads that were cut off and files that never got a row, once they are a day old. Answers how many. */
  async collectOrphans(olderThanMs = dayMs): Promise<number> {
    // The age of a file is told by the drive that wrote it, not by our clock.
    const before = Date.now() - olderThanMs;
    let removed = 0;
    let page: string[] = [];
    const sweep = async () => {
      const rows = page.length === 0 ? [] : await this.db.rows<{ storage_key: string }>('SELECT storage_key FROM platform_file WHERE storage_key IN (?)', [page]);
      const known = new Set(rows.map((row) => row.storage_key));
      for (const key of page.filter((name) => !known.has(name))) {
        await this.files.remove(key);
        removed += 1;
      }
      page = [];
    };
    for await (const { key, since } of this.files.list()) {
      if (since < before && page.push(key) === 500) await sweep();
    }
    await sweep();
    for (const name of await readdir(this.incoming)) removed += await this.removeOld(join(this.incoming, name), before);
    return removed;
  }

  private async removeOld(path: string, before: number): Promise<number> {
    const found = await stat(path).catch(() => undefined);
    if (!found || found.mtimeMs >= before) return 0;
    await rm(path, { force: true });
    return 1;
  }
}

function honest(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new AppError(platformErrors.no_space) : error;
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
